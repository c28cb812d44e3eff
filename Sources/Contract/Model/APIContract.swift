import YAML

/// What an API is, in no programming language: the types it speaks and the calls it answers.
///
/// Types refer to each other by id, so that recursion needs no care.
public struct APIContract: Sendable {
  /// The API's own name.
  public var title: String
  /// The description's version, as its author wrote it.
  public var version: String
  /// What the API is for.
  public var documentation: Documentation
  /// What else is to be known about it: who to ask, on what terms it may be used.
  public var particulars: [Particular]
  /// The groups of operations that the author described.
  public var tags: [Tag]
  /// Where it can be reached; the first is the default.
  public var servers: [Server]
  /// The credentials that its operations know.
  public var credentials: [Credential]
  /// Every type, at the index that its id says.
  public var types: [TypeDeclaration]
  /// Every call, in the order of the description.
  public var operations: [Operation]
  /// What the server sends on its own: webhooks and callbacks.
  public var deliveries: [Delivery]

  /// The type with an id.
  ///
  /// Lent, not copied: planning asks a hundred thousand times, mostly for the shape alone.
  @inlinable
  public subscript(id: TypeID) -> TypeDeclaration { _read { yield types[id.index] } }

  /// The ids of all types; going over them lends one type at a time where an array would copy it.
  public var ids: some Sequence<TypeID> { types.indices.lazy.map { TypeID(index: $0) } }

  /// What the values of a type look like, wherever it is declared.
  @inlinable
  public func shape(of id: TypeID) -> Shape {
    if case .duplicate(let first) = types[id.index].shape { return types[first.index].shape }
    return types[id.index].shape
  }
}

/// Something to be known about an API beside what it does.
public struct Particular: Hashable, Sendable {
  /// What it is: `Contact`, `License`, `Terms of service`.
  public var name: String
  /// The rest, in a line.
  public var text: String
}

/// A group of operations.
public struct Tag: Hashable, Sendable {
  /// The name that operations use.
  public var name: String
  /// What the group is about.
  public var documentation: Documentation
}

/// The position of a type in its contract.
public struct TypeID: Hashable, Sendable {
  /// The index in `APIContract.types`.
  public let index: Int
}

/// What a person wrote about something.
public struct Documentation: Hashable, Sendable {
  /// One line, when the author gave one.
  public var summary: String?
  /// The rest, as Markdown.
  public var text: String?
  /// Whether new code should do without it.
  public var isDeprecated: Bool
  /// Where to read more.
  public var link: String?
  /// A value that it may have, when the author gave a plain one.
  public var example: Scalar?

  /// Makes documentation; nothing given means that nothing was written.
  public init(
    summary: String? = nil, text: String? = nil, isDeprecated: Bool = false, link: String? = nil,
    example: Scalar? = nil
  ) {
    self.example = example
    self.summary = summary
    self.text = text
    self.isDeprecated = isDeprecated
    self.link = link
  }
}

/// A place where an API can be reached.
public struct Server: Sendable {
  /// A variable part of the address.
  public struct Variable: Sendable {
    /// The name between braces.
    public var name: String
    /// The value when a caller gives none.
    public var defaultValue: String
    /// The values it may have; empty when any will do.
    public var values: [String]
    /// What it is.
    public var documentation: Documentation

    /// The values it may have as a set that may grow; `nil` when any will do.
    public var enumeration: Enumeration? {
      if values.isEmpty { return nil }
      var seen: Set<String> = []
      let members = values.filter { seen.insert($0).inserted }.map {
        Enumeration.Member(value: .string($0), documentation: Documentation())
      }
      return Enumeration(base: .string, members: members)
    }
  }

  /// A name that the author gave.
  public var name: String?
  /// The address with `{variables}` in it.
  public var url: String
  /// The variables in the order of the description.
  public var variables: [Variable]
  /// What the place is.
  public var documentation: Documentation
}

/// A kind of credential, and where a request carries it.
public struct Credential: Sendable {
  /// Where a request carries a credential.
  public enum Placement: Hashable, Sendable {
    case bearer
    case basic
    case header(String)
    case query(String)
    case cookie(String)
  }

  /// The scheme's name in the description.
  public var name: String
  /// Where a request carries it.
  public var placement: Placement
  /// What it is and where to get it.
  public var documentation: Documentation
  /// How it is obtained, a sentence each.
  public var details: [String]
}
