import Diagnostics
import Testing
import YAML

@testable import OpenAPI

@Suite struct DocumentTests {
  private static let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"

  @Test(arguments: [
    ("{$ref: '#/components/schemas/B'}", "#/components/schemas/C"),
    ("{$ref: '#/components/schemas/C'}", "#/components/schemas/C"),
    ("{$ref: '#/components/schemas/D'}", "#/components/schemas/D"),
    ("{$ref: '#/components/schemas/a~1b%20c'}", "#/components/schemas/a~1b c"),
    ("{$ref: 'types/pet.yaml#/Pet'}", "specs/types/pet.yaml#/Pet"),
    ("{$ref: 'types/whole.yaml'}", "specs/types/whole.yaml#"),
    ("{$ref: 'types/pet.yaml#/Back'}", "#/components/schemas/C"),
    ("{$ref: 'https://a.test/e'}", "#/components/schemas/E"),
    ("{$ref: 'https://a.test/e#/$defs/f'}", "#/components/schemas/E/$defs/f"),
    ("{$ref: 'https://a.test/e#g'}", "#/components/schemas/E/$defs/f"),
    ("{$ref: '#/components/schemas/E/$defs/beside'}", "#/components/schemas/E/$defs/f"),
    ("{$ref: '#/components/schemas/E/$defs/below'}", "#/components/schemas/E/$defs/f"),
    ("{$ref: '#/components/schemas/F/$defs/pet'}", "specs/types/pet.yaml#/Pet"),
    ("{$ref: '#/components/schemas/F/$defs/own'}", "#/components/schemas/F/$defs/g"),
  ])
  func referencesLeadToTheirEnds(_ schema: String, _ pointer: String) throws {
    let folder = Folder(files: [
      "specs/types/pet.yaml":
        "Pet: {type: object}\nBack: {$ref: '../api.yaml#/components/schemas/C'}\n",
      "specs/types/whole.yaml": "type: object\n",
    ])
    let (document, diagnostics) = folder.read(
      Self.head + """
        components:
          schemas:
            A: \(schema)
            B: {$ref: '#/components/schemas/C'}
            C: {type: string}
            D: {$ref: '#/components/schemas/C', maxLength: 3}
            a/b c: {type: string}
            E:
              $id: https://a.test/e
              $defs: {f: {$anchor: g, type: string}, beside: {$ref: e#g}, below: {$ref: '#/$defs/f'}}
            F: {$id: ./types/, $defs: {pet: {$ref: pet.yaml#/Pet}, own: {$ref: '#g'}, g: {$anchor: g}}}
        """)
    #expect(diagnostics.all.map(\.message) == [])
    let node = try #require(document?.root["components"]?["schemas"]?["A"])
    let target = try #require(document?.resolve(node))
    #expect(document?.pointer(of: target.node) == pointer)
  }

  @Test(arguments: [
    ("{$ref: '#/components/schemas/Pte'}", "{$ref: '#/components/schemas/Pet'}"),
    ("{$ref: /components/schemas/Pet}", "{$ref: '#/components/schemas/Pet'}"),
    ("{$ref: Pet}", "{$ref: '#/components/schemas/Pet'}"),
    ("{propertes: {}}", "{properties: {}}"),
    ("{\"propertes\": {}}", "{\"properties\": {}}"),
  ])
  func nearMissesHaveAFix(_ wrong: String, _ right: String) throws {
    let text = { (schema: String) -> String in
      Self.head + "components: {schemas: {Pet: {}, A: \(schema)}}\n"
    }
    let finding = try #require(Folder().read(text(wrong)).diagnostics.all.first)
    let fix = try #require(finding.fix)
    var bytes = fix.file.bytes
    for edit in fix.edits.reversed() {
      bytes.replaceSubrange(edit.bytes, with: Array(edit.replacement.utf8))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text(right))
    #expect(finding.help?.hasPrefix("did you mean '") == true)
  }

  @Test(arguments: [
    ("", "yaml-empty"), ("a: 1\n", "not-openapi"), ("- 1\n", "not-openapi"),
    ("text\n", "not-openapi"), ("openapi: {}\n", "not-openapi"), ("openapi: 2.0\n", "not-openapi"),
  ])
  func nothingButADescriptionIsRead(_ text: String, _ id: String) {
    let (document, diagnostics) = Folder().read(text)
    #expect(document == nil)
    #expect(diagnostics.all.map(\.id) == [id])
  }
}
