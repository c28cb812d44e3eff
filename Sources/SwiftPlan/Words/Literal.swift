import Contract
import YAML

/// Swift literals: nothing in a description can end one early or run as code.
enum Literal {
  /// A string literal with everything escaped that could end it or be interpolated.
  static func string(_ text: String) -> String {
    if text.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy(isPlain) }) == true {
      return String(unsafeUninitializedCapacity: text.utf8.count + 2) { buffer in
        buffer[0] = UInt8(ascii: "\"")
        let end = buffer[1...].update(fromContentsOf: text.utf8)
        buffer[end] = UInt8(ascii: "\"")
        return end + 1
      }
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || isInvisible(scalar) {
          result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// A list of string literals.
  static func strings(_ texts: [String]) -> String {
    "[" + texts.map(string).joined(separator: ", ") + "]"
  }

  /// A number literal; integers lose the fraction that their notation had.
  static func number(_ value: Double) -> String {
    if let integer = Int(exactly: value) { return String(integer) }
    return value.isFinite ? "\(value)" : value > 0 ? ".infinity" : "-.infinity"
  }

  /// The number that a limit names; the literals of limits have a sign.
  static func bound(_ bound: Bound) -> String {
    guard let whole = bound.whole else { return number(bound.value) }
    return Int64(exactly: whole) == nil ? ".unsigned(\(whole))" : String(whole)
  }

  /// A scalar where it is written; numbers that a double would round keep their digits.
  static func scalar(of node: Node?) -> String? {
    guard let node, let scalar = node.scalar else { return nil }
    if case .number(let value) = scalar, abs(value) >= 0x1p53, let text = node.string,
      text.utf8.allSatisfy({ (0x2D...0x39).contains($0) })
    {
      return text
    }
    return self.scalar(scalar)
  }

  /// A scalar of a description; `nil` for null.
  static func scalar(_ scalar: Scalar) -> String? {
    switch scalar {
    case .null: nil
    case .bool(let value): String(value)
    case .integer(let value): String(value)
    case .number(let value): number(value)
    case .string(let text): string(text)
    }
  }

  /// Whether a byte stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Characters that show as nothing, or that turn the direction of the text around them.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
