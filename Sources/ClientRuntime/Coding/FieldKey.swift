/// A key of a JSON object: one key type for all models keeps generated modules small.
public struct FieldKey: CodingKey, Hashable, Sendable {
  /// The key as it stands in the object.
  public let stringValue: String
  /// Always `nil`: an object's keys are text.
  public var intValue: Int? { nil }

  /// Names a key.
  public init(_ stringValue: String) { self.stringValue = stringValue }

  /// Names a key, as `CodingKey` asks for it.
  public init(stringValue: String) { self.stringValue = stringValue }

  /// Names a key by a number's digits.
  public init(intValue: Int) { stringValue = String(intValue) }
}
