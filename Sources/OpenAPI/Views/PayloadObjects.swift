import YAML

/// One value that a request carries outside its body.
public struct ParameterObject: ObjectView {
  /// The mapping that holds the object, or a reference.
  public let node: Node

  /// Looks at a mapping as a parameter.
  public init(_ node: Node) { self.node = node }

  /// The name on the wire.
  public var name: String? { text("name") }
  /// `path`, `query`, `header`, `cookie`; `querystring` in 3.2, `body` and `formData` in 2.0.
  public var location: String? { text("in") }
  /// What the value means.
  public var documentation: String? { text("description") }
  /// Whether a request without it is refused.
  public var isRequired: Bool { flag("required") }
  /// Whether new code should do without it.
  public var isDeprecated: Bool { flag("deprecated") }
  /// How lists and objects are written.
  public var style: String? { text("style") }
  /// Whether each item has a pair of its own; `nil` means as the style has it.
  public var explode: Bool? { node[keyword: "explode"]?.bool }
  /// Whether reserved characters stay as they are.
  public var allowsReserved: Bool { flag("allowReserved") }
  /// The value's schema; in Swagger 2.0 the parameter itself is one.
  public var schema: SchemaObject? { object("schema") }
  /// Whether another has the same name and place.
  public func isNamed(as other: ParameterObject) -> Bool {
    hasText("name", of: other) && hasText("in", of: other)
  }

  /// The value as a document of a media type.
  public var content: [(key: Node, value: MediaTypeObject)] { table("content") }
  /// How Swagger 2.0 joins a list.
  public var collectionFormat: String? { text("collectionFormat") }
}

/// What a client sends.
public struct RequestBodyObject: ObjectView {
  /// The mapping that holds the object, or a reference.
  public let node: Node

  /// Looks at a mapping as a request body.
  public init(_ node: Node) { self.node = node }

  /// What the body is for.
  public var documentation: String? { text("description") }
  /// Whether a request without it is refused.
  public var isRequired: Bool { flag("required") }
  /// Its forms by media type.
  public var content: [(key: Node, value: MediaTypeObject)] { table("content") }
}

/// A body in one media type.
public struct MediaTypeObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a media type.
  public init(_ node: Node) { self.node = node }

  /// The schema of the whole body.
  public var schema: SchemaObject? { object("schema") }
  /// The schema of each item of a stream, from 3.2.
  public var itemSchema: SchemaObject? { object("itemSchema") }
  /// How the parts of a form are written, by property.
  public var encoding: [(key: Node, value: EncodingObject)] { table("encoding") }
}

/// How one property of a form is written.
public struct EncodingObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as an encoding.
  public init(_ node: Node) { self.node = node }

  /// The media type of the part.
  public var contentType: String? { text("contentType") }
  /// How lists and objects are written.
  public var style: String? { text("style") }
  /// Whether each item has a pair of its own.
  public var explode: Bool? { node[keyword: "explode"]?.bool }
  /// Headers of a part.
  public var headers: [(key: Node, value: ParameterObject)] { table("headers") }
}

/// One answer of a server.
public struct ResponseObject: ObjectView {
  /// The mapping that holds the object, or a reference.
  public let node: Node

  /// Looks at a mapping as a response.
  public init(_ node: Node) { self.node = node }

  /// When it is given.
  public var documentation: String? { text("description") }
  /// Its forms by media type.
  public var content: [(key: Node, value: MediaTypeObject)] { table("content") }
  /// Its headers.
  public var headers: [(key: Node, value: ParameterObject)] { table("headers") }
  /// The body's schema in Swagger 2.0.
  public var schema: SchemaObject? { object("schema") }
  /// Operations that take values of the answer.
  public var links: [(key: Node, value: LinkObject)] { table("links") }
}

/// An operation that takes values of an answer.
public struct LinkObject: ObjectView {
  /// The mapping that holds the object, or a reference.
  public let node: Node

  /// Looks at a mapping as a link.
  public init(_ node: Node) { self.node = node }

  /// The operation's name.
  public var operationID: String? { text("operationId") }
  /// A reference to the operation.
  public var operationReference: String? { text("operationRef") }
  /// What the link is for.
  public var documentation: String? { text("description") }
  /// Parameters with the expressions that give their values.
  public var parameters: [(name: String, value: String)] {
    node[keyword: "parameters"].map {
      $0.entries.map { ($0.key.string ?? "", $0.value.string ?? "…") }
    }
      ?? []
  }
}
