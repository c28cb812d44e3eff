import Foundation

/// Any JSON value, kept exactly: integers to 64 bits, other numbers to 38 digits.
public enum JSONValue: Hashable, Sendable {
  /// The null value.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// A whole number above the range of `integer`.
  case unsigned(UInt64)
  /// A number that a double holds exactly as written.
  case number(Double)
  /// A number with more digits than a double holds.
  case decimal(Decimal)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// An object; the order of its keys has no meaning.
  case object([String: JSONValue])

  /// What sort of value it is.
  public var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .boolean
    case .integer, .unsigned: .integer
    case .number, .decimal: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The text of a text, number or truth value; `nil` for everything else.
  public var scalarText: String? {
    switch self {
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .unsigned(let value): "\(value)"
    case .number(let value): "\(value)"
    case .decimal(let value): "\(value)"
    case .string(let value): value
    case .null, .array, .object: nil
    }
  }
}

extension JSONValue {
  /// The truth value, if it is one.
  public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The text, if it is one.
  public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

  /// The list, if it is one.
  public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The object, if it is one.
  public var objectValue: [String: JSONValue]? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The whole number, if it is one that fits.
  public var intValue: Int? {
    if case .integer(let value) = self { Int(exactly: value) } else { nil }
  }

  /// The number as a double, rounded where it has more digits.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    case .decimal(let value): Double("\(value)")
    case .null, .bool, .string, .array, .object: nil
    }
  }

  /// The value under a key; setting `nil` removes the key.
  ///
  /// Setting a key of anything but an object makes it an object.
  public subscript(key: String) -> JSONValue? {
    get { objectValue?[key] }
    set {
      var object = objectValue ?? [:]
      object[key] = newValue
      self = .object(object)
    }
  }

  /// The value at a position of a list; `nil` outside it.
  public subscript(index: Int) -> JSONValue? {
    guard let array = arrayValue, array.indices.contains(index) else { return nil }
    return array[index]
  }
}
