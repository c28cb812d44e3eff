extension Rule {
  /// What it finds, in a few words: `'maxLength' of a schema was decreased`.
  public var title: String {
    let thing = RuleTable.family(of: self)?.thing ?? id
    return position == .swift ? "in Swift, \(thing)" : "\(thing) was \(edit.rawValue)"
  }

  /// What it finds and where the verdict comes from, in a sentence or two.
  public var explanation: String {
    let title = title
    return "\(title.prefix(1).uppercased())\(title.dropFirst()). \(position.reason)"
  }

  /// Words to filter rules by.
  var tags: [String] { ["api", position.rawValue, edit.rawValue] }
}

extension Rule.Position {
  /// Where the verdict of a change there comes from.
  var reason: String {
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
