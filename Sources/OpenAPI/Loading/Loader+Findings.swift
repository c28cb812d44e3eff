import Diagnostics
import Foundation
import YAML

/// How the loader words what is wrong with a reference.
extension Loader {
  /// An example is for readers: nothing is generated from it that could be missing.
  private mutating func report(
    _ reference: FoundReference, _ id: String, _ message: String, notes: [Diagnostic.Note] = [],
    help: String?, fix: Fix? = nil
  ) {
    let isForReaders = reference.kind == .example
    walk.diagnostics.add(
      Diagnostic(
        isForReaders ? .warning : .error, id, message, at: reference.value.range, notes: notes,
        help: help, fix: fix, isViolation: isForReaders))
  }

  mutating func unresolved(_ reference: FoundReference, _ fragment: String, in tree: Tree) {
    let text = reference.value.string ?? ""
    let near = suggestion(for: fragment, in: tree)
    let location = text.splitFragment.location
    report(
      reference, "unresolved-reference", "'\(text)' leads to nothing",
      help: near.map { "did you mean '\(location)#\($0)'?" }
        ?? (location.isEmpty ? overlay(adding: fragment) : nil),
      fix: near.flatMap { Fix(replacing: reference.value, with: "\(location)#\($0)") })
  }

  /// How to have the schema that is missing without changing the description.
  private func overlay(adding fragment: String) -> String? {
    guard let tokens = Pointer(fragment: fragment)?.tokens, let name = tokens.last,
      [["components", "schemas"], ["definitions"]].contains(Array(tokens.dropLast())),
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) })
    else { return nil }
    let schema = tokens.reversed().reduce("{}") { "{\($1): \($0)}" }
    return "add it, in the description or by the overlay action '{target: $, update: \(schema)}'"
  }

  /// The sibling of what was meant whose name is nearest.
  private func suggestion(for fragment: String, in tree: Tree) -> String? {
    guard var pointer = Pointer(fragment: fragment), let name = pointer.tokens.popLast() else {
      return nil
    }
    let parents = [pointer, Pointer("/components/schemas"), Pointer("/definitions")]
    for case let parent? in parents {
      let names = tree.root?[parent]?.entries.compactMap(\.key.string) ?? []
      if names.contains(name) { return parent.appending(name).description }
      if let near = nearMiss(name, among: names) { return parent.appending(near).description }
    }
    return nil
  }

  /// How many references one pointer may lead through.
  static let mostDetours = 32

  mutating func detour(_ reference: FoundReference) {
    walk.diagnostics.violation(
      "ref-through-ref", "'\(reference.value.string ?? "")' leads through another reference",
      at: reference.value.range, help: "refer to where the other one leads")
  }

  mutating func overridden(_ reference: FoundReference, _ name: String) {
    walk.diagnostics.warning(
      "unsupported-keyword",
      "'$dynamicRef' means another schema where one that builds on this has '$dynamicAnchor: \(name)'",
      at: reference.value.range,
      help: "everywhere the anchor beside it is generated, as '$ref' would have it")
  }

  mutating func circular(_ reference: FoundReference) {
    report(
      reference, "circular-reference",
      "'\(reference.value.string ?? "")' leads back to itself without ever saying what it is",
      help: nil)
  }

  mutating func remote(_ reference: FoundReference) {
    report(
      reference, "ref-remote",
      "'\(reference.value.string ?? "")' is on the network, which is never asked",
      help: "save it beside the description and refer to the file")
  }

  mutating func outside(_ reference: FoundReference) {
    let folder = workspace.root.isEmpty ? "." : workspace.root
    // `/definitions/Pet` is a pointer whose `#` was forgotten.
    let meant = Pointer(reference.value.string ?? "").flatMap { reference.value.tree.root?[$0] }
    if meant != nil { return withoutHash(reference) }
    report(
      reference, "ref-outside",
      "'\(reference.value.string ?? "")' is outside of the folder '\(folder)'",
      help: "move the file into the folder of the descriptions, or name a wider one with --root")
  }

  private mutating func withoutHash(_ reference: FoundReference) {
    let text = reference.value.string ?? ""
    walk.diagnostics.error(
      "unresolved-reference", "'\(text)' leads to nothing", at: reference.value.range,
      help: "did you mean '#\(text)'?",
      fix: Fix(
        replacing: reference.value, with: reference.value.isPlain ? "'#\(text)'" : "#\(text)"))
  }

  mutating func unreadable(_ reference: FoundReference, _ path: String, _ error: any Error) {
    let text = reference.value.string ?? ""
    let isName = !text.contains("/") && !text.contains(".")
    let near = isName ? suggestion(for: "/components/schemas/" + text, in: root.tree) : nil
    report(
      reference, "unresolved-reference", "the file '\(path)' cannot be read",
      notes: [Diagnostic.Note(error.localizedDescription)],
      help: near.map { "did you mean '#\($0)'?" },
      fix: near.flatMap {
        Fix(replacing: reference.value, with: reference.value.isPlain ? "'#\($0)'" : "#\($0)")
      })
  }
}

extension String {
  /// What stands before the first `#`, and what stands after it.
  var splitFragment: (location: String, fragment: String) {
    guard let hash = utf8.firstIndex(of: UInt8(ascii: "#")) else { return (self, "") }
    return (String(self[..<hash]), String(self[utf8.index(after: hash)...]))
  }

  /// The path from another address to this one, which lies in the same folder or below.
  func relative(to other: String?) -> String? {
    guard let other, let slash = other.lastIndex(of: "/") else { return nil }
    let folder = other[...slash]
    return hasPrefix(folder) ? String(dropFirst(folder.count)) : nil
  }

  /// Whether it begins with a URI scheme, or with the name of a host.
  var isRemote: Bool {
    if hasPrefix("//") { return true }
    guard let colon = firstIndex(of: ":") else { return false }
    let scheme = self[..<colon]
    return scheme.count > 1 && scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
  }
}
