import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test(arguments: [
    (1, "a: é"), (2, "b: 2"), (3, ""), (4, "c"),
  ])
  func linesEndWithEveryKindOfBreak(number: Int, expected: String) {
    let file = SourceFile(name: "x.yaml", text: "a: é\r\nb: 2\n\rc")
    #expect(file.line(number) == expected)
  }

  @Test func columnsCountScalars() {
    let file = SourceFile(name: "x.yaml", text: "é: x")
    #expect(file.offset(of: Position(line: 1, column: 2)) == 2)
    #expect(file.line(2) == nil)
  }
}
