import Diagnostics
import YAML

extension Rule {
  static let overlappingPaths = Rule(
    id: "overlapping-paths", severity: .note,
    summary: "no address fits two paths of which neither is the narrower one", scope: .style
  ) { context, findings in
    // All pairs are looked at, which very large descriptions would wait for.
    guard context.paths.count <= 2_000 else { return }
    let paths = context.paths.map { path in
      (key: path.key, parts: (path.key.string ?? "").split(separator: "/"), item: path.item)
    }
    let groups = Dictionary(grouping: paths.indices) { paths[$0].parts.count }
    for index in paths.indices {
      let path = paths[index]
      let earlier = groups[path.parts.count]?.first {
        $0 < index && overlap(paths[$0].parts, path.parts) && share(paths[$0].item, path.item)
      }
      guard let earlier else { continue }
      findings.add(
        "'\(path.key.string ?? "")' and '\(paths[earlier].key.string ?? "")' match some of the same addresses",
        at: path.key.range,
        notes: [Diagnostic.Note("the other path is here", at: paths[earlier].key.range)],
        help: "begin one of them in another way")
    }
  }

  /// Whether each leaves open what the other one says, and nothing else differs.
  private static func overlap(_ left: [Substring], _ right: [Substring]) -> Bool {
    var (isWider, isNarrower) = (false, false)
    for (a, b) in zip(left, right) where a != b {
      let open = (isOpen(a), isOpen(b))
      if !open.0, !open.1 { return false }
      if open.0, !open.1 { isWider = true }
      if open.1, !open.0 { isNarrower = true }
    }
    return isWider && isNarrower
  }

  private static func isOpen(_ part: Substring) -> Bool {
    part.hasPrefix("{") && part.hasSuffix("}") && !part.dropFirst().contains("{")
  }

  private static func share(_ left: Node, _ right: Node) -> Bool {
    let methods: Set = [
      "get", "put", "post", "delete", "patch", "head", "options", "trace", "query",
    ]
    return left.entries.contains { entry in
      entry.key.string.map { methods.contains($0) && right[$0] != nil } ?? false
    }
  }
}
