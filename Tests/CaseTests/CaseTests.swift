import Diagnostics
import Foundation
import Generation
import Testing

/// Walks `Tests/Cases`: each folder is a description with what has to come of it.
///
/// `RECORD=1` rewrites what is expected, and then fails, so that nobody records by accident.
@Suite(.computing) struct CaseTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Cases").path

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test(arguments: names)
  func outputIsAsExpected(name: String) throws {
    let example = Case(folder: "\(Self.root)/\(name)")
    let actual = try example.run()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try example.record(actual)
      Issue.record("recorded \(name); look at the difference and run again without RECORD")
      return
    }
    let expected = example.expected()
    #expect(actual.diagnostics == expected.diagnostics)
    #expect(actual.files.keys.sorted() == expected.files.keys.sorted())
    for (path, text) in expected.files.sorted(by: { $0.key < $1.key }) {
      guard let found = actual.files[path], found != text else { continue }
      let difference = patch(
        from: SourceFile(name: "expected/\(path)", text: text),
        to: SourceFile(name: "actual/\(path)", text: found))
      Issue.record("\(difference)")
    }
  }
}
