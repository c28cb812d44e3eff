import Contract
import Diagnostics
import OpenAPI
import SwiftPlan

extension Description {
  /// What is kept or left out by tag, path or operation, and no operation has.
  func unmatchedChoices(_ document: Document) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    let choices = places.map { ($0.key, Optional($0.value)) } + asked.map { ($0, nil) }
    if choices.isEmpty { return diagnostics }
    let keys = operationKeys(document)
    let tags = Set(keys.flatMap(\.tags))
    let paths = Set(keys.map(\.path))
    let operations = Set(keys.compactMap(\.id) + keys.map { "\($0.method) \($0.path)" })
    func report(_ what: String, _ text: String, _ place: SourceRange?, _ all: Set<String>) {
      diagnostics.warning(
        "unmatched-choice", "no operation has the \(what) '\(text)'", at: place,
        help: nearMiss(text, among: all.sorted()).map { "did you mean '\($0)'?" })
    }
    for (choice, place) in choices {
      switch choice {
      case .rename: break
      case .format(let text): diagnostics.add(unmatchedFormat(text, place, document))
      case .tag(let text): if !tags.contains(text) { report("tag", text, place, tags) }
      case .path(let text):
        if !paths.contains(where: { OperationSelection.matches($0, text) }) {
          report("path", text, place, paths)
        }
      case .operation(let text):
        if !operations.contains(text) { report("id", text, place, operations) }
      }
    }
    return diagnostics
  }
}

extension Description {
  /// Formats of a type of their own.
  private static let formats = [
    "integer", "int32", "int64", "uint32", "uint64", "number", "float", "decimal", "date-time",
    "date", "uuid", "uri", "byte", "binary",
  ]

  /// The formats that only a choice of types makes a difference for.
  public var ownFormats: Set<String> { Set(options.formats.keys).subtracting(Self.formats) }

  /// A format that no schema has would change nothing.
  private func unmatchedFormat(
    _ name: String, _ place: SourceRange?, _ document: Document
  ) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    if Self.formats.contains(name) { return diagnostics }
    let known = document.formats
    if known.contains(name) { return diagnostics }
    diagnostics.warning(
      "unmatched-choice", "no schema has the format '\(name)'", at: place,
      help: nearMiss(name, among: Self.formats + known.sorted()).map { "did you mean '\($0)'?" }
        ?? "besides the formats of schemas there are \(listed(Self.formats))")
    return diagnostics
  }
}

extension ModuleBuild {
  /// What was found about several descriptions; a choice that they share need not match something
  /// in each.
  static func findings(_ builds: [ModuleBuild]) -> DiagnosticList {
    var counts: [Diagnostic: Int] = [:]
    for finding in builds.flatMap(\.diagnostics.all) where finding.isUnmatched {
      counts[finding.withoutHelp, default: 0] += 1
    }
    var list = DiagnosticList()
    for finding in builds.flatMap(\.diagnostics.all) {
      guard finding.isUnmatched else {
        list.add(finding)
        continue
      }
      let sharing = builds.count { build in
        finding.location.map { build.description.places.values.contains($0) } ?? true
      }
      if counts.removeValue(forKey: finding.withoutHelp) ?? 0 >= sharing { list.add(finding) }
    }
    return list
  }
}

extension Diagnostic {
  fileprivate var isUnmatched: Bool { id == "unmatched-choice" }

  /// Two descriptions may have other near misses.
  fileprivate var withoutHelp: Diagnostic {
    var finding = self
    finding.help = nil
    return finding
  }
}
