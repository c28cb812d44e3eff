import Diagnostics
import YAML

extension Rule {
  static let tagHierarchy = Rule(
    id: "tag-hierarchy", severity: .error,
    summary: "a tag's parent is another tag, and no tag is its own ancestor", scope: .linting
  ) { context, findings in
    let tags = context.document.root["tags"]?.elements.map { $0 } ?? []
    var parents: [String: Node] = [:]
    for tag in tags { parents[tag["name"]?.string ?? ""] = tag["parent"] }
    let names = Set(tags.compactMap { $0["name"]?.string })
    for tag in tags {
      guard let name = tag["name"]?.string, let parent = tag["parent"], let text = parent.string
      else { continue }
      if !names.contains(text) {
        findings.add(
          "the parent '\(text)' of the tag '\(name)' is no tag", at: parent.range,
          help: nearMiss(text, among: names).map { "did you mean '\($0)'?" })
      } else if isOwnAncestor(name, parents) {
        findings.add("the tag '\(name)' is its own ancestor", at: parent.range)
      }
    }
  }

  private static func isOwnAncestor(_ name: String, _ parents: [String: Node]) -> Bool {
    var met: Set<String> = []
    var current = name
    while let parent = parents[current]?.string, met.insert(current).inserted {
      if parent == name { return true }
      current = parent
    }
    return false
  }
}
