import Diagnostics
import Foundation
import Testing
import YAML

/// What a reader of a tree sees: places, text, pointers, and trees made of other trees.
@Suite struct TreeTests {
  /// `1️⃣` stands before each key and value, in order.
  @Test(arguments: [
    "1️⃣a: 1️⃣x\n1️⃣é: 1️⃣'y z'\n1️⃣c:\n  1️⃣- 1️⃣1\n  - 1️⃣[1️⃣2, 1️⃣3]\n",
    "1️⃣a: 1️⃣|\n  text\r\n  more\r\n1️⃣b: 1️⃣>-\r\n  x\r\n\r\n1️⃣c: 1️⃣~\r\n",
    "1️⃣a: 1️⃣u\u{2028}v\n1️⃣b: 1️⃣\"w\u{85}\" # c\u{2029}\n1️⃣d: 1️⃣e\n",
    "{1️⃣\"a\": 1️⃣\"é\\u0041\", 1️⃣\"b\":\n 1️⃣[1️⃣1, 1️⃣{1️⃣\"c\": 1️⃣null}]}",
    "text\n\n   ```yaml\n   1️⃣openapi: 1️⃣3.1.0\n   1️⃣b: 1️⃣c\n   ```\n",
  ])
  func keysAndValuesKnowTheirPlaces(text: String) throws {
    let (file, marks) = marked(text)
    let parsed = parse(file)
    let root = try #require(parsed.tree?.root, "\(parsed.diagnostics.all)")
    #expect(places(root) == marks)
  }

  /// A block has the place of its first child, so that only what is written itself counts.
  private func places(_ node: Node) -> [Position] {
    var result: [Position] = []
    func visit(_ node: Node) {
      let start = node.range.start
      if start != result.last { result.append(start) }
      for entry in node.entries {
        visit(entry.key)
        visit(entry.value)
      }
      for item in node.elements { visit(item) }
    }
    for entry in node.entries {
      visit(entry.key)
      visit(entry.value)
    }
    return result
  }

  @Test(arguments: [
    ("[1, 2.50, -0, 1e5, \"1\", true, null]", "[1,2.50,-0,1e5,\"1\",true,null]"),
    ("- 012\n- 0x1F\n- 0o17\n- .5\n- +3\n- .inf\n", "[12,31,15,0.5,3,\".inf\"]"),
    ("{\"a\": \"\\ud83d\\ude00\\n\\/\", \"b\": {}}", "{\"a\":\"😀\\n/\",\"b\":{}}"),
    ("- no\n- on\n- ~\n- ''\n- !!str 1\n- !!int '1'\n", "[\"no\",\"on\",null,\"\",\"1\",1]"),
    (
      "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\n", "{\"a\":{\"x\":1,\"y\":2},\"b\":{\"y\":3,\"x\":1}}"
    ),
    (
      "a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc:\n  <<: [*a, *b]\n  k: 0\n",
      "{\"a\":{\"x\":1},\"b\":{\"x\":2,\"z\":3},\"c\":{\"k\":0,\"x\":1,\"z\":3}}"
    ),
    ("{a: [b], c}\n", "{\"a\":[\"b\"],\"c\":null}"),
    ("a: u\u{2028}v\n", "{\"a\":\"u\u{2028}v\"}"),
  ])
  func documentsWriteAsJSON(text: String, json: String) throws {
    let parsed = parse(SourceFile(name: "x.yaml", text: text))
    let tree = try #require(parsed.tree, "\(parsed.diagnostics.all)")
    #expect(tree.json() == json)
    let again = try #require(parse(SourceFile(name: "x.json", text: tree.json(pretty: true))).tree)
    #expect(again.json() == parse(SourceFile(name: "y.json", text: json)).tree?.json())
    var builder = TreeBuilder()
    if let root = tree.root { builder.copy(root) }
    #expect(builder.build().json() == json)
  }

  @Test(arguments: [
    ("", "{"), ("#/a~1b/0", "x"), ("#/a%7E1b/1", "y"), ("#/c~0d", "z"), ("#/%C3%A9", "é"),
    ("#/a~1b/2", nil), ("#/a~1b/01", nil), ("#/q", nil),
  ])
  func pointersLeadToNodes(fragment: String, expected: String?) throws {
    let text = "{\"a/b\": [\"x\", \"y\"], \"c~d\": \"z\", \"é\": \"é\"}"
    let root = try #require(parse(SourceFile(name: "x.json", text: text)).tree?.root)
    let pointer = try #require(Pointer(fragment: fragment))
    let node = root[pointer]
    #expect(node.map { $0.string ?? "{" } == expected)
    if let node { #expect(root.tree.pointer(to: node) == pointer) }
    #expect(Pointer(pointer.description) == pointer)
    #expect(Pointer("a") == nil && Pointer("/~2") == nil && Pointer(fragment: "#/%4") == nil)
  }

  @Test func builtTreesKeepTheFilesOfTheirNodes() throws {
    let one = SourceFile(name: "one.yaml", text: "a: &x [1, 2]\nb: *x\n")
    let two = SourceFile(name: "two.yaml", text: "\nc: d\n")
    let first = try #require(parse(one).tree?.root)
    let second = try #require(parse(two).tree?.root?.entry("c"))
    var builder = TreeBuilder(files: [one])
    builder.beginMapping(at: first.range)
    for entry in first.entries {
      builder.copy(entry.key)
      builder.copy(entry.value)
    }
    builder.copy(second.key)
    builder.copy(second.value)
    builder.scalar("e", at: second.key.range)
    builder.beginSequence(at: second.key.range)
    builder.scalar("1", isPlain: true, at: second.key.range)
    let tree = builder.build()
    #expect(tree.json() == "{\"a\":[1,2],\"b\":[1,2],\"c\":\"d\",\"e\":[1]}")
    #expect(tree.files.map(\.name) == ["one.yaml", "two.yaml"])
    #expect(tree.root?["c"]?.range.description == "two.yaml:2:4")
    #expect(tree.root?["b"]?.range.description == "one.yaml:1:4")
  }
}
