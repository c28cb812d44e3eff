import Diagnostics
import Testing

@Suite struct PatchTests {
  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
    ("a\n", "a\nb\n", "@@ -1 +1,2 @@\n a\n+b\n"),
    (
      "a\nb", "a\nc",
      "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    ),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\n",
      "@@ -1,3 +1,3 @@\n-1\n+x\n 2\n 3\n@@ -7,3 +7,2 @@\n 7\n 8\n-9\n"
    ),
    ("1\n2\n3\n4\n", "x\n2\n3\ny\n", "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n-4\n+y\n"),
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
  ])
  func patches(old: String, new: String, hunks: String) {
    let text = patch(
      from: SourceFile(name: "x", text: old), to: SourceFile(name: "x", text: new))
    #expect(text == "--- x\n+++ x\n" + hunks)
  }

  @Test func nothingChangedIsNoPatch() {
    let file = SourceFile(name: "x", text: "a\n")
    #expect(patch(from: file, to: file).isEmpty)
  }

  @Test(arguments: [
    ([[(0..<1, "X")]], "Xbcd"),
    ([[(3..<4, "Y")], [(0..<1, "X")]], "XbcY"),
    ([[(0..<2, "X")], [(1..<3, "Y")]], "Xcd"),
    ([[(1..<2, "X"), (3..<4, "Y")], [(3..<4, "Z"), (0..<1, "W")]], "aXcY"),
    ([[(2..<2, "+")], [(2..<2, "-")]], "ab+cd"),
    ([[(0..<9, "X")]], "abcd"),
  ])
  func fixesApplyWholeOrNotAtAll(fixes: [[(Range<Int>, String)]], expected: String) {
    let file = SourceFile(name: "x", text: "abcd")
    let all = fixes.map { edits in
      Fix("f", in: file, edits: edits.map { .init(bytes: $0.0, replacement: $0.1) })
    }
    let foreign = Fix(
      "f", in: SourceFile(name: "x", text: "abcd"), edits: [.init(bytes: 0..<4, replacement: "")])
    #expect(file.applying(all + [foreign]).line(1) == expected)
  }

  @Test(arguments: [
    ("namspace", "namespace"), ("acess", "access"), ("modlue", "module"), ("zzz", nil), ("", nil),
  ])
  func oneNearMiss(word: String, expected: String?) {
    #expect(nearMiss(word, among: ["namespace", "module", "access", "x"]) == expected)
  }

  @Test(arguments: [
    ("schema-type-aded", ["schema-type-added"]),
    ("max-length", ["schema-max-length-added", "schema-max-length-removed"]),
    ("maxLength", ["schema-max-length-added", "schema-max-length-removed"]),
    ("else", []), ("", []), ("-", []),
  ])
  func severalNearMisses(word: String, expected: [String]) {
    let names = [
      "schema-type-added", "schema-type-removed", "schema-max-length-removed",
      "schema-max-length-added",
    ]
    #expect(nearMisses(word, among: names) == expected)
  }
}
