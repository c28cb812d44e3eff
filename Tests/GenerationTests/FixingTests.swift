import Diagnostics
import Foundation
import Generation
import Testing

@Suite struct FixingTests {
  static let head = "openapi: 3.1.0\ninfo:\n  title: Pets\n  version: '1'\n"

  @Test(arguments: [
    ("x.yaml", "", "  description: A rule: a value\n", "  description: 'A rule: a value'\n", ""),
    (
      "x.md", "# Pets\n\n```yaml\n", "  description: a: b\n", "  description: 'a: b'\n",
      "```\n\nBye.\n"
    ),
    ("x.yaml", "\u{FEFF}", "  descripton: a\n", "  description: a\n", ""),
    ("x.yaml", "", "  description: 1.0 # one\n", "  description: '1.0' # one\n", ""),
    (
      "x.yaml", "", "  descripton: a: b\n", "  description: 'a: b'\n", ""
    ),
  ])
  func fixesKeepTheRestOfTheFile(
    name: String, before: String, wrong: String, right: String, after: String
  ) throws {
    let (head, rest) = (before + Self.head, "paths: {}\n" + after)
    let folder = try TemporaryFolder([name: head + wrong + rest])
    let outcome = fix(GenerationRequest(inputs: ["\(folder.path)/\(name)"]))
    for file in outcome.files { #expect(write(file).all.isEmpty) }
    #expect(outcome.diagnostics.all.filter { $0.severity != .note }.map(\.message) == [])
    #expect(folder.text(name) == head + right + rest)
  }

  /// What is wrong in the paths and components of a description, and what a machine makes of it.
  @Test(arguments: [
    ("x.yaml", "A: {type: string, maxLength: '5'}", "A: {type: string, maxLength: 5}"),
    ("x.yaml", "A: {deprecated: \"true\"}", "A: {deprecated: true}"),
    ("x.yaml", "A: {type: [string, null]}", "A: {type: [string, 'null']}"),
    (
      "x.yaml", "A: {required: [tru], properties: {'true': {}}}",
      "A: {required: ['true'], properties: {'true': {}}}"
    ),
    ("x.yaml", "A: {title: 1}", "A: {title: '1'}"),
    ("x.json", "\"A\": {\"title\": 1}", "\"A\": {\"title\": \"1\"}"),
    ("x.json", "\"A\": {\"type\": \"strng\"}", "\"A\": {\"type\": \"string\"}"),
  ])
  func schemas(name: String, wrong: String, right: String) throws {
    let page = { (schema: String) in
      name == "x.json"
        ? "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"components\": {\"schemas\": {\(schema)}}}\n"
        : Self.head + "components:\n  schemas:\n    \(schema)\n"
    }
    try Self.expect(page(wrong), page(right), name)
  }

  @Test(arguments: [
    ("- {name: id, in: path, schema: {}}", "- {name: id, required: true, in: path, schema: {}}"),
    (
      "- in: path\n        name: id\n        schema: {} # any",
      "- required: true\n        in: path\n        name: id\n        schema: {} # any"
    ),
    (
      "- name: id\r\n        in: path\r\n        schema: {}",
      "- name: id\r\n        required: true\r\n        in: path\r\n        schema: {}"
    ),
    (
      "- {name: id, required: false, in: path, schema: {}}",
      "- {name: id, required: true, in: path, schema: {}}"
    ),
  ])
  func pathParametersAreRequired(wrong: String, right: String) throws {
    let page = { (parameter: String) in
      Self.head + "paths:\n  /a/{id}:\n    parameters:\n      \(parameter)\n"
        + "    get: {operationId: a, responses: {'204': {description: gone}}}\n"
    }
    try Self.expect(page(wrong), page(right), "x.yaml")
  }

  private static func expect(_ wrong: String, _ right: String, _ name: String) throws {
    let folder = try TemporaryFolder([name: wrong])
    let request = GenerationRequest(inputs: ["\(folder.path)/\(name)"])
    for file in fix(request).files { #expect(write(file).all.isEmpty) }
    #expect(folder.text(name) == right)
    #expect(fix(request).files.map(\.titles) == [])
  }

  @Test func aSecondDescriptionOfAPageIsNotPassedOver() throws {
    let fence = "```yaml\n\(Self.head)paths: {}\n```\n"
    let folder = try TemporaryFolder(["x.md": "# Two\n\n\(fence)\nand\n\n\(fence)"])
    let found = lint(GenerationRequest(inputs: ["\(folder.path)/x.md"])).all
    #expect(found.map { "\($0.location?.start.line ?? 0) \($0.id)" } == ["13 markdown-fence"])
  }

  static let seed = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/seeds/002_8ac180678c0ace7d.txt").path

  /// The page as its vendor published it: one error, which the fix removes.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: seed), "the seeds are not here"))
  func aPublishedPageIsMended() throws {
    let data = try #require(FileManager.default.contents(atPath: Self.seed))
    let folder = try TemporaryFolder(["chain.md": String(decoding: data, as: UTF8.self)])
    let request = GenerationRequest(
      inputs: ["\(folder.path)/chain.md"], output: folder.path + "/Generated")
    let found = generate(request).diagnostics.all
    #expect(found.map { "\($0.location?.start.line ?? 0) \($0.id)" } == ["42 yaml-syntax"])
    #expect(found.first?.fix?.title == "quote the value")
    for file in fix(request).files { #expect(write(file).all.isEmpty) }
    let mended = generate(request)
    #expect(mended.diagnostics.all.isEmpty && mended.changes.isEmpty == false)
  }

  @Test(arguments: DumpStage.allCases)
  func everyStageCanBeShown(stage: DumpStage) throws {
    let folder = try TemporaryFolder(["pets.yaml": GenerateTests.description])
    let outcome = dump(stage, GenerationRequest(inputs: ["\(folder.path)/pets.yaml"]))
    #expect(outcome.text?.hasPrefix("{") == true && !outcome.diagnostics.hasErrors)
    #expect(outcome.text?.contains("Pets") == true)
  }
}
