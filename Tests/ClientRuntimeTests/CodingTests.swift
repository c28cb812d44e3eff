import ClientRuntime
import Foundation
import Testing

@Suite struct CodingTests {
  /// Decodes and encodes again; the keys in order, to compare.
  private func roundTrip<Value: Codable>(_ type: Value.Type, _ json: String) throws -> String {
    let encoder = JSONEncoder.api
    encoder.outputFormatting.insert(.sortedKeys)
    let value = try JSONDecoder.api.decode(type, from: Data(json.utf8))
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test(
    "A model comes back as it was",
    arguments: [
      (#"{"model_name":"kling-v3","note":null}"#, nil),
      (#"{"model_name":"not-known-yet","note":"n","prompt":"p"}"#, nil),
      (#"{"extra":null,"model_name":"m","note":null}"#, nil),
      (#"{"extra":"x","model_name":"m","note":null}"#, nil),
      (#"{"a":[1,{"b":1.5}],"model_name":"m","note":null,"z":null}"#, nil),
      (
        #"{"images":[{"level":7,"url":"https://a/b","weight":0.5}],"model_name":"m","note":null}"#,
        nil
      ),
      (#"{"model_name":"m","note":null,"prompt":null}"#, #"{"model_name":"m","note":null}"#),
      (
        #"{"images":[{"url":""}],"model_name":"m","note":null}"#,
        #"{"images":[{}],"model_name":"m","note":null}"#
      ),
    ] as [(String, String?)])
  func model(json: String, expected: String?) throws {
    #expect(try roundTrip(Sample.VideoRequest.self, json) == expected ?? json)
  }

  @Test(
    "What is missing or wrong is an error",
    arguments: [
      #"{"note":null}"#, #"{"model_name":null,"note":null}"#, #"{"model_name":"m"}"#,
      #"{"model_name":1,"note":null}"#, #"[]"#,
    ])
  func refused(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder.api.decode(Sample.VideoRequest.self, from: Data(json.utf8))
    }
  }

  @Test("The three states of a field are told apart")
  func threeStates() throws {
    let states = try ["", #","extra":null"#, #","extra":"x""#].map {
      try JSONDecoder.api.decode(
        Sample.VideoRequest.self, from: Data(#"{"model_name":"m","note":null\#($0)}"#.utf8)
      ).extra
    }
    #expect(states == [nil, .null, .value("x")])
  }

  @Test(
    "Any JSON value comes back exactly",
    arguments: [
      "null", "true", "0", "-1", "9223372036854775807", "18446744073709551615",
      "-9223372036854775808", "1.5", "0.1", "0.12345678901234567890123", "1e-7", "\"\"",
      #""é/\"😀""#, "[]", "{}", #"[1,[2,[3,{"a":{"b":null}}]]]"#, #"{"a":1,"b":[true,false]}"#,
    ])
  func jsonValue(json: String) throws {
    let once = try roundTrip(JSONValue.self, "[\(json)]")
    #expect(once.lowercased() == "[\(json)]" || json == "1e-7" && once == "[1e-07]")
    let decoded = try JSONDecoder.api.decode([JSONValue].self, from: Data("[\(json)]".utf8))
    #expect(try JSONValue(parsing: Data(" [ \(json)\n]".utf8)) == .array(decoded))
  }

  @Test(
    "Texts, escapes and numbers are parsed",
    arguments: [
      (#""\u0041\ud83d\ude00\n\"\\\/\b\f\r\t""#, "A😀\n\"\\/\u{8}\u{C}\r\t"),
      ("\u{FEFF}1.0", 1), ("1e2", 100), ("-0", 0), ("0e999", 0), ("1.50", 1.5),
      (#"{"a":1,"a":2}"#, ["a": 2]),
      ("12345678901234567890123", .decimal(Decimal(string: "12345678901234567890123") ?? 0)),
      ("12345678901234567.0", .decimal(Decimal(string: "12345678901234567") ?? 0)),
      ("0.1234567890123456789", .decimal(Decimal(string: "0.1234567890123456789") ?? 0)),
    ] as [(String, JSONValue)])
  func parse(json: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: Data(json.utf8)) == value)
  }

  @Test(
    "What is not JSON is refused",
    arguments: [
      "", " ", "[1,]", "{,}", "{\"a\"}", "{a:1}", "01", "1.", ".5", "+1", "1e", "tru", "nulll",
      "[1",
      "\"a", "\"\u{1}\"", #""\x""#, #""\ud83d""#, #""\ud83d\u0041""#, #""\u12""#, "1e999", "1e-999",
      "[] []",
      String(repeating: "[", count: 100_000),
    ])
  func notJSON(json: String) {
    #expect(throws: DecodingError.self) { try JSONValue(parsing: Data(json.utf8)) }
  }

  @Test("Many values beside each other are not deep")
  func beside() throws {
    let text = "[\(Array(repeating: "[{}]", count: 1000).joined(separator: ","))]"
    #expect(try JSONValue(parsing: Data(text.utf8)).arrayValue?.count == 1000)
  }

  @Test("Null is a value in a list")
  func nullableList() throws {
    #expect(try roundTrip([Nullable<Int>].self, "[1,null,3]") == "[1,null,3]")
    #expect(try roundTrip([Nullable<Int>?].self, "[1,null]") == "[1,null]")
  }

  @Test("A text that is not UTF-8 is refused")
  func notUTF8() {
    #expect(throws: DecodingError.self) { try JSONValue(parsing: Data([34, 0xFF, 34])) }
  }

  @Test("Literals and subscripts read and write JSON values")
  func literals() throws {
    var value: JSONValue = ["a": [1, 2.5, true, nil, "x"], "b": 1.0]
    value["c"] = "new"
    value["a"] = value["a"]?[1]
    #expect(value == ["a": 2.5, "b": 1, "c": "new"])
    let exact = try JSONValue(parsing: Data("0.1234567890123456789".utf8))
    #expect(exact.doubleValue == 0.1234567890123456789)
    value["c"] = nil
    #expect(value.objectValue?.keys.sorted() == ["a", "b"] && value[3] == nil)
    let decoded: Sample.Filter = try JSONValue(encoding: Sample.Filter(size: 3)).decoded()
    #expect(decoded == Sample.Filter(size: 3))
  }

  @Test(
    "A choice finds its variant and writes its tag",
    arguments: [
      (#"{"type":"image","weight":0.5}"#, "image"),
      (#"{"model_name":"m","note":null}"#, "video"),
      (#"{"type":"unknown","x":1}"#, "other"), ("[1]", "other"), (#""text""#, "other"),
    ])
  func choice(json: String, variant: String) throws {
    let value = try JSONDecoder.api.decode(Sample.CreateRequest.self, from: Data(json.utf8))
    #expect("\(value)".hasPrefix(variant))
    #expect(try roundTrip(Sample.CreateRequest.self, json) == json)
  }

  private struct Kinds: Decodable {
    var kind: JSONKind
    var text: String?
    var tag: String?
    init(from decoder: any Decoder) throws {
      let probe = try Probe(decoder)
      kind = probe.kind
      text = probe.text
      tag = probe.text("tag")
    }
  }

  @Test(
    "A probe tells kinds and constants",
    arguments: [
      ("null", .null, nil, nil), ("true", .boolean, "true", nil), ("1", .integer, "1", nil),
      ("18446744073709551615", .integer, "18446744073709551615", nil),
      ("1.5", .number, "1.5", nil), (#""a""#, .string, "a", nil), ("[1]", .array, nil, nil),
      (#"{"tag":1}"#, .object, nil, "1"), (#"{"tag":true}"#, .object, nil, "true"),
    ] as [(String, JSONKind, String?, String?)])
  func probe(json: String, kind: JSONKind, text: String?, tag: String?) throws {
    let seen = try JSONDecoder.api.decode([Kinds].self, from: Data("[\(json)]".utf8))[0]
    #expect(seen.kind == kind && seen.text == text && seen.tag == tag)
  }

  private struct Shape: Decodable {
    var index: Int?
    var readable: Int?
    var isVideo: Bool
    init(from decoder: any Decoder) throws {
      let probe = try Probe(decoder)
      readable = probe.closest(
        [
          (required: ["a"], known: ["a"]), (required: ["a"], known: ["a"]),
          (required: [], known: []),
        ],
        of: [[String: String].self, [String: Int].self, [String: [Bool]].self])
      index = probe.closest([
        (required: ["a"], known: ["a", "b"]), (required: ["a"], known: ["a", "b", "c"]),
        (required: ["a", "b"], known: ["a", "b"]), (required: [], known: []),
      ])
      isVideo = probe.attempt(Sample.Video.self) != nil
    }
  }

  @Test(
    "An object is told by its keys",
    arguments: [
      (#"{"a":1}"#, 0, 1), (#"{"a":1,"c":1}"#, 1, 1), (#"{"a":1,"b":1}"#, 2, 1),
      (#"{"z":1}"#, 3, 2), ("[]", nil, nil), (#"{"id":"x"}"#, 3, 2), (#"{"a":"x"}"#, 0, 0),
      (#"{"a":[true]}"#, 0, 2), (#"{"a":null}"#, 0, 0),
    ] as [(String, Int?, Int?)])
  func closest(json: String, index: Int?, readable: Int?) throws {
    let shape = try JSONDecoder.api.decode(Shape.self, from: Data(json.utf8))
    #expect(shape.index == index && shape.readable == readable)
    #expect(shape.isVideo == json.contains("id"))
  }

  @Test("A recursive struct holds itself, and copies stay independent")
  func indirect() throws {
    let json = #"{"id":"a","parent":{"id":"b","parent":{"id":"c"}}}"#
    #expect(try roundTrip(Sample.Video.self, json) == json)
    let first = Sample.Video(id: "a", parent: Sample.Video(id: "b"))
    var second = first
    second.parent?.id = "z"
    #expect(first.parent?.id == "b" && second.parent?.id == "z" && first != second)
  }

  @Test(
    "Bytes are read in both alphabets", arguments: ["+/8=", "-_8=", "-_8", "+/8", "+/\\r\\n8=\\n"])
  func bytes(text: String) throws {
    let value = try JSONDecoder.api.decode([Data].self, from: Data("[\"\(text)\"]".utf8))
    #expect(value == [Data([0xFB, 0xFF])])
  }

  @Test("Slashes stay as they are, identifiers and addresses are text")
  func plain() throws {
    struct Mix: Codable {
      var url = URL(string: "https://a/b?c=d")
      var id = UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8")
      var data = Data([1])
      var price = Decimal(string: "0.1")
    }
    let encoder = JSONEncoder.api
    encoder.outputFormatting.insert(.sortedKeys)
    #expect(
      try encoder.encode(Mix()).text
        == #"{"data":"AQ==","id":"6BA7B810-9DAD-11D1-80B4-00C04FD430C8","price":0.1,"url":"https://a/b?c=d"}"#
    )
  }
}
