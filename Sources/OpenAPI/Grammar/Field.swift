/// What the value of a keyword looks like.
enum Shape: Sendable {
  case any, string, boolean, integer, number, mapping
  case strings, list
  /// One string out of a fixed vocabulary.
  case word([String])
  case object(ObjectKind)
  case listOf(ObjectKind)
  case mapOf(ObjectKind)
  case mapOfStrings
  /// A mapping whose values are lists of names, or schemas.
  case dependencies
  case stringOrStrings
  /// A schema, or a list of schemas as older drafts had it.
  case items
  /// The names of required properties, where a boolean is a habit of older drafts.
  case requiredNames
  case reference
  /// Values with the schema that each stands for.
  case discriminatorMapping
  /// A discriminator of Swagger 2.0, or one of 3.x.
  case discriminator
}

/// Whether a keyword has to be there.
enum Presence: UInt8, Sendable {
  case optional
  /// The specification requires it, generating does not.
  case expected
  /// Nothing can be generated without it.
  case needed
}

/// One row of the specification's tables: a keyword, what its value is, where it is known.
struct Field: Sendable {
  var name: String
  var shape: Shape
  var presence: Presence
  var releases: ClosedRange<OpenAPIVersion.Release>
  /// What is done instead, for a keyword that nothing here heeds.
  var instead: String?

  init(
    _ name: String, _ shape: Shape, _ presence: Presence = .optional,
    in releases: ClosedRange<OpenAPIVersion.Release> = .all, instead: String? = nil
  ) {
    self.name = name
    self.shape = shape
    self.presence = presence
    self.releases = releases
    self.instead = instead
  }
}

extension ClosedRange where Bound == OpenAPIVersion.Release {
  static let all: Self = .v2 ... .v3_2
  static let swagger: Self = .v2 ... .v2
  static let three: Self = .v3_0 ... .v3_2
  static let three0: Self = .v3_0 ... .v3_0
  static let upTo3_0: Self = .v2 ... .v3_0
  static let from3_1: Self = .v3_1 ... .v3_2
  static let from3_2: Self = .v3_2 ... .v3_2
}

/// The keywords of one kind of object.
struct ObjectGrammar: Sendable {
  var fields: [Field]
  /// What stands under keys that are no keywords: `/pets` under `paths`.
  var others: Shape?
  /// Whether `$ref` may stand for the object.
  var mayBeReference: Bool
  /// Whether `x-…` keys may stand in it.
  var mayBeExtended: Bool

  init(
    _ fields: [Field], others: Shape? = nil, mayBeReference: Bool = false,
    mayBeExtended: Bool = true
  ) {
    self.fields = fields
    self.others = others
    self.mayBeReference = mayBeReference
    self.mayBeExtended = mayBeExtended
    if mayBeReference { self.fields.insert(Field("$ref", .reference), at: 0) }
  }
}
