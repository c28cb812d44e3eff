import Diagnostics

@testable import OpenAPI

/// A text in which circled numbers stand before the places that findings are expected at.
struct Marked {
  var text = ""
  private var marks: [Position: Character] = [:]

  init(_ marked: String) {
    var place = Position(line: 1, column: 1)
    for character in marked {
      if "①②③④".contains(character) {
        marks[place] = character
        continue
      }
      text.append(character)
      if character == "\n" {
        place = Position(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
    }
  }

  /// `error unresolved-reference ①`; a place without a mark is shown as numbers.
  func lines(_ diagnostics: DiagnosticList) -> [String] {
    diagnostics.sorted.map { finding in
      let start = finding.location?.start
      let place = start.flatMap { marks[$0] }.map(String.init) ?? start.map { "\($0)" } ?? "-"
      return "\(finding.severity.rawValue) \(finding.id) \(place)"
    }
  }
}

/// Files in memory, as a folder that a workspace reads from.
struct Folder {
  struct Missing: Error {}

  var files: [String: String] = [:]

  func workspace(root: String = "specs") -> Workspace {
    Workspace(root: root) { [files] path in
      guard let text = files[path] else { throw Missing() }
      return Array(text.utf8)
    }
  }

  /// Loads and validates a text as `specs/api.yaml`.
  func read(
    _ text: String, overlay: String? = nil
  ) -> (document: Document?, diagnostics: DiagnosticList) {
    var (document, diagnostics) = workspace().load(
      SourceFile(name: "specs/api.yaml", text: text),
      overlay: overlay.map { SourceFile(name: "specs/api.overlay.yaml", text: $0) })
    if let document { diagnostics.add(validate(document)) }
    return (document, diagnostics)
  }
}
