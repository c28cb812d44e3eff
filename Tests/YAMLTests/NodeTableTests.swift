import Diagnostics
import Testing
import YAML

/// What is kept for nodes by their place, and what is told of lists at once.
@Suite struct NodeTableTests {
  @Test func valuesBelongToTheirNodesAlone() throws {
    let trees = try ["a: 1\nb: 2\n", "a: 1\nb: 2\n", "[]"].map {
      try #require(parse(SourceFile(name: "x.yaml", text: $0)).tree)
    }
    let nodes = try trees.prefix(2).flatMap { tree in
      let root = try #require(tree.root)
      return root.entries.flatMap { [$0.key, $0.value] }
    }
    var table = NodeTable<Int>()
    for (number, node) in nodes.enumerated() { table[node] = number }
    table[nodes[0]] = 10
    table[nodes[1]] = nil
    table[nodes[6]] = nil
    table[nodes[6]] = 16
    let none = try #require(trees[2].root)
    #expect((nodes + [none]).map { table[$0] } == [10, nil, 2, 3, 4, 5, 16, 7, nil])
  }

  @Test(arguments: [
    ("[a, b, c]", true), ("[]", true), ("[a, 1]", false), ("[a, b, a]", false), ("a", false),
    ("['1', \"2\"]", true), ("[a, {}]", false), ("{a: b}", false), ("[a, é]", false),
    ("[b, a, c, d, e, f, g, h, i, j, k, l]", true), ("[b, a, c, d, e, f, g, h, i, j, k, b]", false),
  ])
  func listsOfDifferentTextsAreKnown(text: String, expected: Bool) throws {
    let root = try #require(parse(SourceFile(name: "x.yaml", text: text)).tree?.root)
    #expect(root.holdsDifferentTexts == expected)
  }
}
