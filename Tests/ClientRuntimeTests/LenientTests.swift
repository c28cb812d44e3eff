import Foundation
import Testing

@testable import ClientRuntime

@Suite struct LenientTests {
  private static func read<Value: Decodable & Encodable>(_ type: Value.Type, _ json: String)
    -> String
  {
    do {
      let value = try JSONCoding.decode([Value].self, from: Data("[\(json)]".utf8))
      return String(decoding: try JSONCoding.encoder.encode(value), as: UTF8.self)
    } catch {
      let (path, reason) = DecodingFailure.explain(error)
      return "\(path): \(reason)"
    }
  }

  @Test(
    "A number is read from text, and text from a number",
    arguments: [
      ("Int", "5", "[5]"), ("Int", #""5""#, "[5]"), ("Int", #"" 5 ""#, "[5]"),
      ("Int", "5.0", "[5]"), ("Int", #""5.0""#, "[5]"),
      ("Int", "5.5", "[0]: the value is not a Lenient"), ("Int", #""five""#, "[0]: no"),
      ("Int", "9007199254740993", "[9007199254740993]"),
      ("Int", #""9007199254740993.0""#, "[9007199254740993]"), ("Int", #""1e3""#, "[1000]"),
      ("Int", #""0x10""#, "[0]: no"), ("Int", #""1e30""#, "[0]: no"), ("Int", #""""#, "[0]: no"),
      ("Int", #""-""#, "[0]: no"), ("String", #"" x ""#, #"[" x "]"#),
      ("Int", #""9007199254740993""#, "[9007199254740993]"), ("Int", "true", "[0]: no"),
      ("Int", "null", "[0]: no"), ("Double", #""0.25""#, "[0.25]"),
      ("Double", #"" 0.25 ""#, "[0.25]"), ("Double", "2", "[2]"),
      ("Bool", #""true""#, "[true]"), ("Bool", "1", "[true]"), ("Bool", #""0""#, "[false]"),
      ("Bool", #""maybe""#, "[0]: no"), ("String", "5", #"["5"]"#), ("String", "5.50", #"["5.5"]"#),
      ("String", "true", #"["true"]"#), ("String", #""x""#, #"["x"]"#), ("String", "[]", "[0]: no"),
    ])
  func lenient(type: String, json: String, expected: String) {
    let result =
      switch type {
      case "Int": Self.read(Lenient<Int>.self, json)
      case "Double": Self.read(Lenient<Double>.self, json)
      case "Bool": Self.read(Lenient<Bool>.self, json)
      default: Self.read(Lenient<String>.self, json)
      }
    #expect(expected.contains(": ") ? result.hasPrefix("[0]: ") : result == expected, "\(result)")
  }

  @Test(
    "Moments since 1970 are read as numbers and as text",
    arguments: [
      ("s", "1700000000", "1700000000.0 [1700000000]"),
      ("s", #""1700000000""#, "1700000000.0 [1700000000]"),
      ("s", "1700000000.25", "1700000000.25 [1700000000.25]"), ("s", "-1", "-1.0 [-1]"),
      ("ms", "1700000000123", "1700000000.123 [1700000000123]"),
      ("ms", #""1700000000123""#, "1700000000.123 [1700000000123]"),
      ("s", "1e300", "[0]: the number is not a moment"),
      ("ms", #""nan""#, "[0]: the number is not a moment"),
    ])
  func unixTime(unit: String, json: String, expected: String) throws {
    let data = Data("[\(json)]".utf8)
    let seconds: Double?
    if unit == "s" {
      seconds = try? JSONCoding.decode([UnixSeconds].self, from: data)[0].date.timeIntervalSince1970
    } else {
      seconds = try? JSONCoding.decode([UnixMilliseconds].self, from: data)[0].date
        .timeIntervalSince1970
    }
    let written =
      unit == "s" ? Self.read(UnixSeconds.self, json) : Self.read(UnixMilliseconds.self, json)
    let shown = seconds.map { "\(($0 * 1000).rounded() / 1000) " } ?? ""
    #expect(shown + written == expected)
  }

  @Test("Every millisecond of a second comes back as a whole number")
  func milliseconds() throws {
    let times = (0..<1000).map { 1_700_000_000_000 + $0 }
    let moments = times.map {
      UnixMilliseconds(Date(timeIntervalSince1970: Double($0) / 1000))
    }
    let data = try JSONCoding.encoder.encode(moments)
    #expect(try JSONCoding.decode([Int].self, from: data) == times)
  }

  @Test(
    "Exact numbers keep their digits",
    arguments: [
      (#""12.30""#, #"["12.3"]"#), (#""-0.1""#, #"["-0.1"]"#), ("7", #"["7"]"#),
      (#""+0.1""#, #"["0.1"]"#),
      (
        #""123456789012345678901234567890123456789""#,
        "[0]: ‘123456789012345678901234567890123456789’ is not a decimal number"
      ),
      (
        #""12345678901234567890123456789012345678""#,
        #"["12345678901234567890123456789012345678"]"#
      ), (#""1e5""#, "[0]: ‘1e5’ is not a decimal number"),
      (#""""#, "[0]: ‘’ is not a decimal number"),
      (#""1.""#, "[0]: ‘1.’ is not a decimal number"),
      (#""12abc""#, "[0]: ‘12abc’ is not a decimal number"),
    ])
  func decimal(json: String, expected: String) {
    #expect(Self.read(DecimalText.self, json) == expected)
  }

  @Test("A model reads lenient properties by their keys")
  func fields() throws {
    struct Model: Decodable {
      var seconds: Int
      var price: Double?
      var name: String?
      init(from decoder: any Decoder) throws {
        let fields = try decoder.fields()
        seconds = try fields.lenient("seconds")
        price = try fields.lenientOptional("price")
        name = try fields.lenientOptional("name")
      }
    }
    let texts = [
      #"{"seconds":"5","price":"","name":""}"#, #"{"seconds":5,"price":null,"name":7}"#,
      #"{"seconds":5,"price":"2"}"#,
    ]
    let models = try texts.map { try JSONCoding.decode(Model.self, from: Data($0.utf8)) }
    #expect(models.map(\.seconds) == [5, 5, 5] && models.map(\.price) == [nil, nil, 2])
    #expect(models.map(\.name) == ["", "7", nil])
    #expect(throws: DecodingError.self) { try JSONCoding.decode(Model.self, from: Data("{}".utf8)) }
  }
}
