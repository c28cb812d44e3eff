import Diagnostics
import Foundation
import Testing
import YAML

/// Every encoding that YAML allows, and the errors of bytes that are no text.
@Suite struct EncodingTests {
  static let encodings: [(String.Encoding, mark: [UInt8])] = [
    (.utf8, []), (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, []),
    (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, []), (.utf16BigEndian, [0xFE, 0xFF]),
  ]

  @Test(arguments: encodings.indices, ["é: 😀\n", "{\"é\": \"😀\"}"])
  func everyEncodingReadsTheSame(index: Int, text: String) throws {
    let (encoding, mark) = Self.encodings[index]
    let text = encoding == .utf8 ? text : text.replacing("{\"", with: "{ \"")
    let bytes = mark + [UInt8](try #require(("a: b\n" + text).data(using: encoding)))
    let isJSON = text.hasPrefix("{")
    let content = isJSON ? mark + [UInt8](try #require(text.data(using: encoding))) : bytes
    let parsed = parse(SourceFile(name: isJSON ? "x.json" : "x.yaml", bytes: content))
    #expect(parsed.diagnostics.all.isEmpty)
    let entry = try #require(parsed.tree?.root?.entry("é"))
    #expect(entry.value.string == "😀")
    #expect(parsed.tree?.files.first?.bytes.starts(with: [0xEF, 0xBB]) == false)
  }

  @Test(arguments: [
    ([UInt8]("a: ".utf8) + [0xFF, 0x0A], "yaml-encoding", 1, 4),
    ([UInt8]("a: b\né: ".utf8) + [0xC3, 0x28], "yaml-encoding", 2, 4),
    ([UInt8]("a: ".utf8) + [0xED, 0xA0, 0x80], "yaml-encoding", 1, 4),
    ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00], "yaml-encoding", 1, 2),
    ([0xFE, 0xFF, 0x00, 0x61, 0x00], "yaml-encoding", 1, 2),
    ([0x00, 0x00, 0xFE, 0xFF], "yaml-encoding", 1, 1),
    ([UInt8]("a: b\nc: ".utf8) + [0x01], "yaml-syntax", 2, 4),
  ])
  func bytesThatAreNoTextAreLocated(bytes: [UInt8], id: String, line: Int, column: Int) {
    let found = parse(SourceFile(name: "x.yaml", bytes: bytes)).diagnostics.all
    #expect(found.map(\.id) == [id])
    #expect(found.first?.location?.start == Position(line: line, column: column))
  }

  /// `1️⃣` stands where the error is.
  @Test(arguments: [
    "{\"a\": 1,1️⃣}", "[1,1️⃣]", "{1️⃣a: 1}", "{\"a\" 1️⃣1}", "[1️⃣01]", "[1️⃣1.]", "[1️⃣nul]",
    "[1️⃣\"abc]", "[\"1️⃣\\x\"]", "[\"é1️⃣\\ud800\"]", "[\"a1️⃣\nb\"]", "{\"a\": 11️⃣", "{} 1️⃣x",
    "[1 1️⃣2]", "[\"1️⃣\\u12g4\"]", "[1️⃣'a']",
  ])
  func wrongJSONIsLocated(text: String) {
    let (file, marks) = marked(text)
    let found = parse(SourceFile(name: "x.json", bytes: file.bytes)).diagnostics.all
    #expect(found.map(\.id) == ["json-syntax"])
    #expect(found.compactMap(\.location?.start) == marks)
  }
}
