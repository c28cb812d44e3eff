extension Unicode.Scalar {
  /// The columns that a terminal gives it: none for marks, two for the wide letters of East Asia.
  var displayWidth: Int {
    guard value >= 0x300 else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// Itself, or a stand-in for what would steer the terminal or turn the text around.
  var printable: Unicode.Scalar {
    if self == "\t" { return self }
    let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
    let isTurning = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    return isControl || isTurning || value == 0x2028 || value == 0x2029 ? "\u{FFFD}" : self
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text on one line, without what would steer a terminal.
  public var printable: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x09 }) { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar.printable)
      }
    }
    return result
  }
}
