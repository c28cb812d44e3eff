import Foundation

/// What a limit is applied to.
public enum ConstraintSubject {
  /// Nothing there, so nothing to check.
  case absent
  /// A text, for lengths and patterns.
  case text(String)
  /// A number, for bounds.
  case number(NumericLimit)
  /// A list, with its length, a way to see whether all elements differ, and its elements.
  case items(Int, areUnique: () -> Bool, elements: () -> [ConstraintSubject])
  /// An object, with the number of its keys, and its values in the order of their keys.
  case properties(Int, values: () -> [(key: String, value: ConstraintSubject)])

  init(_ value: Any) { self = (value as? any Constrainable)?.constraintSubject ?? .absent }
}

/// A type that limits of a description apply to.
public protocol Constrainable {
  /// What a limit is applied to.
  var constraintSubject: ConstraintSubject { get }
}

extension String: Constrainable {
  /// The text itself.
  public var constraintSubject: ConstraintSubject { .text(self) }
}

extension URL: Constrainable {
  /// The address as text.
  public var constraintSubject: ConstraintSubject { .text(absoluteString) }
}

extension UUID: Constrainable {
  /// The identifier as text.
  public var constraintSubject: ConstraintSubject { .text(text) }
}

extension Data: Constrainable {
  /// The bytes as they stand on the wire.
  public var constraintSubject: ConstraintSubject { .text(base64EncodedString()) }
}

extension Constrainable where Self: BinaryInteger {
  /// The number itself.
  public var constraintSubject: ConstraintSubject {
    .number(
      Int64(exactly: self).map { .integer($0) } ?? UInt64(exactly: self).map { .unsigned($0) }
        ?? .number(Double(self)))
  }
}

extension Int: Constrainable {}
extension Int32: Constrainable {}
extension Int64: Constrainable {}
extension UInt32: Constrainable {}
extension UInt64: Constrainable {}

extension Double: Constrainable {
  /// The number itself.
  public var constraintSubject: ConstraintSubject { .number(.number(self)) }
}

extension Float: Constrainable {
  /// The number as it stands on the wire: as a double, 0.1 would be a little more than that.
  public var constraintSubject: ConstraintSubject {
    .number(.number(Double("\(self)") ?? Double(self)))
  }
}

extension Decimal: Constrainable {
  /// The number, as near as a double comes.
  public var constraintSubject: ConstraintSubject {
    .number(.number(Double("\(self)") ?? .nan))
  }
}

extension Optional: Constrainable where Wrapped: Constrainable {
  /// The value, or nothing.
  public var constraintSubject: ConstraintSubject { self?.constraintSubject ?? .absent }
}

extension Nullable: Constrainable where Value: Constrainable {
  /// The value, or nothing.
  public var constraintSubject: ConstraintSubject { value?.constraintSubject ?? .absent }
}

extension Array: Constrainable {
  /// The list; items that cannot be compared count as different.
  public var constraintSubject: ConstraintSubject {
    .items(
      count,
      areUnique: {
        let items = compactMap { $0 as? AnyHashable }
        return Set(items).count == items.count
      }, elements: { map { ConstraintSubject($0) } })
  }
}

extension Dictionary: Constrainable where Key == String {
  /// The object.
  public var constraintSubject: ConstraintSubject {
    .properties(count) {
      sorted { $0.key < $1.key }.map { (key: $0.key, value: ConstraintSubject($0.value)) }
    }
  }
}

extension JSONValue: Constrainable {
  /// The value by its kind.
  public var constraintSubject: ConstraintSubject {
    switch self {
    case .null, .bool: .absent
    case .integer(let value): .number(.integer(value))
    case .unsigned(let value): value.constraintSubject
    case .number(let value): .number(.number(value))
    case .decimal(let value): value.constraintSubject
    case .string(let value): .text(value)
    case .array(let values): values.constraintSubject
    case .object(let values): values.constraintSubject
    }
  }
}
