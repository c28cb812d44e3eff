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
    #expect(
      folder.text(name)?.replacing("\u{FEFF}", with: "")
        == (head + right + rest).replacing("\u{FEFF}", with: ""))
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
