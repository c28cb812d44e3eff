/// What Swift does not let pass as a name, by where the name stands.
enum ReservedWords {
  /// A property, method, parameter or static member as it is declared and used after a dot.
  static func member(_ name: String) -> String {
    guard filter.mayHold(name) else { return name }
    if let other = unquotable[name] { return other }
    return keywords.contains(name) ? "`\(name)`" : name
  }

  /// A type inside another type or a namespace.
  static func type(_ name: String) -> String {
    guard filter.mayHold(name) else { return name }
    return types[name] ?? (keywords.contains(name) ? "`\(name)`" : name)
  }

  private static let filter = WordFilter(
    keywords.union(unquotable.keys).union(types.keys))

  /// Names that mean something else even between backticks, or that the runtime's protocols use.
  private static let unquotable = [
    "self": "selfValue", "init": "initValue", "Type": "typeValue", "none": "noneValue",
    "hashValue": "hashValueProperty", "some": "someValue",
  ]

  private static let types = [
    "Type": "Kind", "Protocol": "ProtocolKind", "Self": "SelfModel", "Any": "AnyModel",
  ]

  private static let keywords: Set<String> = [
    "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import",
    "inout", "internal", "let", "operator", "private", "precedencegroup", "protocol", "public",
    "rethrows", "static", "struct", "subscript", "typealias", "var", "break", "case", "catch",
    "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if", "in",
    "repeat", "return", "throw", "switch", "where", "while", "as", "Any", "false", "is", "nil",
    "self", "Self", "super", "throws", "true", "try", "await", "actor", "_",
  ]
}
