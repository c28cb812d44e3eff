import Diagnostics
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

  @Test(arguments: DumpStage.allCases)
  func everyStageCanBeShown(stage: DumpStage) throws {
    let folder = try TemporaryFolder(["pets.yaml": GenerateTests.description])
    let outcome = dump(stage, GenerationRequest(inputs: ["\(folder.path)/pets.yaml"]))
    #expect(outcome.text?.hasPrefix("{") == true && !outcome.diagnostics.hasErrors)
    #expect(outcome.text?.contains("Pets") == true)
  }
}
