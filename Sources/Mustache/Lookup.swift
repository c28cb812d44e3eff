import Diagnostics

extension Renderer {
  /// The value of a path, from the innermost object outwards.
  mutating func find(_ path: Path, _ template: Template) -> Value {
    guard let first = path.keys.first else { return stack.last?.value ?? .null }
    var index = stack.count - 1
    while index >= 0 {
      if case .object(let object) = stack[index].value, let value = object[first] {
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
    reportUnknown(first.name, path, template, in: stack.reversed().map(\.value))
    return .null
  }

  private mutating func descend(_ value: Value, _ path: Path, _ template: Template) -> Value {
    var value = value
    for key in path.keys.dropFirst() {
      guard case .object(let object) = value, let next = object[key] else {
        reportUnknown(key.name, path, template, in: [value])
        return .null
      }
      value = next
    }
    return value
  }

  private mutating func reportUnknown(
    _ name: String, _ path: Path, _ template: Template, in values: [Value]
  ) {
    guard library.missing == .error else { return }
    let objects = values.compactMap { value in
      if case .object(let object) = value { object } else { nil }
    }
    let kind = objects.lazy.compactMap(\.kind).first
    let noun = kind.map { ("aeiou".contains($0.prefix(1)) ? "an " : "a ") + $0 } ?? "the data"
    diagnostics.error(
      "template-unknown-key", "'\(name)' is nothing that \(noun) has",
      at: template.file.range(path.bytes),
      help: nearest(to: name, in: objects.flatMap(\.keys)).map { "did you mean '\($0)'?" })
  }
}
