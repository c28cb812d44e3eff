import YAML

/// The operations of one path.
public struct PathItemObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a path item.
  public init(_ node: Node) { self.node = node }

  /// The methods that a path item may have, in the specification's order.
  public static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  /// The operations in the order written, with their methods in lower case.
  public var operations: [(method: String, key: Node, operation: OperationObject)] {
    var found: [(String, Node, OperationObject)] = []
    for (key, value) in node.entries {
      if let name = Self.methods.first(where: key.hasText) {
        found.append((name, key, OperationObject(value)))
      } else if key.hasText("additionalOperations") {
        for (method, operation) in value.entries {
          found.append((method.string ?? "", method, OperationObject(operation)))
        }
      }
    }
    return found
  }

  /// Parameters that all operations of the path share.
  public var parameters: [ParameterObject] { list("parameters") }
  /// Servers that replace the document's.
  public var servers: [ServerObject] { list("servers") }
}

/// One call that a client can make.
public struct OperationObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as an operation.
  public init(_ node: Node) { self.node = node }

  /// The author's name for it, unique in a valid document.
  public var operationID: String? { text("operationId") }
  /// What it does, in a line.
  public var summary: String? { text("summary") }
  /// What it does, at length.
  public var documentation: String? { text("description") }
  /// The groups that it belongs to.
  public var tags: [String] { words("tags") }
  /// Whether new code should do without it.
  public var isDeprecated: Bool { flag("deprecated") }
  /// Its own parameters, references unresolved.
  public var parameters: [ParameterObject] { list("parameters") }
  /// What the client sends, possibly a reference.
  public var requestBody: RequestBodyObject? { object("requestBody") }
  /// Answers by status code, range or `default`.
  public var responses: [(key: Node, value: ResponseObject)] {
    table("responses").filter { !$0.key.isExtension }
  }
  /// The credentials it wants instead of the document's; `nil` when it says nothing.
  public var security: [SecurityRequirementObject]? {
    node[keyword: "security"].map { $0.elements.map(SecurityRequirementObject.init) }
  }
  /// Servers that replace the path's.
  public var servers: [ServerObject] { list("servers") }
  /// Requests that the server sends later, by name.
  public var callbacks: [(key: Node, value: CallbackObject)] { table("callbacks") }
  /// More to read.
  public var externalDocumentation: ExternalDocumentationObject? { object("externalDocs") }
  /// The media types of its body in Swagger 2.0; `nil` when it says nothing.
  public var consumes: [Node]? { node[keyword: "consumes"].map { Array($0.elements) } }
  /// The media types of its answers in Swagger 2.0; `nil` when it says nothing.
  public var produces: [Node]? { node[keyword: "produces"].map { Array($0.elements) } }
}

/// Requests that the server sends to addresses found in the operation's request.
public struct CallbackObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a callback.
  public init(_ node: Node) { self.node = node }

  /// Path items by the expression that gives their address.
  public var pathItems: [(key: Node, value: PathItemObject)] {
    node.entries.compactMap { key, value in
      key.isExtension ? nil : (key, PathItemObject(value))
    }
  }
}

/// Scheme names that together let a request pass, with their scopes.
public struct SecurityRequirementObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a requirement.
  public init(_ node: Node) { self.node = node }

  /// The schemes, all of them wanted; none means that no credential is needed.
  public var schemes: [(name: Node, scopes: [String])] {
    node.entries.map { ($0.key, $0.value.elements.compactMap(\.string)) }
  }
}

/// A link to more documentation.
public struct ExternalDocumentationObject: ObjectView {
  /// The mapping that holds the object.
  public let node: Node

  /// Looks at a mapping as a link.
  public init(_ node: Node) { self.node = node }

  /// Where it leads.
  public var url: String? { text("url") }
  /// What is found there.
  public var documentation: String? { text("description") }
}
