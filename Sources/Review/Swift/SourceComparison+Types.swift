import YAML

extension SourceComparison {
  /// The types of both modules that are the same one; those without a counterpart are told.
  mutating func pairTypes() -> [(Container, Container)] {
    var pairs: [(Container, Container)] = []
    let depth: (Container) -> Int = { $0.path.utf8.count { $0 == UInt8(ascii: ".") } }
    var successors = Successors(new.containers.filter { !old.hasContainer($0.path) })
    var gone: [Container] = []
    for container in old.containers.sorted(by: { (depth($0), $0.path) < (depth($1), $1.path) }) {
      let path = outerTranslated(container.path)
      if let same = new.container(path) {
        if path != container.path { renamed[container.path] = path }
        pairs.append((container, same))
        continue
      }
      guard let other = successors.take(for: container) else {
        if !gone.contains(where: { container.path.hasPrefix($0.path + ".") }) {
          noteGone(container)
        }
        gone.append(container)
        continue
      }
      renamed[container.path] = other.path
      noteRenamed(container, other)
      pairs.append((container, other))
    }
    noteGoneAliases(in: gone)
    return pairs
  }

  /// A path with the new name of the type around, where that has one.
  private func outerTranslated(_ path: String) -> String {
    if renamed.isEmpty { return path }
    var outer = path
    while let dot = outer.lastIndex(of: ".") {
      outer = String(outer[..<dot])
      if let name = renamed[outer] { return name + path.dropFirst(outer.count) }
    }
    return path
  }

  private mutating func noteGone(_ container: Container) {
    changes.append(
      SourceChange(
        aspect: "type-removed", verdict: .breaking, symbol: container.path,
        message: "type '\(container.path)' is gone",
        witness: "_ = \(qualified(container.path)).self",
        remedy: "remove what uses it", old: container.place))
  }

  private mutating func noteRenamed(_ container: Container, _ other: Container) {
    let name: (Container) -> Substring? = { $0.path.split(separator: ".").last }
    changes.append(
      SourceChange(
        aspect: name(container) == name(other) ? "type-moved" : "type-renamed", verdict: .breaking,
        symbol: container.path,
        message: "type '\(container.path)' is called '\(other.path)' now",
        witness: "_ = \(qualified(container.path)).self",
        remedy:
          "write \(new.namespace).\(other.path), or keep the old name with 'renames' in gen.yaml",
        old: container.place, new: other.place))
  }

  /// Notes the other names of types that are gone; those in a type that is gone go with it.
  private mutating func noteGoneAliases(in gone: [Container]) {
    let paths = old.names.aliasPaths.filter { path in
      !new.knows(outerTranslated(path)) && !gone.contains { path.hasPrefix($0.path + ".") }
    }
    for path in paths.sorted() {
      let target = old.names.target(ofAlias: path) ?? path
      changes.append(
        SourceChange(
          aspect: "type-removed", verdict: .breaking, symbol: path,
          message: "type '\(path)', another name of '\(target)', is gone",
          witness: "_ = \(qualified(path)).self", remedy: "write \(new.namespace).\(target)",
          old: old.place(path), new: new.place(target)))
    }
  }

  mutating func compareTypes(_ left: Container, _ right: Container) {
    guard left.form == right.form else { return noteKind(left, right) }
    if left.rawType != right.rawType {
      changes.append(
        SourceChange(
          aspect: "raw-type-changed", verdict: .breaking, symbol: left.path + ".rawValue",
          message:
            "raw values of '\(left.path)' are '\(right.rawType)' instead of '\(left.rawType)'",
          witness:
            "_ = { (value: \(qualified(left.path))) -> \(left.rawType) in value.rawValue }",
          remedy: "use the new type of the raw values", old: left.place, new: right.place))
    }
    compareMembers(left, right)
    if let old = left.arguments, let new = right.arguments {
      compareInitializers(left, right, old, new)
    }
    for name in left.conformances where !right.conformances.contains(name) {
      changes.append(
        SourceChange(
          aspect: "conformance-removed", verdict: .breaking, symbol: left.path,
          message: "type '\(left.path)' does not conform to '\(name)' any more",
          witness: "_ = { (value: \(qualified(left.path))) -> any \(name) in value }",
          remedy: "conform to it in an extension of your own, or do without it", old: left.place,
          new: right.place))
    }
  }

  private mutating func noteKind(_ left: Container, _ right: Container) {
    let type = qualified(left.path)
    let witness =
      switch left.form {
      case .record:
        left.members.first.map { "_ = { (value: \(type)) in value.\($0.name) }" }
          ?? "_ = \(type).fieldTable"
      case .enumeration: "_ = \(type).allKnown"
      case .choice:
        "_ = { (value: \(type)) -> Void in if case .\(left.members.first?.name ?? "other") = value {} }"
      case .constants: "_ = \(type).self"
      }
    changes.append(
      SourceChange(
        aspect: "type-kind-changed", verdict: .breaking, symbol: left.path,
        message:
          "type '\(left.path)' is a \(right.form.rawValue) instead of a \(left.form.rawValue)",
        witness: witness, remedy: "write what makes and reads its values anew", old: left.place,
        new: right.place))
  }
}
