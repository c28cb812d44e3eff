import Diagnostics
import Foundation
import Testing

@testable import Review

/// One small report in every format, and what hostile descriptions make of them.
@Suite(.computing) struct FormatTests {
  static let small = Report([
    finding(Rule(.schema, "max-length", .decreased), .breaking, old: 3, new: 3, users: 7),
    finding(Rule(.operation, "", .removed), .breaking, old: 5, new: nil),
    finding(Rule(.schema, "default", .changed), .risky, old: 2, new: 2),
    finding(Rule(.schema, "default", .added), .risky, old: nil, new: 4, accepted: "agreed"),
  ])

  static func finding(
    _ rule: Rule, _ wire: Verdict, old: Int?, new: Int?, users: Int = 1,
    accepted: String? = nil, message: String = "it is <b>other</b> | *now*"
  ) -> Finding {
    let text = (1...9).map { "line \($0) <i>&\n" }.joined()
    let (left, right) = (
      SourceFile(name: "old,1.yaml", text: text), SourceFile(name: "new,1.yaml", text: text)
    )
    let place = { (file: SourceFile, line: Int) in
      SourceRange(file: file, start: Position(line: line, column: 2))
    }
    return Finding(
      rule: rule, wire: wire,
      swift: nil, sides: .request, old: old.map { place(left, $0) },
      new: new.map { place(right, $0) }, nearest: new == nil ? place(right, 8) : nil,
      pointer: "#/a/b", message: message, before: "old \(old ?? 0)", after: "new \(new ?? 0)",
      operations: (0..<users).map { "GET /\($0)" }, symbols: [], acceptance: accepted)
  }

  @Test(arguments: ReportFormat.allCases)
  func smallReport(format: ReportFormat) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Formats")
    let file = folder.appendingPathComponent("small.\(format.rawValue)")
    let text = format.render(Self.small)
    if ProcessInfo.processInfo.environment["RECORD"] != nil { try Data(text.utf8).write(to: file) }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test func nothingChanged() {
    let texts = ReportFormat.allCases.map { $0.render(Report([])) }
    #expect(texts.filter { $0.contains("no changes") }.count == 4 && !texts.contains(""))
  }

  /// Each format with many findings stays within what GitHub takes.
  @Test func limits() throws {
    let long = String(repeating: "é|", count: 200)
    let many = Report(
      (0..<6_000).map {
        Self.finding(
          Rule(.schema, "default", .changed), $0 < 3_000 ? .breaking : .risky, old: $0, new: $0,
          message: long
        )
      })
    let markdown = ReportFormat.markdown.render(many)
    let sarif = try object(ReportFormat.sarif.render(many))
    let results = ((sarif["runs"] as? [[String: Any]])?.first?["results"] as? [Any])?.count
    let lines = ReportFormat.github.render(many).split(separator: "\n")
    let more = try #require(markdown.split(separator: "\n").last)
    #expect(markdown.utf16.count <= 65_536 && more.hasSuffix("more, which have no room here."))
    #expect(markdown.contains("</details>") && results == 5_000)
    #expect(
      ["error", "warning", "notice"].map { kind in lines.count { $0.hasPrefix("::\(kind) ") } } == [
        10, 10, 1,
      ])
  }

  @Test func hostileText() {
    let text = "</script><img src=x onerror=alert(1)> ' \" & \u{1B}[31m | `x` @you #1\n::error::x"
    let report = Report([
      Self.finding(Rule(.schema, "default", .added), .breaking, old: 1, new: 2, message: text)
    ])
    let html = ReportFormat.html.render(report)
    let junit = ReportFormat.junit.render(report)
    let row = ReportFormat.markdown.render(report).split(separator: "\n").last ?? ""
    #expect(!html.contains("<img") && !html.contains("\u{1B}") && !junit.contains("<img"))
    #expect(html.components(separatedBy: "</script>").count == 2)
    #expect(!row.contains("<img") && !row.contains("@you") && row.contains("\\|"))
    #expect(!ReportFormat.github.render(report).contains("\n::error::x"))
    let plain = [ReportFormat.github, .text, .markdown].map { $0.render(report) }
    #expect(plain.filter { $0.contains("\u{1B}") || $0.contains("\n::error::x") } == [])
  }

  /// What GitHub asks of a SARIF file is there.
  @Test func sarifFields() throws {
    let sarif = try object(ReportFormat.sarif.render(Self.small))
    let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(sarif["version"] as? String == "2.1.0" && rules.count == 4 && results.count == 4)
    #expect(
      rules.allSatisfy { rule in
        let tags = (rule["properties"] as? [String: [String]])?["tags"] ?? []
        return rule["fullDescription"] != nil && rule["help"] != nil && (1...20) ~= tags.count
      })
    #expect(
      results.allSatisfy { result in
        let index = result["ruleIndex"] as? Int ?? -1
        return rules.indices.contains(index)
          && rules[index]["id"] as? String == result["ruleId"] as? String
          && (result["locations"] as? [Any])?.count == 1 && result["partialFingerprints"] != nil
      })
  }

  /// The schema describes what is written, no more and no less.
  @Test func jsonSchema() throws {
    let report = try Comparing.report(
      Page(schema: "type: object, maxProperties: 3").text,
      Page(schema: "type: object, maxProperties: 2", answered: false).text)
    let check = SchemaCheck(root: try object(Report.jsonSchema))
    for report in [report, Self.small, Report([])] {
      #expect(check.faults(in: try object(ReportFormat.json.render(report))) == [])
    }
    #expect(check.faults(in: ["verdict": ["wire": "bad", "swift": NSNull()]]).count == 2)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

/// As much of JSON Schema as the schema of a report uses.
private struct SchemaCheck {
  var root: [String: Any]

  func faults(in value: Any) -> [String] { faults(value, root, "#") }

  private func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let target = (root["$defs"] as? [String: [String: Any]])?[String(name)]
      return target.map { faults(value, $0, path) } ?? ["\(path): no \(name)"]
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return choices.contains { faults(value, $0, path).isEmpty } ? [] : ["\(path): no choice"]
    }
    var found: [String] = []
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
      found.append("\(path): enum")
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { isA(value, $0) }) { found.append("\(path): type") }
    if let object = value as? [String: Any] { found += faults(object, schema, path) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      found += list.flatMap { faults($0, items, path + "/*") }
    }
    return found
  }

  private func faults(
    _ object: [String: Any], _ schema: [String: Any], _ path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
    return missing.map { "\(path): no \($0)" }
      + object.sorted { $0.key < $1.key }.flatMap { key, value in
        properties[key].map { faults(value, $0, "\(path)/\(key)") } ?? ["\(path): extra \(key)"]
      }
  }

  private func isA(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    default: false
    }
  }
}
