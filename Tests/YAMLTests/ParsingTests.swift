import Diagnostics
import Testing
import YAML

@Suite struct ParsingTests {
  @Test(arguments: [
    ("x.yaml", "a: 1\nb: [x, 'y']\nc: &k {d: true}\ne: *k\nf:\n  <<: *k\n  g: ~\n"),
    (
      "x.json",
      "{\"a\": 1, \"b\": [\"x\", \"y\"], \"c\": {\"d\": true}, \"e\": {\"d\": true},\n\"f\": {\"g\": null, \"d\": true}}"
    ),
  ])
  func yamlAndJSONReadTheSame(name: String, text: String) throws {
    let parsed = parse(SourceFile(name: name, text: text))
    #expect(parsed.diagnostics.all.isEmpty)
    let root = try #require(parsed.tree?.root)
    #expect(root["a"]?.integer == 1)
    #expect(root["b"]?.elements.map(\.string) == ["x", "y"])
    #expect(root["e"]?["d"]?.bool == true)
    #expect(root["f"]?.entries.map(\.key.string) == ["g", "d"])
  }
}
