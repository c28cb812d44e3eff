extension Rule {
  /// What it finds, in a few words: `a schema's max length: decreased`.
  public var title: String {
    if position == .swift { return "in Swift: \(aspect.spaced)" }
    let thing = aspect.isEmpty ? "" : ", \(aspect.spaced)"
    return "\(position.rawValue.spaced)\(thing): \(edit.rawValue)"
  }

  /// What it finds and where the verdict comes from, in a sentence or two.
  public var explanation: String {
    if position == .swift { return "In Swift: \(aspect.spaced). \(position.reason)" }
    let part =
      aspect.isEmpty
      ? "\((position.article == "an" ? "An" : "A")) \(position.rawValue.spaced)"
      : "The \(aspect.spaced) of \(position.article) \(position.rawValue.spaced)"
    return "\(part) was \(edit.rawValue). \(position.reason)"
  }

  /// Words to filter rules by.
  var tags: [String] { ["api", position.rawValue, edit.rawValue] }
}

extension Rule.Position {
  fileprivate var article: String {
    switch self {
    case .operation, .encoding: "an"
    default: "a"
    }
  }

  /// Where the verdict of a change there comes from.
  fileprivate var reason: String {
    switch self {
    case .schema, .header, .parameter, .mediaType, .body, .encoding:
      """
      Who writes a value suffers when fewer values are accepted, who reads one when there may be more: \
      the verdict follows from the effect on the set of values and from the side that it stands on.
      """
    case .security, .securityScheme:
      "Whoever called with the credentials that were enough before must be let in as before."
    case .operation, .path, .webhook, .callback, .response, .server, .document:
      "What callers rely on must go on being there; what is new harms nobody who does not use it."
    case .swift:
      "A name, a type or an order in the generated module is another one, so that code written against it may not compile."
    }
  }
}

extension String {
  fileprivate var spaced: String { replacing("-", with: " ") }
}
