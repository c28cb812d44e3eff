/// A value that is written with the tag that tells its type, which it has no property for.
public struct Tagged<Value: Encodable & Sendable>: Encodable, Sendable, Validated {
  private let key: String
  private let tag: String
  private let value: Value

  /// Puts a tag beside a value's own keys.
  public init(_ key: String, _ tag: String, _ value: Value) {
    self.key = key
    self.tag = tag
    self.value = value
  }

  /// Writes the value and its tag into one object.
  public func encode(to encoder: any Encoder) throws { try encoder.tagged(key, tag, value) }

  /// Reports what breaks a limit of the description.
  public func check(_ constraints: inout Constraints) {
    (value as? any Validated)?.check(&constraints)
  }
}
