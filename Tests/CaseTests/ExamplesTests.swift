import Diagnostics
import Foundation
import Generation
import Testing

/// The specification's own examples, from beside the project: each generates and compiles.
@Suite(.computing) struct ExamplesTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/corpus/descriptions/oai").path

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test(.enabled(if: !names.isEmpty, "the corpus is not beside the project"), arguments: names)
  func exampleGeneratesAndCompiles(name: String) throws {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("example-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let result = generate(
      GenerationRequest(inputs: ["\(Self.folder)/\(name)"], output: output))
    let errors = result.diagnostics.sorted.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(Listing().text(errors))")
    for module in try FileManager.default.contentsOfDirectory(atPath: output) {
      #expect(try Compiler.check(folder: "\(output)/\(module)") == "")
    }
  }
}
