/// One Swift module in finished words: templates add nothing but punctuation and line breaks.
public struct ModulePlan: Sendable {
  /// The module's name, also that of its folder.
  public var module: String
  /// The caseless enumeration that everything stands in.
  public var namespace: String
  /// `public`, `package` or `internal`.
  public var access: String
  /// The description's path as shown in the header of each file.
  public var source: String
  /// The API's own name.
  public var title: String
  /// The description's version.
  public var version: String
  /// `///` lines of the namespace.
  public var documentation: [String]
  /// The type that makes calls.
  public var client: ClientPlan
  /// All types of the namespace, each with what is declared inside, in the order of their names.
  public var types: [TypePlan]
  /// Headers of answers; `nil` when none is described.
  public var headers: HeadersPlan?
  /// Files of types, in the order of their paths.
  public var files: [FilePlan]
  /// Files of operations, when one file would be too long; else all stand in the client's.
  public var operationFiles: [OperationFilePlan]
  /// What the server sends on its own; `nil` when it sends nothing.
  public var deliveries: DeliveriesPlan?
  /// How names of the standard library and the runtime are printed here: qualified where a type of
  /// the description has the same name.
  public var words: [(name: String, printed: String)]
}

/// The headers of answers with the types of their values.
public struct HeadersPlan: Sendable {
  /// One header.
  public struct Header: Sendable {
    /// The name as declared.
    public var name: String
    /// The Swift type of the value.
    public var type: String
    /// The name on the wire, as a literal.
    public var key: String
    /// Whether the value is a JSON text.
    public var isJSON: Bool
    /// Whether new code should do without it.
    public var isDeprecated: Bool
    /// `///` lines.
    public var documentation: [String]
  }

  /// The type's name.
  public var name: String
  /// The headers, in the order of the description.
  public var headers: [Header]
}

/// A file of types.
public struct FilePlan: Sendable {
  /// The file's name without its ending.
  public var name: String
  /// The path of the type that they are declared in, behind a dot; empty for the namespace.
  public var scope: String
  /// The modules that it needs, in alphabetical order.
  public var imports: [String]
  /// The types, in the order of the description.
  public var types: [TypePlan]
}

/// A file of operations.
public struct OperationFilePlan: Sendable {
  /// The file's name without its ending.
  public var name: String
  /// The modules that it needs, in alphabetical order.
  public var imports: [String]
  /// The operations, in the order of the description.
  public var operations: [OperationPlan]
}

/// What the server sends on its own, as a type that names each delivery.
public struct DeliveriesPlan: Sendable {
  /// The type's name.
  public var name: String
  /// The modules that its file needs, in alphabetical order.
  public var imports: [String]
  /// The deliveries, in the order of the description.
  public var deliveries: [DeliveryPlan]
}

/// A webhook or a callback.
public struct DeliveryPlan: Sendable {
  /// The name as declared.
  public var name: String
  /// The name in the description, as a literal.
  public var key: String
  /// The HTTP method.
  public var method: String
  /// Whether the payload is a form.
  public var isForm: Bool
  /// The Swift type of the payload.
  public var type: String
  /// `///` lines.
  public var documentation: [String]
  /// Whether new code should do without it.
  public var isDeprecated: Bool
}
