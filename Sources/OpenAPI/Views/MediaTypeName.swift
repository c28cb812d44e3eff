/// A media type as it is written in a description, with what may be sent of it.
public struct MediaTypeName: Sendable {
  /// The name without blanks around it.
  public let text: String

  /// Takes a key of `content` as a media type.
  public init(_ written: String) { text = Self.trimmed(written) }

  /// Whether it is a type and a subtype.
  public var isValid: Bool {
    let parts = text.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
    return isPrintable && parts.count == 2
      && parts.allSatisfy { Self.isToken(Self.trimmed($0)) }
  }

  /// Whether it may stand in a header, right or wrong.
  public var isHarmless: Bool { isPrintable && !text.isEmpty }

  /// What to do about one that is not valid, and what becomes of it.
  public var advice: String {
    isHarmless
      ? "write it as type/subtype; it is sent as it is" : "the body is left out in this form"
  }

  /// The same for names that differ in blanks and in the case of letters only.
  var folded: String { String(text.lowercased().filter { !$0.isWhitespace }) }

  private var isPrintable: Bool { text.unicodeScalars.allSatisfy { (32...126).contains($0.value) } }

  /// Whether a text can stand for a header's name or a method.
  public static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (33...126).contains($0) && !separators.contains($0) }
  }

  private static let separators = Array("\"(),/:;<=>?@[\\]{}".utf8)

  /// A text without blanks around it.
  public static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    if let first = text.utf8.first, let last = text.utf8.last,
      (33...126).contains(first), (33...126).contains(last)
    {
      return String(text)
    }
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
