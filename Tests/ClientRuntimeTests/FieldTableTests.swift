import ClientRuntime
import Foundation
import Testing

/// A table of fields reads, writes and compares what a struct stores.
@Suite struct FieldTableTests {
  /// A value that counts how many of its kind are there.
  final class Counted: Codable, Sendable {
    static let alive = Counter()

    init(from decoder: any Decoder) throws { Self.alive.add(1) }
    func encode(to encoder: any Encoder) throws {}
    deinit { Self.alive.add(-1) }
  }

  struct Every: FieldCodable {
    var small: Bool
    var held: Counted
    @Indirect var next: Every?
    @Indirect var text: Nullable<String>?
    @Indirect var number: Int
    var last: Int8?

    static let fieldTable = FieldTable<Self>.unhashed {
      $0.required("small", \.small)
      $0.required("held", \.held)
      $0.optional("next", boxed: \._next)
      $0.nullable("text", boxed: \._text)
      $0.required("number", boxed: \._number)
      $0.any("last", \.last)
    }
  }

  @Test("What was read before an error is let go")
  func partial() throws {
    let whole = #"{"small":true,"held":{},"text":null,"number":3,"last":7}"#
    var values: [Every] = [try JSONDecoder.api.decode(Every.self, from: Data(whole.utf8))]
    let count = Self.Counted.alive.value
    for broken in [
      whole.replacing("3", with: "\"3\""), whole.replacing("7", with: "700"),
      whole.replacing("\"text\"", with: "\"next\":{\"small\":true,\"held\":{}},\"text\""),
    ] {
      #expect(throws: DecodingError.self) {
        values.append(try JSONDecoder.api.decode(Every.self, from: Data(broken.utf8)))
      }
    }
    #expect((count, Self.Counted.alive.value, values[0].last) == (1, 1, 7))
    let expected = try JSONDecoder.api.decode(JSONValue.self, from: Data("[\(whole)]".utf8))
    #expect(try JSONValue(encoding: values) == expected)
  }

  struct Sized: FieldCodable, Hashable {
    var size: Int
    var parts: [Int8]?
    var inner: [Sized]?

    static let fieldTable = FieldTable<Self> {
      $0.required("size", \.size)
      $0.optional("parts", \.parts)
      $0.optional("inner", \.inner)
    }
  }

  @Test(
    "A number that does not fit is told with its place",
    arguments: [
      (#"{"size":1.5}"#, "size: the number 1.5 has"),
      (#"{"size":1,"parts":[1,300]}"#, "parts: a number in it has"),
      (#"{"size":1,"inner":[{"size":1e30}]}"#, "inner.Index 0.size: the number 1e+30 has"),
    ])
  func located(json: String, expected: String) {
    #expect {
      try JSONDecoder.api.decode(Sized.self, from: Data(json.utf8))
    } throws: { error in
      guard case DecodingError.dataCorrupted(let context) = error else { return false }
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "\(path): \(context.debugDescription)"
        == expected + " a fraction or is too large for its type"
    }
  }

  @Test("Values are equal when all fields are")
  func equality() {
    let request = Sample.VideoRequest(modelName: "m", images: [.init(weight: 0.5)])
    var others = [Sample.VideoRequest](repeating: request, count: 4)
    others[0].modelName = "n"
    others[1].extra = .null
    others[2].images?[0].weight = 0.25
    others[3].additionalProperties["x"] = 1
    #expect(Set([request, request] + others).count == 5)
    let video = Sample.Video(id: "1", parent: .init(id: "2"))
    #expect(video == Sample.Video(id: "1", parent: .init(id: "2")))
    #expect(video != Sample.Video(id: "1", parent: .init(id: "3")))
  }
}
