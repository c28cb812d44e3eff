import Testing

@testable import SwiftPlan

@Suite struct LiteralTests {
  @Test(arguments: [
    (#"a"b"#, #""a\"b""#), (#"\(exit(1))"#, #""\\(exit(1))""#), ("a\nb\r\tc", #""a\nb\r\tc""#),
    ("a\u{202E}b", #""a\u{202E}b""#), ("a\u{0}b", #""a\u{0}b""#), ("é 模型", "\"é 模型\""),
    ("#\"", "\"#\\\"\""),
  ])
  func textCannotEndItsLiteral(text: String, expected: String) {
    #expect(Literal.string(text) == expected)
  }

  @Test(arguments: [
    ("*/ import Foundation", ["/// */ import Foundation"]),
    ("one\r\n\r\ntwo\u{2028}let x = 1", ["/// one", "///", "/// twolet x = 1"]),
    ("   \n\n", []), ("\u{B}x\u{C}y", ["/// xy"]),
  ])
  func commentsStayComments(text: String, expected: [String]) {
    #expect(DocComment.lines([text], indent: 0) == expected)
  }

  @Test func longLinesAreFoldedAtWords() {
    let text = "- " + Array(repeating: "word", count: 30).joined(separator: " ")
    let lines = DocComment.lines([text], indent: 4)
    #expect(lines.allSatisfy { $0.count + 4 <= 120 })
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("///   word"))
  }
}
