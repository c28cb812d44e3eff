import ClientRuntime
import Foundation
import Testing

/// A tag stands beside the keys of the value that it tells the type of.
@Suite struct TaggedTests {
  static let values: [(any Encodable & Sendable, String)] = [
    (
      Tagged("type", "image", Sample.Image(weight: 0.5)), #"{"type":"image","weight":0.5}"#
    ),
    (Tagged("type", "image", Sample.Image()), #"{"type":"image"}"#),
    (Tagged("kind", "a \"b\"", ["x": 1]), #"{"kind":"a \"b\"","x":1}"#),
    (
      [Tagged("t", "1", Sample.Filter(size: 1)), Tagged("t", "2", Sample.Filter(names: ["n"]))],
      #"[{"t":"1","size":1},{"t":"2","names":["n"]}]"#
    ),
    // The tag is what tells the type, so it counts where the value has the same key.
    (Tagged("size", "s", Sample.Filter(size: 1)), #"{"size":"s"}"#),
  ]

  @Test("The tag and the value make one object", arguments: values)
  func encoding(value: any Encodable & Sendable, expected: String) throws {
    #expect(try JSONValue(encoding: value) == JSONValue(parsing: Data(expected.utf8)))
  }

  @Test("The limits of the value are its own")
  func limits() {
    var constraints = Constraints()
    Tagged("type", "image", Sample.Image(weight: 1)).check(&constraints)
    Tagged("type", "free", ["x": 1]).check(&constraints)
    #expect(constraints.violations.map(\.path) == ["weight"])
  }
}
