import Foundation
import Generation
import Testing

@testable import gen

/// Comparing with what git keeps, in a repository made for it.
@Suite struct RevisionTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("revision-\(UUID())")

  @Test func comparesWithARevision() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try commit()
    try write("specs/parts.yaml", "Thing: {type: string, maxLength: 3}")
    #expect(diff("HEAD", "specs") == .findings && diff("HEAD", "specs/a.yaml") == .findings)
    #expect(diff("HEAD", "specs", "--fail-on", "none") == .fine)
    let report = try String(contentsOf: folder.appendingPathComponent("out.json"), encoding: .utf8)
    #expect(report.contains("\"file\": \"HEAD:specs/parts.yaml\""))
    #expect(diff("HEAD~7", "specs") == .unreadable && diff("HEAD:nowhere", "specs") == .unreadable)
    #expect(diff("specs", "specs/missing") == .unreadable)
    try write("specs/parts.yaml", "Thing: {type: string, maxLength: 5}")
    #expect(diff("HEAD", "specs", "--fail-on", "any") == .fine)
  }

  /// What several descriptions refer to is told once; one that is gone takes its module along.
  @Test func tellsOnceWhatIsShared() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try commit(["a", "b", "c"])
    try write("specs/parts.yaml", "Thing: {type: string, maxLength: 3}")
    try FileManager.default.removeItem(at: folder.appendingPathComponent("specs/c.yaml"))
    #expect(diff("HEAD", "specs") == .findings)
    let report = try String(contentsOf: folder.appendingPathComponent("out.json"), encoding: .utf8)
    #expect(report.components(separatedBy: "\"schema-max-length-decreased\"").count == 2)
    #expect(report.contains("\"POST /a\"") && report.contains("\"POST /b\""))
    #expect(report.contains("\"witness\": \"import CClient\""))
  }

  /// A file that has another name now is the same API in another module.
  @Test func followsAFileThatIsRenamed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try commit(["a", "b"])
    try FileManager.default.moveItem(
      at: folder.appendingPathComponent("specs/a.yaml"),
      to: folder.appendingPathComponent("specs/c.yaml"))
    #expect(diff("HEAD", "specs") == .findings)
    #expect(diff("HEAD", "specs", "--category", "wire", "--fail-on", "any") == .fine)
    #expect(diff("HEAD", "specs") == .findings)
    let found = try rules()
    #expect(found.count == 1 && found["swift.module-renamed"] == "import AClient")
  }

  /// Two revisions are compared where descriptions are kept.
  @Test func comparesTwoRevisions() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try commit()
    try write("specs/parts.yaml", "Thing: {type: string, maxLength: 3}")
    try record()
    let sides = try Operand.pair("HEAD~1", "HEAD", in: folder.path)
    #expect(sides.old.path == "HEAD~1:specs" && sides.new.path == "HEAD:specs")
    #expect(throws: GitError.self) { try Operand.pair("HEAD~1", "nothing", in: folder.path) }
  }

  /// What gen.yaml renames is renamed for callers.
  @Test func readsTheConfigurationOfTheRevision() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try commit()
    try write("specs/gen.yaml", "descriptions: {a.yaml: {namespace: Shop}}")
    #expect(diff("HEAD", "specs") == .findings)
    #expect(try rules() == ["swift.module-renamed": "import AClient"])
    try record()
    #expect(diff("HEAD", "specs", "--fail-on", "any") == .fine)
    try write(
      "specs/gen.yaml", "descriptions: {a.yaml: {namespace: Shop, renames: {'POST /a': go}}}")
    #expect(diff("HEAD", "specs") == .findings)
    #expect(Array(try rules().keys) == ["swift.operation-renamed"])
  }

  @Test func acceptsWhatWasAgreedTo() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try commit()
    try write("specs/parts.yaml", "Thing: {type: string, maxLength: 3}")
    let list = "--accepted=\(folder.path)/accepted.yaml"
    #expect(diff("HEAD", "specs", list, "--accept") == .misuse)
    #expect(diff("HEAD", "specs", list, "--accept", "--reason", "it: \"fits\"") == .fine)
    #expect(diff("HEAD", "specs", list) == .fine && diff("HEAD", "specs") == .findings)
    try write("accepted.yaml", "accepted: [{fingerprint: a, rule: b, pointer: c}]")
    #expect(diff("HEAD", "specs", list) == .misuse)
  }

  @Test func revisionsSayWhatIsWrong() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(
      throws: GitError(message: "'HEAD' names a revision, but this is no git repository")
    ) { try Revision("HEAD", folder: folder.path) }
    try commit()
    #expect(throws: GitError(message: "git knows no revision '--help'")) {
      try Revision("--help", folder: folder.path)
    }
    let revision = try Revision("HEAD", folder: folder.path + "/specs")
    #expect(throws: GitError(message: "'../../x' leads out of the repository")) {
      try revision.path("../../x", isRelative: true)
    }
    #expect(throws: GitError(message: "there is no 'specs/b.yaml' in 'HEAD'")) {
      try revision.path("b.yaml", isRelative: true)
    }
    #expect(try revision.path("./a.yaml", isRelative: false) == "HEAD:specs/a.yaml")
    #expect(try revision.path("..", isRelative: true) == "HEAD:.")
    #expect(revision.tree.names("HEAD:specs") == ["a.yaml", "parts.yaml"])
  }

  private func diff(_ old: String, _ new: String, _ rest: String...) -> ExitCode {
    let place = { (path: String) in path.hasPrefix("specs") ? "\(folder.path)/\(path)" : path }
    return run(
      ["diff", place(old), place(new), "--output", "json=\(folder.path)/out.json"] + rest)
  }

  /// The rules of the last report with the lines that stop compiling.
  private func rules() throws -> [String: String] {
    let data = try Data(contentsOf: folder.appendingPathComponent("out.json"))
    let report = try JSONDecoder().decode(Findings.self, from: data)
    return Dictionary(
      report.findings.map { ($0.rule, $0.witness ?? "") }, uniquingKeysWith: { "\($0)\n\($1)" })
  }

  private struct Findings: Decodable {
    struct Finding: Decodable {
      var rule: String
      var witness: String?
    }
    var findings: [Finding]
  }

  private func commit(_ names: [String] = ["a"]) throws {
    for name in names {
      try write(
        "specs/\(name).yaml",
        """
        openapi: 3.1.0
        info: {title: A, version: "1"}
        paths:
          /\(name):
            post:
              requestBody: {content: {application/json: {schema: {$ref: 'parts.yaml#/Thing'}}}}
              responses: {"204": {description: fine}}
        """)
    }
    try write("specs/parts.yaml", "Thing: {type: string, maxLength: 5}")
    _ = try Git(folder: folder.path).output(["init", "-q"])
    try record()
  }

  private func record() throws {
    let person = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    for words in [["add", "."], person + ["commit", "-q", "-m", "next"]] {
      _ = try Git(folder: folder.path).output(words)
    }
  }

  private func write(_ path: String, _ text: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
