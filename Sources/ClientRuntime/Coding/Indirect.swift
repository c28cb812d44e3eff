/// Stores a value outside its owner, so that a struct can hold a value of its own kind.
@propertyWrapper
public struct Indirect<Value> {
  private var box: Box<Value>

  /// The stored value; copies of the owner stay independent.
  public var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }

  /// Stores a value.
  public init(wrappedValue: Value) { box = Box(wrappedValue) }
}

private final class Box<Value> {
  let value: Value

  init(_ value: Value) { self.value = value }
}

extension Box: Sendable where Value: Sendable {}
extension Indirect: Sendable where Value: Sendable {}

extension Indirect: Equatable where Value: Equatable {
  /// Compares the stored values.
  public static func == (left: Self, right: Self) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }
}

extension Indirect: Hashable where Value: Hashable {
  /// Hashes the stored value.
  public func hash(into hasher: inout Hasher) { hasher.combine(box.value) }
}

extension Indirect: Decodable where Value: Decodable {
  /// Reads the value as if it were not wrapped.
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try decoder.singleValueContainer().decode(Value.self))
  }
}

extension Indirect: Encodable where Value: Encodable {
  /// Writes the value as if it were not wrapped.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(box.value)
  }
}
