import YAML

/// A type with what its users can name.
struct Container {
  /// What is declared.
  enum Form: String {
    case record = "structure"
    case enumeration = "open enumeration"
    /// An enumeration whose cases hold values.
    case choice
    /// Names that hold constants.
    case constants = "namespace"
  }

  /// The name from the namespace on.
  var path: String
  var form: Form
  var members: [Member] = []
  /// What its initializer takes; `nil` where callers make no values of it.
  var arguments: [Argument]?
  var conformances: [String] = []
  /// The type of the raw values of an open enumeration.
  var rawType = ""
  /// What its members or arguments come from, by their names, where that has no place of its own.
  var sites: [String: Site] = [:]
  /// Whether a value may be none of the cases.
  var hasOther = false
  /// Where the description says it.
  var place: Node?
}

/// A name inside a type.
struct Member: Equatable {
  var name: String
  /// The Swift type; empty where it follows from the type around.
  var type = ""
  /// What it is on the wire: a key or a value.
  var wire = ""
  var isDeprecated = false
  /// Where the description says it.
  var place: Node?

  static func == (left: Member, right: Member) -> Bool {
    left.name == right.name && left.type == right.type
  }
}

/// A method of the client.
struct Method {
  var name: String
  var arguments: [Argument]
  /// The type of the result; `nil` for none.
  var result: String?
  var isDeprecated: Bool
  /// The call that it makes, `GET /things`.
  var route: String
  /// Where the description says it.
  var place: Node

  /// `Client.list(limit:)`
  var path: String {
    "Client.\(name)(\(arguments.map { $0.label + ":" }.joined()))"
  }
}
