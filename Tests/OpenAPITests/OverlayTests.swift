import Diagnostics
import Testing
import YAML

@testable import OpenAPI

@Suite struct OverlayTests {
  @Test(arguments: [
    ("$.info.title", "info/title"),
    ("$['info']['title']", "info/title"),
    ("$.paths['/a'].get", "paths/~1a/get"),
    ("$.tags[0]", "tags/0"),
    ("$.tags[-1].name", "tags/2/name"),
    ("$.tags[0:2]", "tags/0 tags/1"),
    ("$.tags[::-1]", "tags/2 tags/1 tags/0"),
    ("$.tags[?@.name == 'b']", "tags/1"),
    ("$.tags[?(@.name != 'b' && !@.old)]", "tags/2"),
    ("$.tags[?@.order < 2 || @.old == true]", "tags/0"),
    ("$.paths.*.*", "paths/~1a/get paths/~1a/put"),
    ("$..name", "tags/0/name tags/1/name tags/2/name"),
    ("$.tags[0,2]", "tags/0 tags/2"),
    ("$.none", ""),
  ])
  func queriesFind(_ query: String, _ expected: String) throws {
    let text = """
      info: {title: T}
      paths: {/a: {get: {}, put: {}}}
      tags: [{name: a, old: true, order: 1}, {name: b, order: 2}, {name: c, order: 3}]
      """
    let tree = try #require(parse(SourceFile(name: "a.yaml", text: text)).tree)
    let root = try #require(tree.root)
    let found = try JSONPathParser.parse(query).matches(in: root)
    let pointers = found.map { String(tree.pointer(to: $0.node).description.dropFirst()) }
    #expect(pointers.joined(separator: " ") == expected)
  }

  @Test(arguments: ["info", "$.", "$[", "$['a", "$[?@.a ==]", "$[?length(@.a) > 1]", "$.a b"])
  func brokenQueriesAreErrors(_ query: String) {
    #expect(throws: JSONPathError.self) { try JSONPathParser.parse(query) }
  }

  @Test(arguments: [
    ("target: $.info\n    update: {title: New, x-a: {b: 1}}", "/info/title", "New"),
    ("target: $.tags\n    update: {name: c}", "/tags/2/name", "c"),
    ("target: $.tags\n    update: [{name: c}]", "/tags/2/name", "c"),
    ("target: $.info\n    update: {x-list: [2]}", "/info/x-list/1", "2"),
    ("target: $.tags[?@.name == 'a']\n    remove: true", "/tags/0/name", "b"),
    ("target: $.info.title\n    update: Plain", "/info/title", "Plain"),
  ])
  func actionsChange(_ action: String, _ pointer: String, _ value: String) throws {
    let (document, diagnostics) = Folder().read(
      Self.text, overlay: Self.overlay + "  - \(action)\n")
    #expect(diagnostics.all.map(\.message) == [])
    let place = try #require(Pointer(pointer))
    let node = try #require(document?.root[place])
    #expect(node.string == value)
    let isNew = !action.contains("remove")
    #expect(node.range.file.name == (isNew ? "specs/api.overlay.yaml" : "specs/api.yaml"))
  }

  @Test(arguments: [
    ("- {target: ①$.none, remove: true}", ["warning overlay-no-match ①"]),
    ("- {target: ①'$[', remove: true}", ["error overlay-invalid ①"]),
    ("- {target: ①$, remove: true}", ["error overlay-invalid ①"]),
    ("- ①{target: $.info}", ["error overlay-invalid ①"]),
    ("- ①{update: {}}", ["error overlay-invalid ①"]),
  ])
  func mistakesAreNamed(_ action: String, _ expected: [String]) {
    let marked = Marked(Self.overlay + "  \(action)\n")
    #expect(marked.lines(Folder().read(Self.text, overlay: marked.text).diagnostics) == expected)
  }

  /// What the finding on a missing schema advises is an action that mends it.
  @Test(arguments: [
    "openapi: 3.0.3\ncomponents: {schemas: {A: {$ref: '#/components/schemas/Elsewhere-1.b'}}}",
    "openapi: 3.1.0\npaths: {/a: {get: {parameters: [{name: a, in: query, schema: "
      + "{$ref: '#/components/schemas/Elsewhere'}}], responses: {'200': {description: A}}}}}",
    "swagger: '2.0'\ndefinitions: {A: {$ref: '#/definitions/Elsewhere'}}",
  ])
  func theAdviceOnAMissingSchemaMendsIt(_ body: String) throws {
    let text =
      body + "\ninfo: {title: T, version: '1'}" + (body.contains("paths") ? "" : "\npaths: {}")
    let finding = try #require(Folder().read(text).diagnostics.all.first)
    let action = try #require(finding.help).split(separator: "'").last
    let mended = Folder().read(text, overlay: Self.overlay + "  - \(action ?? "")\n")
    #expect(finding.id == "unresolved-reference" && mended.diagnostics.all.map(\.message) == [])
  }

  private static let text = """
    openapi: 3.0.3
    info: {title: Old, version: '1', x-list: [1]}
    tags: [{name: a}, {name: b}]
    paths: {}
    """
  private static let overlay = "overlay: 1.0.0\nactions:\n"
}
