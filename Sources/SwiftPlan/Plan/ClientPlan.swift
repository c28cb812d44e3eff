/// The type that makes calls.
public struct ClientPlan: Sendable {
  /// A place that the API can be reached at.
  public struct Server: Sendable {
    /// The name as declared.
    public var name: String
    /// The address as a literal; with variables, one with interpolations of the parameters.
    public var url: String
    /// The parameters of a server with variables, separated by commas.
    public var parameters: String?
    /// `///` lines.
    public var documentation: [String]
  }

  /// A credential that the client may be given.
  public struct Credential: Sendable {
    /// The name as declared.
    public var name: String
    /// The name in the description, as a literal.
    public var key: String
    /// One line on what it is.
    public var note: String
    /// `///` lines.
    public var documentation: [String]
  }

  /// `///` lines.
  public var documentation: [String]
  /// `///` lines of the initializer.
  public var initializer: [String]
  /// The types of the servers' variables that have known values.
  public var variables: [TypePlan]
  /// The servers; none when the description names none.
  public var servers: [Server]
  /// The argument that is used when a caller names no server; `nil` makes callers name one.
  public var defaultServer: String?
  /// The credentials.
  public var credentials: [Credential]
  /// The ways in of operations that name none themselves, as a literal.
  public var security: String?
  /// The arguments that name the error bodies of operations that name none themselves.
  public var failures: [String]
  /// The operations that stand in the client's own file.
  public var operations: [OperationPlan]
  /// The modules that the client's file needs.
  public var imports: [String]
}

/// A method that makes a call.
public struct OperationPlan: Sendable {
  /// The operation's index in the contract.
  public var index: Int
  /// The name as declared.
  public var name: String
  /// The name as a literal, for logs and errors.
  public var id: String
  /// `///` lines.
  public var documentation: [String]
  /// Whether new code should do without it.
  public var isDeprecated: Bool
  /// `.get`, `.post`, or `.init(rawValue: "PURGE")`.
  public var method: String
  /// The path as a literal.
  public var path: String
  /// The method and path for `API.md`.
  public var route: String
  /// The parameters of the method.
  public var parameters: [ParameterPlan]
  /// The parameters as lines, when they do not fit on the line that the method begins on.
  public var parameterLines: [String]
  /// Whether the call is changed after it is made.
  public var isBuilt: Bool
  /// The ways in, as a literal; `nil` when it has none or the client's.
  public var security: String?
  /// The address that replaces the client's, as an expression.
  public var server: String?
  /// The media types to ask for, as a literal, where the reader's own are not right.
  public var accept: String?
  /// `safe`, `none` and such, as an argument.
  public var idempotency: String?
  /// Statements that put values into the call, as name and arguments.
  public var steps: [Step]
  /// How the answer is read: `json`, `send`, `stream`…
  public var reader: String
  /// The Swift type of the result; `nil` for none.
  public var result: String?
  /// Declared when several statuses have different bodies.
  public var outcomes: OutcomesPlan?
  /// Whether its signature names types of Foundation.
  public var needsFoundation: Bool

  /// One statement that puts a value into the call.
  public struct Step: Sendable {
    /// The method: `path`, `query`, `body`, `failure`.
    public var verb: String
    /// The arguments.
    public var arguments: String
    /// Items of a list that is the argument, each with a line of its own.
    public var items: [String]
    /// What follows the list.
    public var suffix: String
    /// Calls that name limits: `.minLength(1)`; empty when there are none.
    public var limits: String

    init(
      verb: String, arguments: String, items: [String] = [], suffix: String = "",
      limits: String = ""
    ) {
      self.limits = limits
      self.verb = verb
      self.arguments = arguments
      self.items = items
      self.suffix = suffix
    }
  }
}

/// A choice of results by status.
public struct OutcomesPlan: Sendable {
  /// A result.
  public struct Case: Sendable {
    /// The name as declared.
    public var name: String
    /// The Swift type; `nil` when there is no body.
    public var type: String?
    /// The status pattern: `200`, `200..<300`.
    public var status: String
    /// The expression that reads the body.
    public var reading: String
    /// `///` lines.
    public var documentation: [String]
  }

  /// The name of the type.
  public var name: String
  /// The results.
  public var cases: [Case]
  /// The statuses whose answers are read as they arrive, as an expression; `nil` when none is.
  public var streamed: String?
  /// Whether the type is declared with this method; methods for other forms of the body share it.
  public var isDeclared: Bool
}
