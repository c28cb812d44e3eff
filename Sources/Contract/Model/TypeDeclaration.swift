import YAML

/// A type with a name.
public struct TypeDeclaration: Sendable {
  /// Where the name of a type comes from; never from a position.
  public enum Name: Sendable, Hashable {
    /// A component of the description, by its key.
    case component(String)
    /// A part of another type, by words such as a property's name.
    case member(of: TypeID, String)
    /// A part of an operation, by what it is to it: `request`, `response`, a parameter's name.
    case operation(Int, String)
    /// What the server sends on its own, by its name.
    case delivery(String)
  }

  /// The type's position in the contract.
  public let id: TypeID
  /// Where its name comes from.
  public var name: Name
  /// The author's title, which may make a better name for a type without one.
  public var title: String?
  /// What it means.
  public var documentation: Documentation
  /// The schema.
  public var node: Node
  /// What its values look like.
  public var shape: Shape
}

/// What the values of a named type look like.
public enum Shape: Sendable {
  case record(Record)
  case choice(Choice)
  case enumeration(Enumeration)
  case alias(TypeUse)
  /// The same as another type to the letter, which stands for both.
  case duplicate(of: TypeID)
}

/// A use of a type, named or not.
public enum TypeUse: Hashable, Sendable {
  /// Any JSON value.
  case any
  case boolean
  case integer(IntegerFormat)
  case number(NumberFormat)
  case string(StringFormat)
  case named(TypeID)
  indirect case list(TypeUse)
  /// An object with values of one type under names that are data.
  indirect case map(TypeUse)
  /// The type, or null.
  indirect case nullable(TypeUse)
}

/// The sizes of integers.
public enum IntegerFormat: Hashable, Sendable {
  /// No size said: the platform's own, which has 64 bits wherever this runs.
  case any
  case int32, int64, uint32, uint64
  /// A format that a person chose a type for.
  case named(String)
}

/// The sizes of numbers.
public enum NumberFormat: Hashable, Sendable {
  case double, float, decimal
  /// A format that a person chose a type for.
  case named(String)
}

/// What a string holds.
public enum StringFormat: Hashable, Sendable {
  case plain, dateTime, date, uuid, url
  /// Bytes written as Base64.
  case base64
  /// Bytes as they are, outside JSON.
  case binary
  /// A format that a person chose a type for.
  case named(String)
}

/// An object with known properties.
public struct Record: Sendable {
  /// The properties in the order written.
  public var fields: [Field]
  /// The type of properties without a name; `nil` when they are ignored.
  public var additional: TypeUse?
  /// The limits of properties without a name.
  public var additionalConstraints = Constraints()
  /// Whether its properties are the items of a list, in order, under no keys.
  public var isPositional = false

  /// A record without properties.
  public static let empty = Record(fields: [], additional: nil)
}

/// A property of a record.
public struct Field: Sendable {
  /// The name on the wire.
  public var key: String
  /// A name that the author gave for code, `x-name`.
  public var name: String?
  /// The type, null aside.
  public var type: TypeUse
  /// Whether the key must be there.
  public var isRequired: Bool
  /// Whether its value may be null.
  public var isNullable: Bool
  /// Whether only the server writes it.
  public var isReadOnly: Bool
  /// Whether only the client writes it.
  public var isWriteOnly: Bool
  /// Whether Swift needs a box here for the type to have a finite size.
  public var isBoxed: Bool
  /// The one value there is.
  public var constant: Scalar?
  /// What an absent value means.
  public var defaultValue: Node?
  /// The limits of its values.
  public var constraints: Constraints
  /// What it means.
  public var documentation: Documentation
  /// The schema.
  public var node: Node
}

/// A set of known values that may grow.
public struct Enumeration: Sendable {
  /// A known value.
  public struct Member: Hashable, Sendable {
    /// The value on the wire.
    public var value: Scalar
    /// A name that the author gave for code.
    public var name: String?
    /// What it means.
    public var documentation: Documentation
  }

  /// What all the values are.
  public enum Base: Sendable {
    case string, integer, number, boolean
    /// Values of several kinds.
    case mixed
  }

  /// What the values are.
  public var base: Base
  /// The known values in the order written, each once.
  public var members: [Member]
}

/// One of several types.
public struct Choice: Sendable {
  /// One of the types.
  public struct Variant: Sendable {
    /// Words for a name: the component's, the title, the tag's value or the kind of value.
    public var name: String
    /// The type.
    public var type: TypeUse
    /// The values of the tag that mean this variant.
    public var tags: [String]
    /// What it means.
    public var documentation: Documentation
  }

  /// How a value's variant is told.
  public enum Selection: Hashable, Sendable {
    /// By the value of a property that every variant has.
    case tag(String)
    /// By how the value of a property that every variant has begins.
    case prefix(String)
    /// By the kind of JSON value, and among objects by the keys they have.
    case shape
  }

  /// The types in the order written.
  public var variants: [Variant]
  /// How a value's variant is told.
  public var selection: Selection
  /// The variant that a value is of when its tag is missing or not known.
  public var fallback: Int?
  /// Whether a value may hold another of the same choice.
  public var isRecursive = false
}

/// The limits that a schema sets to its values.
public struct Constraints: Hashable, Sendable {
  /// Keywords of JSON Schema with their values, in the order of the specification.
  public var limits: [Limit] = []
  /// The limits of what a list or a map holds: one set, or none.
  public var elements: [Constraints] = []

  /// One limit.
  public enum Limit: Hashable, Sendable {
    case minLength(Int), maxLength(Int), pattern(String)
    case minimum(Bound), maximum(Bound)
    case exclusiveMinimum(Bound), exclusiveMaximum(Bound), multipleOf(Bound)
    case minItems(Int), maxItems(Int), uniqueItems
    case minProperties(Int), maxProperties(Int)
  }

  /// Whether any value will do.
  public var isEmpty: Bool { limits.isEmpty && elements.isEmpty }
}
