import Diagnostics

extension Renderer {
  /// The value of a path, from the innermost object outwards.
  mutating func find(_ path: Path, _ template: Template) -> Value {
    guard let first = path.keys.first else { return stack[stack.count - 1].value }
    let symbol = template.symbols[first]
    let mark = symbol.mark
    var index = stack.count - 1
    while index >= 0 {
      if stack[index].marks & mark != 0, case .object(let object) = stack[index].value,
        let value = object[symbol]
      {
        return path.keys.count == 1 ? value : descend(value, path, template)
      }
      index -= 1
    }
    if let position = path.position, let frame = stack.last(where: { $0.count >= 0 }) {
      switch position {
      case .first: return .bool(frame.index == 0)
      case .last: return .bool(frame.index == frame.count - 1)
      case .index: return .number(Double(frame.index))
      }
    }
    reportUnknown(path, template)
    return .null
  }

  private mutating func descend(_ value: Value, _ path: Path, _ template: Template) -> Value {
    var value = value
    for key in path.keys.dropFirst() {
      guard case .object(let object) = value, let next = object[template.symbols[key]] else {
        reportUnknown(key, of: value, path, template)
        return .null
      }
      value = next
    }
    return value
  }

  private mutating func reportUnknown(_ path: Path, _ template: Template) {
    guard isFirstReport(path, template) else { return }
    let name = template.program.names[path.keys.lowerBound]
    if path.position != nil {
      diagnostics.error(
        "template-unknown-key", "'\(name)' is only known inside a list",
        at: template.file.range(path.bytes))
      return
    }
    let objects = stack.reversed().compactMap { frame in
      if case .object(let object) = frame.value { object } else { nil }
    }
    var known = objects.flatMap(\.keys)
    if stack.contains(where: { $0.count >= 0 }) {
      known += Path.Position.allCases.map(\.rawValue)
    }
    let noun = objects.lazy.compactMap(\.noun).first ?? "the data"
    diagnostics.error(
      "template-unknown-key", "'\(name)' is nothing that \(noun) has",
      at: template.file.range(path.bytes),
      help: nearest(to: name, in: known).map { "did you mean '\($0)'?" })
  }

  private mutating func reportUnknown(
    _ key: Int, of value: Value, _ path: Path, _ template: Template
  ) {
    guard isFirstReport(path, template) else { return }
    let names = template.program.names
    let owner = names[path.keys.lowerBound..<key].joined(separator: ".")
    var (message, help) = ("'\(names[key])' is nothing that '\(owner)' has", String?.none)
    if case .object(let object) = value {
      help = nearest(to: names[key], in: object.keys).map { "did you mean '\($0)'?" }
    } else {
      message += ", which is \(value.noun)"
      help = "open it as a section: '{{#\(owner)}}'"
    }
    diagnostics.error(
      "template-unknown-key", message, at: template.file.range(path.bytes), help: help)
  }

  /// Whether a finding about a tag is wanted and new.
  mutating func isFirstReport(_ path: Path, _ template: Template) -> Bool {
    guard library.missing == .error else { return false }
    let place = Place(template: ObjectIdentifier(template), offset: path.bytes.lowerBound)
    return reported.insert(place).inserted
  }
}

extension Object {
  /// What it is called in messages: `a model`.
  var noun: String? {
    kind.map { ("aeiou".contains($0.prefix(1)) ? "an " : "a ") + $0 }
  }
}

extension Value {
  var noun: String {
    switch self {
    case .null: "empty"
    case .bool: "a flag"
    case .string: "a text"
    case .number: "a number"
    case .items: "a list"
    case .object(let object): object.noun ?? "an object"
    case .lambda: "a lambda"
    }
  }
}
