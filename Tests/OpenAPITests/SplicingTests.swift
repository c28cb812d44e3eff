import Diagnostics
import Testing
import YAML

@testable import OpenAPI

/// `$ref` in places where the specification knows none, as tools that bundle files allow it.
struct SplicingTests {
  private static let files = [
    "specs/info.yaml": "title: T\ndescription: {$ref: intro.md}\nversion: '2'\n",
    "specs/intro.md": "# Hello: world\n",
    "specs/paths/all.yaml": """
    /pets:
      get: {$ref: 'pets.yml#/list'}
      post: {responses: {'200': {$ref: '#/x-answers/made'}}}
    x-answers: {made: {description: Made}}
    """,
    "specs/paths/pets.yml": """
    list:
      tags: {$ref: '#/tags'}
      parameters: {$ref: ../parameters.yaml}
      responses: {'200': {$ref: '#/answer'}}
    tags: [pets]
    answer: {description: All}
    """,
    "specs/parameters.yaml":
      "- {name: limit, in: query, schema: {$ref: types/index.yaml#/Limit}}\n",
    "specs/types/index.yaml": "Pet: {$ref: pet.yaml}\nLimit: {type: integer}\n",
    "specs/types/pet.yaml": "type: object\nproperties: {$ref: names.yaml}\n",
    "specs/types/names.yaml": "name: {type: string}\n",
    "specs/loop.yaml": "summary: S\nget: {$ref: 'loop.yaml#/get'}\n",
  ]

  private static let text = """
    openapi: 3.0.3
    info: {$ref: info.yaml, version: '1'}
    paths: {$ref: paths/all.yaml}
    components: {schemas: {$ref: types/index.yaml}}
    """

  @Test(arguments: [
    ("/info/title", "T"), ("/info/version", "1"), ("/info/description", "# Hello: world\n"),
    ("/paths/~1pets/get/tags/0", "pets"), ("/paths/~1pets/get/parameters/0/name", "limit"),
    ("/paths/~1pets/get/responses/200", "specs/paths/pets.yml#/answer"),
    ("/paths/~1pets/post/responses/200", "specs/paths/all.yaml#/x-answers/made"),
    ("/paths/~1pets/get/parameters/0/schema", "specs/types/index.yaml#/Limit"),
    ("/components/schemas/Pet", "specs/types/pet.yaml#"),
    ("/components/schemas/Limit/type", "integer"),
  ])
  func whatTheyLeadToIsRead(_ pointer: String, _ expected: String) throws {
    let (document, diagnostics) = Folder(files: Self.files).read(Self.text)
    #expect(!diagnostics.hasErrors && diagnostics.all.allSatisfy { $0.id == "misplaced-reference" })
    let description = try #require(document)
    let node = try #require(Pointer(pointer).flatMap { description.root[$0] })
    let target = description.resolve(node).map { description.pointer(of: $0.node) }
    #expect(target ?? node.string == expected)
  }

  @Test func aFileReferredToHasThemToo() throws {
    let (document, _) = Folder(files: Self.files).read(Self.text)
    let pet = try #require(document?.root[Pointer(tokens: ["components", "schemas", "Pet"])])
    let target = try #require(document?.resolve(pet)?.node)
    #expect(target["properties"]?["name"]?["type"]?.string == "string")
    #expect(target["properties"]?["name"]?.range.file.name == "specs/types/names.yaml")
  }

  @Test(arguments: [
    ("get: {$ref: gone.yaml}", "unresolved-reference", 5),
    ("get: {$ref: 'paths/pets.yml#/lits'}", "unresolved-reference", 5),
    ("get: {$ref: '#/paths/~1a/get'}", "circular-reference", 5),
    ("$ref: loop.yaml", "circular-reference", 2),
    ("get: {responses: {'200': {headers: {$ref: '#/paths/~1a/get'}}}}", "circular-reference", 5),
    (
      "get: {parameters: {$ref: '#/paths/~1a/x-b'}}\n    x-b: [{name: b, in: query, content: {$ref: '#/paths/~1a/get'}}]",
      "circular-reference", 6
    ),
    ("get: {$ref: 'https://a.example/x.yaml'}", "ref-remote", 5),
  ])
  func whatLeadsNowhereIsAnError(_ item: String, _ id: String, _ line: Int) throws {
    let (_, diagnostics) = Folder(files: Self.files).read(
      "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    \(item)\n")
    let errors = diagnostics.all.filter { $0.severity == .error }
    #expect(errors.first?.id == id && errors.first?.location?.start.line == line, "\(errors)")
  }
}
