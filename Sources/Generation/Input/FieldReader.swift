import Diagnostics
import YAML

/// Reads the mappings of gen.yaml and templates.yaml, and says where one is not as it should be.
struct FieldReader {
  let id: String
  var diagnostics = DiagnosticList()

  init(id: String) { self.id = id }

  /// The entries of a mapping, each of whose keys must be known.
  mutating func fields(_ node: Node?, of what: String, known: [String]) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (key, value) in entries(node, of: what) {
      guard known.contains(key.string ?? "") else {
        unknown(key, of: what, known: known)
        continue
      }
      fields[key.string ?? ""] = value
    }
    return fields
  }

  /// The entries of a mapping whose keys are up to its author.
  mutating func entries(_ node: Node?, of what: String) -> [(key: Node, value: Node)] {
    guard let node, !node.isNull else { return [] }
    guard node.kind == .mapping else {
      wrong(node, what, "a mapping")
      return []
    }
    return Array(node.entries)
  }

  mutating func text(_ node: Node?, of what: String) -> String? {
    guard let node, !node.isNull else { return nil }
    guard let text = node.string, !text.isEmpty else {
      wrong(node, what, "a text")
      return nil
    }
    return text
  }

  /// One of a few words.
  mutating func word(_ node: Node?, of what: String, among words: [String]) -> String? {
    guard let node, let word = text(node, of: what) else { return nil }
    guard words.contains(word) else {
      diagnostics.error(
        id, "\(what) cannot be '\(word)'", at: node.range, help: "use \(listed(words))")
      return nil
    }
    return word
  }

  /// A list of texts; a single text counts as a list of one.
  mutating func texts(_ node: Node?, of what: String, as word: SwiftWord = .anything) -> [String] {
    guard let node, !node.isNull else { return [] }
    if node.string != nil { return [swift(node, of: what, as: word)].compactMap(\.self) }
    guard node.kind == .sequence else {
      wrong(node, what, "a list of texts")
      return []
    }
    return node.elements.compactMap { swift($0, of: "an item of \(what)", as: word) }
  }

  /// A mapping of texts, which stand in the sources as they are where they are Swift.
  mutating func table(
    _ node: Node?, of what: String, as word: SwiftWord = .anything
  ) -> [String: String] {
    var table: [String: String] = [:]
    for (key, value) in entries(node, of: what) {
      table[key.string ?? ""] = swift(value, of: "'\(key.string ?? "")' in \(what)", as: word)
    }
    return table
  }

  private mutating func swift(_ node: Node?, of what: String, as word: SwiftWord) -> String? {
    guard let node, let text = text(node, of: what) else { return nil }
    guard word.allows(text) else {
      diagnostics.error(
        id, "\(what) cannot be '\(text)' in Swift", at: node.range, help: word.advice)
      return nil
    }
    return text
  }

  private mutating func unknown(_ key: Node, of what: String, known: [String]) {
    let near = nearMiss(key.string ?? "", among: known)
    diagnostics.error(
      id, "\(what) has no key '\(key.string ?? "")'", at: key.range,
      help: near.map { "did you mean '\($0)'?" } ?? "the keys are \(listed(known))")
  }

  private mutating func wrong(_ node: Node, _ what: String, _ wanted: String) {
    diagnostics.error(id, "\(what) must be \(wanted)", at: node.range)
  }
}

/// Words as a sentence lists them: 'a', 'b' or 'c'.
func listed(_ words: [String]) -> String {
  let quoted = words.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}
