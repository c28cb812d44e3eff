import ClientRuntime
import Foundation
import Testing

@testable import OmniVideoCommand

/// YAML requests say what their JSON would.
struct YAMLRequestTests {
  private func read(_ text: String) throws -> JSONValue {
    try YAMLRequest(name: "r.yaml", data: Data(text.utf8)).value()
  }

  @Test(
    arguments: [
      ("a: 5", ["a": 5]), ("a: '5'", ["a": "5"]), ("a: 0.5", ["a": 0.5]),
      ("a: 16:9", ["a": "16:9"]),
      ("a: no", ["a": "no"]), ("a: true", ["a": true]), ("a: ~", ["a": .null]),
      ("a:", ["a": .null]),
      ("a: !!str 5", ["a": "5"]), ("a: !!int \"5\"", ["a": 5]), ("a: !!bool 'true'", ["a": true]),
      ("a: [1, {b: c}]", ["a": [1, ["b": "c"]]]),
      ("a: |\n  one\n  two\n", ["a": "one\ntwo\n"]), ("a: .5", ["a": ".5"]), ("a: 012", ["a": 12]),
      ("a: 99999999999999999999", ["a": .decimal(Decimal(string: "99999999999999999999") ?? 0)]),
      ("---\na: \"<<<image_1>>>\"\n...\n", ["a": "<<<image_1>>>"]),
    ] as [(String, JSONValue)])
  func isRead(_ text: String, _ value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    ("a: 1\na: 2", 2, 1), ("a: &x 1\nb: *x", 2, 4), ("a: {b: 1", 1, 4), ("a: 1\n--- \nb: 2", 2, 1),
    ("? [a]\n: b", 1, 3), ("a: !x b", 1, 4), ("a: b: c", 1, 5),
    ("a: !!int x", 1, 4),
  ])
  func isRefusedAtItsPlace(_ text: String, _ line: Int, _ column: Int) {
    let error = #expect(throws: LocatedError.self) { try read(text) }
    #expect(error?.line == line && error?.column == column, "\(error as Any)")
  }

  @Test func depthIsLimited() {
    let text = String(repeating: "[", count: 100_000)
    let error = #expect(throws: LocatedError.self) { try read(text) }
    #expect(error?.message.contains("64 levels") == true)
    #expect(throws: LocatedError.self) { try read("") }
  }
}
