import Diagnostics
import YAML

/// The findings that were agreed to, as a file that is checked in beside the descriptions.
public struct AcceptanceFile: Sendable {
  /// The entries, in the order of the file.
  public var entries: [Acceptance] = []

  /// Makes an empty file.
  public init() {}

  /// Reads a file; an entry with a mistake is not taken, and said.
  public static func read(
    _ file: SourceFile
  ) -> (file: AcceptanceFile, diagnostics: DiagnosticList) {
    let parsed = parse(file)
    var diagnostics = parsed.diagnostics
    var result = AcceptanceFile()
    guard let root = parsed.tree?.root else { return (result, diagnostics) }
    guard let list = root["accepted"] else {
      diagnostics.error("acceptance", "there is no 'accepted' in this file", at: root.range)
      return (result, diagnostics)
    }
    for item in list.elements {
      if let entry = entry(item, &diagnostics) { result.entries.append(entry) }
    }
    return (result, diagnostics)
  }

  private static func entry(_ node: Node, _ diagnostics: inout DiagnosticList) -> Acceptance? {
    let fields = ["fingerprint", "rule", "pointer", "reason", "expires", "file"]
    let before = diagnostics.all.count
    for (key, _) in node.entries where !fields.contains(key.string ?? "") {
      let near = nearMiss(key.string ?? "", among: fields).map { "did you mean '\($0)'?" }
      diagnostics.error(
        "acceptance", "'\(key.string ?? "")' is no field of an accepted finding", at: key.range,
        help: near ?? "use " + fields.joined(separator: ", "))
    }
    let texts = fields.map { node[$0]?.string?.trimmed ?? "" }
    for (field, text) in zip(fields, texts)
    where text.isEmpty && !["expires", "file"].contains(field) {
      diagnostics.error(
        "acceptance", "an accepted finding has no '\(field)'", at: node.range,
        help: field == "reason" ? "say why it is fine, for those who come later" : nil)
    }
    if !texts[4].isEmpty, !Acceptance.isDay(texts[4]) {
      diagnostics.error(
        "acceptance", "'\(texts[4])' is no day", at: node["expires"]?.range,
        help: "write it as 2027-01-31")
    }
    if !texts[1].isEmpty, RuleTable.rule(named: texts[1]) == nil {
      let near = nearMisses(texts[1], among: RuleTable.rules.map(\.id)).map { "'\($0)'" }
      diagnostics.error(
        "acceptance", "there is no rule '\(texts[1])'", at: node["rule"]?.range,
        help: near.isEmpty
          ? "gen diff --list-rules shows them all"
          : "did you mean \(near.joined(separator: " or "))?")
    }
    guard diagnostics.all.count == before else { return nil }
    var entry = Acceptance(
      fingerprint: texts[0], rule: texts[1], file: texts[5].isEmpty ? nil : texts[5],
      pointer: texts[2], reason: texts[3], expires: texts[4].isEmpty ? nil : texts[4])
    entry.place = node.range
    return entry
  }

  /// The file as text; what was read and written again is the same.
  public var text: String {
    var text =
      "# What gen diff found and somebody agreed to; 'gen diff --accept' adds to it.\naccepted:"
    text += entries.isEmpty ? " []\n" : "\n"
    for entry in entries {
      text += "  - fingerprint: \(jsonQuoted(entry.fingerprint))\n"
      text += "    rule: \(entry.rule)\n"
      if let file = entry.file { text += "    file: \(jsonQuoted(file))\n" }
      text += "    pointer: \(jsonQuoted(entry.pointer))\n"
      text += "    reason: \(jsonQuoted(entry.reason))\n"
      if let day = entry.expires { text += "    expires: \(jsonQuoted(day))\n" }
    }
    return text
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
