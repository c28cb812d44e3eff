/// Texts from outside, made harmless for the format that they are put into.
extension String {
  /// The text inside an element or an attribute of XML or HTML; what XML 1.0 cannot hold gets a
  /// stand-in.
  public var xmlEscaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar.printable)
      }
    }
    return result
  }

  /// The text in a cell of a Markdown table, on one line, shown as it is.
  public var markdownCell: String {
    var result = ""
    let text = Array(printable)
    for (index, character) in text.enumerated() {
      switch character {
      case "\\" where index + 1 < text.count && text[index + 1].isLetter: result += "\\"
      case "|": result += "\\|"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      // Else GitHub calls the people and the issues that a description happens to name.
      case "@", "#": result += "&#\(character.asciiValue ?? 0);"
      case "\\", "*", "_", "`", "[", "]", "~": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  /// A path as a URI: what a URI may not hold is percent-encoded.
  public var uriPath: String {
    var result = hasPrefix("/") ? "file://" : ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += percent(UInt32(byte))
      }
    }
    return result
  }

  /// The message of a workflow command of GitHub Actions.
  public var commandMessage: String { percentEncoded(["%", "\r", "\n"]) }

  /// A property of a workflow command of GitHub Actions.
  public var commandProperty: String { percentEncoded(["%", "\r", "\n", ":", ","]) }

  private func percentEncoded(_ special: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if special.contains(scalar) {
        result += percent(scalar.value)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

private func percent(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "%" + (digits.count < 2 ? "0" : "") + digits
}
