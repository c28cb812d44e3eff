import Foundation

/// An exact number that travels as text, as prices do: `"12.30"`.
public struct DecimalText: Hashable, Sendable {
  /// The number.
  public var value: Decimal

  /// Wraps a number.
  public init(_ value: Decimal) { self.value = value }
}

extension DecimalText: LosslessStringConvertible {
  /// Reads a decimal number and nothing beside it.
  public init?(_ text: String) {
    var rest = Substring(text)
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    // The type holds 38 digits; more would be cut off without a word.
    let digits = parts.joined()
    guard !digits.isEmpty, digits.utf8.count <= 38,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
      let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    else { return nil }
    self.value = value
  }

  /// The number's digits.
  public var description: String { value.description }
}

extension DecimalText: Codable {
  /// Reads text, or a plain number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      guard let number = DecimalText(text) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "‘\(text)’ is not a decimal number")
      }
      self = number
    } else {
      value = try container.decode(Decimal.self)
    }
  }

  /// Writes text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
