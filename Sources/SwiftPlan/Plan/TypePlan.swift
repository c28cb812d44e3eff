import Contract

/// A type to declare.
public struct TypePlan: Sendable {
  /// The kinds of declaration.
  ///
  /// Indirect, so that a type is moved about by a few references and not by all of its parts.
  public indirect enum Form: Sendable {
    case record(RecordPlan)
    case enumeration(EnumerationPlan)
    case choice(ChoicePlan)
    /// Another name of a type that is declared elsewhere.
    case alias(String)

    var isAlias: Bool { if case .alias = self { true } else { false } }
  }

  /// The type in the contract; `nil` for what the client alone declares.
  public var id: TypeID?
  /// The name as declared.
  public var name: String
  /// The name from the namespace on, as an extension wants it.
  public var path: String
  /// `///` lines.
  public var documentation: [String]
  /// Whether new code should do without it.
  public var isDeprecated: Bool
  /// What is declared.
  public var form: Form
  /// Types declared inside.
  public var nested: [TypePlan]

  /// Whether it is another name of a type that is declared elsewhere.
  public var isAlias: Bool { form.isAlias }
}

/// A structure with stored properties.
public struct RecordPlan: Sendable {
  /// The properties in the order of the description.
  public var properties: [PropertyPlan]
  /// The initializer's parameters: those that must be given first.
  public var parameters: [ParameterPlan]
  /// The initializer's parameters as lines, when they do not fit on the line that it begins on.
  public var parameterLines: [String]
  /// The initializer's statements; one for several properties.
  public var assignments: [String]
  /// Whether the initializer fits on a line.
  public var isShort: Bool
  /// The call for the only field, where the table of fields fits on a line.
  public var shortTable: String?
  /// The property for keys without a name.
  public var additional: AdditionalPlan?
  /// Whether values can be compared and hashed.
  public var isHashable: Bool
  /// Conformances after the name.
  public var conformances: String
}

/// A stored property.
public struct PropertyPlan: Sendable {
  /// The name as declared.
  public var name: String
  /// The Swift type, with `?` where it has one.
  public var type: String
  /// The key on the wire, as a string literal.
  public var key: String
  /// How it is coded: `required`, `optional`, `nullable`, `requiredNullable`.
  public var coding: String
  /// Calls that name its limits: `.minLength(1).nested()`; empty when it has none.
  public var limits: String
  /// Whether it is kept in a box because the type contains itself.
  public var isBoxed: Bool
  /// `///` lines.
  public var documentation: [String]
  /// Whether new code should do without it.
  public var isDeprecated: Bool
  /// The name on the wire and the words behind it in `API.md`.
  public var wire: String

  /// The name of what is stored.
  public var storage: String { Self.storage(name, isDeprecated) }

  /// The name of what is stored: another one for what is deprecated, so that generated code does not
  /// warn about itself.
  static func storage(_ name: String, _ isDeprecated: Bool) -> String {
    isDeprecated ? "_" + Identifier.bare(name) : name
  }

  /// The path to what is stored, as an argument: `\.name`, `boxed: \._name`.
  public var keyPath: String {
    isBoxed ? "boxed: \\._\(Identifier.bare(storage))" : String(parts: "\\.", storage)
  }
}

/// A parameter of an initializer or a method.
public struct ParameterPlan: Sendable {
  /// The whole declaration: `seconds: Int? = nil`.
  public var declaration: String
  /// The name inside the body.
  public var name: String

  /// Whether a caller may leave it out.
  var isDefaulted: Bool
}

/// The property that keeps keys without a name.
public struct AdditionalPlan: Sendable {
  /// The name as declared.
  public var name: String
  /// The Swift type of the dictionary.
  public var type: String
  /// Calls that name the limits of its values; empty when they have none.
  public var limits: String
}

/// What stands behind `static let` or `case`: one member that is described, or several that are not.
public struct DeclarationPlan: Sendable {
  /// `///` lines.
  public var documentation: [String]
  /// `small: Self = "small", large: Self = "large"`.
  public var names: String

  /// Members that nobody described stand together, as many as `room` holds.
  static func gathered(
    _ members: [(documentation: [String], text: String)], room: Int
  ) -> [DeclarationPlan] {
    var lines: [DeclarationPlan] = []
    // How much room the last line leaves for more.
    var rest = 0
    for (documentation, text) in members {
      let width = text.width + 2
      if documentation.isEmpty, width <= rest {
        lines[lines.count - 1].names += ", "
        lines[lines.count - 1].names += text
      } else {
        lines.append(DeclarationPlan(documentation: documentation, names: text))
        rest = documentation.isEmpty ? room + 2 : 0
      }
      rest -= width
    }
    return lines
  }
}

/// An open set of known values.
public struct EnumerationPlan: Sendable {
  /// A known value.
  public struct Member: Sendable {
    /// The name as declared.
    public var name: String
    /// The value as a literal.
    public var value: String
    /// `///` lines.
    public var documentation: [String]
  }

  /// The Swift type of the values.
  public var rawType: String
  /// The protocol of the runtime that makes it an open set.
  public var conformance: String
  /// The known values.
  public var members: [Member]
  /// The known values as declarations: those that nobody described several to a line.
  public var declarations: [DeclarationPlan]
  /// The names of all members as lines of a list, each with its commas.
  public var allKnown: [String]
  /// Whether the list does not fit on one line.
  public var isWide: Bool
}

/// One of several types.
public struct ChoicePlan: Sendable {
  /// One of the types.
  public struct Case: Sendable {
    /// The name as declared.
    public var name: String
    /// The Swift type.
    public var type: String
    /// `///` lines.
    public var documentation: [String]
    /// The tag's values as literals separated by commas.
    public var tags: String
    /// The first tag as a literal, when encoding has to write it.
    public var writtenTag: String?
    /// The keys that tell an object, as arguments; empty where a property's value decides.
    public var keys: String
  }

  /// Cases for one kind of JSON value.
  public struct Group: Sendable {
    /// Patterns such as `.string` or `.integer, .number`.
    public var kinds: String
    /// The cases; one, or several to tell apart.
    public var cases: [Case]
    /// Whether the cases are objects that their keys tell apart.
    public var isObjects: Bool
    /// Whether the choice has a case for what is none of them.
    public var hasFallback: Bool
    /// Whether the kind alone decides.
    public var isCertain: Bool { cases.count == 1 && !hasFallback }
    /// The places of cases that keep keys they do not know, where others do not.
    public var open: String?
    /// The types of the cases, for objects that may have the same keys with other values.
    public var attempted: String?
  }

  /// A kind of literal that a value can be written as.
  public struct LiteralCase: Sendable {
    /// The protocol that allows it.
    public var conformance: String
    /// The label of the initializer.
    public var label: String
    /// The case that the literal becomes.
    public var name: String
    /// The Swift type of the literal.
    public var type: String
  }

  /// Whether a value may hold another of the same type.
  public var isIndirect: Bool
  /// Whether there are more variants than the compiler looks through for one that is missing.
  public var isMany: Bool { cases.count > 400 }
  /// The cases in the order of the description.
  public var cases: [Case]
  /// The cases as declarations: those that nobody described several to a line.
  public var declarations: [DeclarationPlan]
  /// The tag's key as a literal, when the value of a property decides.
  public var tag: String?
  /// The case of values whose tag is missing or not known, or that have no other's shape; `nil` when
  /// they are kept as they came.
  public var fallback: String?
  /// The key as a literal, when how a property's value begins decides.
  public var prefix: String?
  /// The kinds of value, when the shape decides.
  public var groups: [Group]
  /// The kinds of literal that a value can be written as.
  public var literals: [LiteralCase]
  /// Cases to go on checking inside.
  public var checked: [String]
  /// Conformances after the name.
  public var conformances: String
  /// Conformances that literals need, where they need a line of their own; else empty.
  public var literalConformances: String
}
