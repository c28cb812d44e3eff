import ClientRuntime

/// What a vendor wants of one field of a body.
struct FieldRule: Sendable {
  var name: String
  var kinds: [JSONKind]
  var isRequired = false
  var values: [String] = []
  var limit: Int?

  static func text(
    _ name: String, _ values: [String] = [], isRequired: Bool = false, limit: Int? = nil
  ) -> FieldRule {
    FieldRule(
      name: name, kinds: [.string], isRequired: isRequired, values: values, limit: limit)
  }

  static func field(_ name: String, _ kinds: JSONKind...) -> FieldRule {
    FieldRule(name: name, kinds: kinds)
  }

  /// What is wrong with the field in an object.
  func problem(in object: JSONValue, at path: String = "") -> Refusal? {
    let place = path + name
    guard let value = object[name], value != .null else {
      return isRequired ? Refusal(.invalid, "\(place) is required") : nil
    }
    guard kinds.contains(value.kind) else {
      let wanted = kinds.map { "\($0)" }.joined(separator: " or ")
      return Refusal(.unreadable, "\(place) must be of type \(wanted), not \(value.kind)")
    }
    guard let text = value.stringValue else { return nil }
    if !values.isEmpty, !values.contains(text) {
      return Refusal(.invalid, "\(place) value '\(text)' is invalid")
    }
    if let limit, text.unicodeScalars.count > limit {
      return Refusal(.invalid, "\(place) has more than \(limit) characters")
    }
    return nil
  }
}

extension [FieldRule] {
  /// Refuses an object at the first field that is wrong.
  func check(_ object: JSONValue, at path: String = "") throws(Refusal) {
    guard object.objectValue != nil else {
      throw Refusal(.unreadable, "\(path.isEmpty ? "the body" : path) must be an object")
    }
    for rule in self {
      if let problem = rule.problem(in: object, at: path) { throw problem }
    }
  }

  /// Refuses a list of objects at the first that is wrong.
  func checkEach(_ list: JSONValue?, at path: String) throws(Refusal) {
    for (index, item) in (list?.arrayValue ?? []).enumerated() {
      try check(item, at: "\(path)[\(index)].")
    }
  }
}
