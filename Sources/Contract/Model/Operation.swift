import YAML

/// A call that a client can make.
public struct Operation: Sendable {
  /// The author's name for it.
  public var id: String?
  /// The HTTP method in upper case.
  public var method: String
  /// The path with `{parameters}` in it.
  public var path: String
  /// The groups that it belongs to.
  public var tags: [String]
  /// What it does.
  public var documentation: Documentation
  /// The values that a request carries outside its body.
  public var parameters: [Parameter]
  /// What a request carries.
  public var body: RequestBody?
  /// The answers that the description names.
  public var responses: [Response]
  /// Ways to be let in, each a list of credentials that go together; empty when none is needed.
  public var security: [[Int]]
  /// The scopes that a token must have, by the credential.
  public var scopes: [Scopes] = []
  /// The servers that replace the API's own.
  public var servers: [Server]
  /// Whether a call may be made again when its outcome is not known.
  public var idempotency: Idempotency?
  /// The operation's key in the description.
  public var node: Node
}

/// What a token must allow for an operation.
public struct Scopes: Hashable, Sendable {
  /// The credential.
  public var credential: Int
  /// The names of the scopes.
  public var names: [String]
}

/// What an operation is chosen by.
public struct OperationKey: Sendable {
  /// The author's name for it.
  public var id: String?
  /// The HTTP method in upper case.
  public var method: String
  /// The path with `{parameters}` in it.
  public var path: String
  /// The groups that it belongs to.
  public var tags: [String]
}

/// Whether a call may be made again when its outcome is not known.
public enum Idempotency: Hashable, Sendable {
  /// It may: the second call changes nothing.
  case safe
  /// It may under a key that goes in a header.
  case key(header: String)
  /// It may not.
  case none
}

/// A value that a request carries outside its body.
public struct Parameter: Sendable {
  /// Where a request carries it.
  public enum Location: String, Sendable {
    case path, query, header, cookie
    /// The whole query as one value.
    case queryString
  }

  /// How lists and objects are written.
  public enum Style: String, Sendable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, tabDelimited, deepObject,
      cookie
    /// As a JSON text.
    case json
  }

  /// The name on the wire.
  public var name: String
  /// Where it goes.
  public var location: Location
  /// How lists and objects are written.
  public var style: Style
  /// Whether each item has a pair of its own.
  public var explode: Bool
  /// Whether reserved characters stay as they are.
  public var allowsReserved: Bool
  /// Whether a request without it is refused.
  public var isRequired: Bool
  /// The type.
  public var type: TypeUse
  /// The one value there is.
  public var constant: Scalar?
  /// What an absent value means.
  public var defaultValue: Node?
  /// The limits of its values.
  public var constraints: Constraints
  /// What it means.
  public var documentation: Documentation
}

/// What a request carries.
public struct RequestBody: Sendable {
  /// Whether a request without it is refused.
  public var isRequired: Bool
  /// Its forms, the preferred one first.
  public var contents: [Content]
  /// What it is for.
  public var documentation: Documentation
}

/// A body in one media type.
public struct Content: Sendable {
  /// What a media type asks of a client.
  public enum Kind: Sendable {
    case json, form, multipart, text, binary, events, jsonLines
  }

  /// How one property of a form is written.
  public struct Part: Sendable {
    /// The property.
    public var key: String
    /// Its media type, when the author gave one.
    public var contentType: String?
    /// How lists and objects are written, when the author said it.
    public var style: Parameter.Style?
    /// Whether each item has a pair of its own, when the author said it.
    public var explode: Bool?
    /// Whether reserved characters stay as they are.
    public var allowsReserved = false
    /// Headers that go with the part.
    public var headers: [Header] = []

    /// A header of a part.
    public struct Header: Sendable {
      /// Its name, type and style.
      public var parameter: Parameter
      /// The one value there is, which no caller has to give.
      public var constant: Scalar?
    }
  }

  /// The media type as written.
  public var mediaType: String
  /// What it asks of a client.
  public var kind: Kind
  /// The type of the whole body, or of each item of a stream.
  public var type: TypeUse
  /// The properties of a form whose author said how they are written.
  public var parts: [Part]
  /// Whether the items of a stream of events are whole events, their names among them.
  public var isNamed = false
  /// Limits of the whole body and of what it lists.
  public var constraints = Constraints()
}

/// An answer that the description names.
public struct Response: Sendable {
  /// The status codes that it stands for.
  public enum Status: Hashable, Sendable {
    case code(Int)
    /// A hundred: 4 is 400 to 499.
    case range(Int)
    /// All that no other answer stands for.
    case otherwise
  }

  /// The status codes that it stands for.
  public var status: Status
  /// Its forms, the preferred one first; none when it has no body.
  public var contents: [Content]
  /// The headers that it carries.
  public var headers: [ResponseHeader]
  /// What can be done with it next.
  public var links: [Link]
  /// When it is given.
  public var documentation: Documentation
}

/// A header of an answer.
public struct ResponseHeader: Hashable, Sendable {
  /// The name on the wire.
  public var name: String
  /// The type of its value.
  public var type: TypeUse
  /// Whether its value is a JSON text.
  public var isJSON: Bool
  /// What it tells.
  public var documentation: Documentation
}

/// An operation that takes values of an answer.
public struct Link: Hashable, Sendable {
  /// The link's name.
  public var name: String
  /// The operation's name, or a reference to it.
  public var operation: String
  /// Parameters with the expressions that give their values.
  public var values: [Value]
  /// The value or the expression that gives the body.
  public var body: String?
  /// The address of a server of its own.
  public var server: String?
  /// What it is for.
  public var documentation: Documentation

  /// A parameter and the expression that gives its value.
  public struct Value: Hashable, Sendable {
    /// The parameter.
    public var name: String
    /// The expression.
    public var expression: String
  }
}

/// What the server sends on its own, to an address that the client has given.
public struct Delivery: Sendable {
  /// Its name in the description.
  public var name: String
  /// The HTTP method in upper case.
  public var method: String
  /// The operation whose callback it is.
  public var operation: Int?
  /// The type of its body.
  public var type: TypeUse
  /// Whether its body is a form; else it is JSON.
  public var isForm: Bool
  /// What it tells.
  public var documentation: Documentation
}
