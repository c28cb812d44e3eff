import ClientRuntime
import Foundation
import Testing

/// A choice takes the case that a value looks like, and writes what it holds as it came.
@Suite struct ChoiceCodableTests {
  enum Anything: ChoiceCodable, Hashable, Validated {
    case text(String)
    case whole(Int)
    case broken(Double)
    case list([Anything])
    case image(Sample.Image)
    case other(JSONValue)

    init(_ probe: Probe) throws {
      switch probe.kind {
      case .string: self = .text(try probe.decode())
      case .integer: self = .whole(try probe.decode())
      case .number: self = .broken(try probe.decode())
      case .array: self = .list(try probe.decode())
      case .object where probe.has("weight"): self = .image(try probe.decode())
      case .object, .null, .boolean: self = .other(try probe.decode())
      }
    }

    func payload() -> any Encodable & Sendable {
      switch self {
      case .text(let value): value
      case .whole(let value): value
      case .broken(let value): value
      case .list(let value): value
      case .image(let value): value
      case .other(let value): value
      }
    }
  }

  static let values: [(String, Anything, broken: [String])] = [
    (#""a""#, .text("a"), []),
    ("7", .whole(7), []),
    ("7.5", .broken(7.5), []),
    ("null", .other(.null), []),
    ("true", .other(true), []),
    (#"{"x":[null]}"#, .other(["x": [nil]]), []),
    (#"{"weight":0.5}"#, .image(.init(weight: 0.5)), []),
    (#"{"weight":1}"#, .image(.init(weight: 1)), ["weight"]),
    ("[]", .list([]), []),
    (
      #"["a",[7],{"weight":1}]"#,
      .list([.text("a"), .list([.whole(7)]), .image(.init(weight: 1))]), ["[2].weight"]
    ),
  ]

  @Test(
    "A value is read as what it looks like, checked as that, and written as it came",
    arguments: values)
  func roundTrip(json: String, expected: Anything, broken: [String]) throws {
    let value = try JSONDecoder.api.decode(Anything.self, from: Data(json.utf8))
    #expect(value == expected)
    #expect(try JSONValue(encoding: value) == JSONValue(parsing: Data(json.utf8)))
    var constraints = Constraints()
    value.check(&constraints)
    #expect(constraints.violations.map(\.path) == broken)
  }

  @Test("A value of the right sort that cannot be read is an error, and no other case is tried")
  func unreadable() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder.api.decode(Anything.self, from: Data(#"{"weight":"heavy"}"#.utf8))
    }
  }
}
