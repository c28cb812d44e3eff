import YAML

/// The top of a description.
public struct DocumentObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a description.
  public init(_ node: Node) { self.node = node }

  /// What the API is called and is for.
  public var info: InfoObject? { object("info") }
  /// Where it can be reached.
  public var servers: [ServerObject] { list("servers") }
  /// The paths in the order written.
  public var paths: [(key: Node, value: PathItemObject)] {
    table("paths").filter { !$0.key.isExtension }
  }
  /// Requests that the server sends on its own.
  public var webhooks: [(key: Node, value: PathItemObject)] { table("webhooks") }
  /// The credentials that operations want unless they say otherwise.
  public var security: [SecurityRequirementObject] { list("security") }
  /// Groups of operations.
  public var tags: [TagObject] { list("tags") }
  /// More to read.
  public var externalDocumentation: ExternalDocumentationObject? { object("externalDocs") }

  /// The host of Swagger 2.0, with its port.
  public var host: String? { text("host") }
  /// What stands before every path in Swagger 2.0.
  public var basePath: String? { text("basePath") }
  /// The schemes of the host's address in Swagger 2.0.
  public var schemes: [String] { words("schemes") }
  /// The media types of request bodies in Swagger 2.0.
  public var consumes: [Node] { node[keyword: "consumes"].map { Array($0.elements) } ?? [] }
  /// The media types of answers in Swagger 2.0.
  public var produces: [Node] { node[keyword: "produces"].map { Array($0.elements) } ?? [] }

  /// Named schemas: `components.schemas`, or `definitions` in Swagger 2.0.
  public var schemas: [(key: Node, value: SchemaObject)] {
    (node[keyword: "components"]?[keyword: "schemas"] ?? node[keyword: "definitions"])
      .map { $0.entries.map { ($0.key, SchemaObject($0.value)) } } ?? []
  }

  /// Named credentials.
  public var securitySchemes: [(key: Node, value: SecuritySchemeObject)] {
    (node[keyword: "components"]?[keyword: "securitySchemes"]
      ?? node[keyword: "securityDefinitions"])
      .map { $0.entries.map { ($0.key, SecuritySchemeObject($0.value)) } } ?? []
  }
}

/// What an API is called and is for.
public struct InfoObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as info.
  public init(_ node: Node) { self.node = node }

  /// The API's name.
  public var title: String? { text("title") }
  /// The description's version, as written.
  public var version: String? { text("version") }
  /// What the API is for, in a line.
  public var summary: String? { text("summary") }
  /// What the API is for, at length.
  public var documentation: String? { text("description") }
}

/// A group of operations.
public struct TagObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a tag.
  public init(_ node: Node) { self.node = node }

  /// The name that operations use.
  public var name: String? { text("name") }
  /// What the group is about.
  public var documentation: String? { text("description") }
}

/// A place where an API can be reached.
public struct ServerObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a server.
  public init(_ node: Node) { self.node = node }

  /// The address, possibly with `{variables}`, possibly relative to the description.
  public var url: String? { text("url") }
  /// A name for it, from 3.2.
  public var name: String? { text("name") ?? text("x-name") }
  /// What it is.
  public var documentation: String? { text("description") }
  /// The variables of the address.
  public var variables: [(key: Node, value: ServerVariableObject)] { table("variables") }
}

/// A variable part of a server's address.
public struct ServerVariableObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a server variable.
  public init(_ node: Node) { self.node = node }

  /// The value when a caller gives none.
  public var defaultValue: String? { text("default") }
  /// The values it may have.
  public var enumeration: [String] { words("enum") }
  /// What it is.
  public var documentation: String? { text("description") }
}

/// A kind of credential.
public struct SecuritySchemeObject: ObjectView {
  /// The mapping that holds the object, or a reference.
  public let node: Node

  /// Looks at a mapping as a security scheme.
  public init(_ node: Node) { self.node = node }

  /// `http`, `apiKey`, `oauth2`, `openIdConnect`, `mutualTLS`; `basic` in Swagger 2.0.
  public var type: String? { text("type") }
  /// What it is and where to get it.
  public var documentation: String? { text("description") }
  /// The name of the header, query item or cookie of an API key.
  public var name: String? { text("name") }
  /// Where an API key goes.
  public var location: String? { text("in") }
  /// The scheme of HTTP authentication.
  public var scheme: String? { text("scheme") }
}
