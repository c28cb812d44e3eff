/// What a template can print, test or repeat.
///
/// `null`, `false` and an empty list are false in a section; everything else is true.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case string(String)
  case number(Double)
  case items(List)
  case object(Object)
  case lambda(Lambda)

  var isTruthy: Bool {
    switch self {
    case .null, .bool(false): false
    case .items(let list): list.count > 0
    default: true
    }
  }
}

extension Value {
  /// Values to repeat a section for.
  public static func list(_ values: [Value]) -> Value { .items(List(values)) }
}

/// Text computed while rendering; what it returns is read as a template.
public struct Lambda: Sendable {
  let body: @Sendable (String?) -> String

  /// Makes a lambda; its argument is the raw text of the section, `nil` for a variable.
  public init(_ body: @escaping @Sendable (_ section: String?) -> String) { self.body = body }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Makes a text from a literal.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension Value: ExpressibleByBooleanLiteral {
  /// Makes a flag from a literal.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Value: ExpressibleByIntegerLiteral {
  /// Makes a number from a literal.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

extension Value: ExpressibleByArrayLiteral {
  /// Makes a list from a literal.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value: ExpressibleByDictionaryLiteral {
  /// Makes an object from a literal.
  public init(dictionaryLiteral elements: (String, Value)...) { self = .object(Object(elements)) }
}

extension Value: ExpressibleByNilLiteral {
  /// Makes the value of something declared but empty.
  public init(nilLiteral: ()) { self = .null }
}
