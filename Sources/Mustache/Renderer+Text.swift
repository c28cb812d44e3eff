import Diagnostics

extension Renderer {
  /// Writes a value, or returns the lambda whose text is to be rendered first.
  mutating func print(_ path: Path, escaped: Bool, _ template: Template) -> Lambda? {
    isInLine = true
    switch find(path, template) {
    case .string(let text): write(text, escaped: escaped)
    case .number(let number): write(Self.text(of: number), escaped: false)
    case .bool(let flag): write(flag ? "true" : "false", escaped: false)
    case .null: break
    case .lambda(let lambda): return lambda
    case let value: reportUnprintable(value.noun, path, template)
    }
    return nil
  }

  mutating func write(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  mutating func write(_ text: String, escaped: Bool) {
    var text = text
    let isHTML = escaped && library.escape == .html
    text.withUTF8 { bytes in
      guard isHTML else {
        output.append(contentsOf: bytes)
        return
      }
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
        default: output.append(byte)
        }
      }
    }
  }

  private static func text(of number: Double) -> String {
    // `Int64(exactly:)` would need the mathematical library, which nothing else here links.
    guard abs(number) < 0x1p63 else { return String(number) }
    let whole = Int64(number)
    return Double(whole) == number ? String(whole) : String(number)
  }

  private mutating func reportUnprintable(_ what: String, _ path: Path, _ template: Template) {
    guard isFirstReport(path, template) else { return }
    let name = template.text(path.bytes)
    diagnostics.error(
      "template-not-text", "this is \(what), which cannot be printed",
      at: template.file.range(path.bytes),
      help: name == "." ? "name what to print of it" : "open it as a section: '{{#\(name)}}'")
  }
}
