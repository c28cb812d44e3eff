import Diagnostics
import Testing

@testable import OpenAPI

/// A description with the findings that it must give, and no others.
struct FindingCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var expected: [String]

  init(_ name: String, _ version: String = "3.0.3", _ body: String, _ expected: [String] = []) {
    self.name = name
    let key = version == "2.0" ? "swagger: '2.0'" : "openapi: \(version)"
    let paths = body.contains("paths:") ? "" : "\npaths: {}"
    text = "\(key)\ninfo: {title: T, version: 1.0}\n\(body)\(paths)\n"
    self.expected = expected
  }

  var testDescription: String { name }
}

@Suite struct FindingTests {
  @Test(arguments: structure + references + operations + schemas + others)
  func findingsAreThose(_ item: FindingCase) {
    let marked = Marked(item.text)
    #expect(marked.lines(Folder().read(marked.text).diagnostics) == item.expected)
  }

  /// Every rule is reported by some case, so that none can fall silent.
  @Test func everyRuleHasACase() {
    var reported: Set<String> = []
    for item in Self.operations + Self.schemas + Self.others {
      for line in item.expected { reported.insert(String(line.split(separator: " ")[1])) }
    }
    for cases in [
      LintTests.lawful, LintTests.operations, LintTests.parameters, LintTests.schemas,
      LintTests.shapes, LintTests.style,
    ] {
      reported.formUnion(cases.map(\.rule))
    }
    #expect(Rule.all.map(\.id).filter { !reported.contains($0) } == [])
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
  }

  static let structure = [
    FindingCase("a clean document", body("get: {responses: {'200': {description: ok}}}")),
    FindingCase(
      "unknown keyword", body("get: {①respones: {}, responses: {}}"),
      ["warning unknown-keyword ①"]),
    FindingCase("extensions are kept", body("get: {x-any: {get: 1}, responses: {}}")),
    FindingCase(
      "wrong type", schema("{type: object, properties: ①[a]}"), ["error wrong-type ①"]),
    FindingCase(
      "scalars for scalars are ignored", schema("{type: string, maxLength: ①long}"),
      ["warning wrong-type ①"]),
    FindingCase(
      "types of 3.1", schema("{type: ①[string, 'null']}"), ["warning wrong-type ①"]),
    FindingCase("words that are none", schema("{title: ①[a]}"), ["warning wrong-type ①"]),
    FindingCase("empty values are absent", schema("{①properties: }"), ["warning wrong-type ①"]),
    FindingCase(
      "missing responses", body("get: ①{operationId: a}"), ["warning missing-field ①"]),
    FindingCase(
      "parameter without place", body("parameters: [①{name: a, schema: {}}]"),
      ["error missing-field ①"]),
    FindingCase(
      "value outside of the vocabulary",
      body("parameters: [{name: a, in: ①qeury, schema: {}}]"), ["error invalid-value ①"]),
    FindingCase(
      "keyword of a later version", schema("{①const: 1}"), ["warning unknown-keyword ①"]),
    FindingCase("a schema of 3.1 is open", "3.1.0", schema("{const: 1, custom: 2, id: x}")),
    FindingCase(
      "but slips of the pen are named", "3.1.0", schema("{①propertis: {}}"),
      ["warning unknown-keyword ①"]),
    FindingCase("later versions read as 3.2", "①3.4.0", "", ["warning newer-version ①"]),
    FindingCase("no version known", "①4.0.0", "", ["error not-openapi ①"]),
    FindingCase(
      "Swagger has its own keywords", "2.0",
      "host: a.b\nbasePath: /\n①servers: []\ndefinitions: {A: {type: object}}",
      ["warning unknown-keyword ①"]),
  ]

  static let references = [
    FindingCase(
      "unresolved", schema("{properties: {a: {$ref: ①'#/components/schemas/B'}}}"),
      ["error unresolved-reference ①"]),
    FindingCase(
      "content is no reference",
      schema("{example: {$ref: '#/no'}, properties: {$ref: {type: string}}, x-a: {$ref: '#/no'}}")),
    FindingCase(
      "circular", schema("{$ref: ①'#/components/schemas/A'}"), ["error circular-reference ①"]),
    FindingCase(
      "remote", schema("{$ref: ①'https://example.com/a.yaml'}"), ["error ref-remote ①"]),
    FindingCase("outside", schema("{$ref: ①../a.yaml}"), ["error ref-outside ①"]),
    FindingCase(
      "missing file", schema("{$ref: ①other.yaml#/A}"), ["error unresolved-reference ①"]),
    FindingCase(
      "the forgotten hash", schema("{properties: {a: {$ref: ①/components/schemas/A}}}"),
      ["error unresolved-reference ①"]),
    FindingCase(
      "an example that is not there",
      "components: {examples: {A: {$ref: ①'#/components/examples/B'}}}",
      ["warning unresolved-reference ①"]),
    FindingCase(
      "an example that leads to itself",
      "components: {examples: {A: {$ref: ①'#/components/examples/A'}}}",
      ["warning circular-reference ①"]),
    FindingCase(
      "through another",
      schema(
        "{properties: {b: {$ref: ①'#/components/schemas/A/properties/a/properties/c'}, "
          + "a: {$ref: '#/components/schemas/B'}}}\n    B: {properties: {c: {type: string}}}"),
      ["warning ref-through-ref ①"]),
    FindingCase(
      "through itself",
      schema("{properties: {a: {$ref: ①'#/components/schemas/A/properties/a/b'}}}"),
      ["error unresolved-reference ①"]),
    FindingCase(
      "siblings in 3.0",
      schema("{properties: {a: {$ref: '#/components/schemas/A', ①nullable: true}}}"),
      ["warning ref-siblings ①"]),
    FindingCase(
      "siblings in 3.1", "3.1.0",
      schema("{properties: {a: {$ref: '#/components/schemas/A', title: b}}}")),
    FindingCase(
      "anchors", "3.1.0", schema("{$anchor: top, properties: {a: {$ref: '#top'}}}")),
  ]

  static func body(_ item: String) -> String { "paths:\n  /a:\n    \(item)" }

  static func schema(_ text: String) -> String { "components:\n  schemas:\n    A: \(text)" }
}

extension FindingCase {
  /// A case of version 3.0.
  init(_ name: String, _ body: String, _ expected: [String]) {
    self.init(name, "3.0.3", body, expected)
  }

  init(_ name: String, _ body: String) { self.init(name, "3.0.3", body, []) }
}
