import Diagnostics
import Generation
import Testing

/// API.md is made to be reviewed: what is a small change of a description is a small change of it.
@Suite struct SurfaceTests {
  static let description = """
    openapi: 3.1.0
    info: { title: Pets, version: "1" }
    paths:
      /pets:
        get:
          operationId: listPets
          parameters:
            - { name: limit, in: query, schema: { type: integer } }
          responses:
            "200": { description: all, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      # more paths
    components:
      schemas:
        Pet:
          type: object
          required: [name]
          properties:
            name: { type: string }
            tag: { type: string }
            kind: { type: string, enum: [cat, dog, bird] }
        # more schemas

    """

  struct Edit: Sendable, CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    /// How many lines of API.md may go, and how many may come.
    var gone: Int
    var come: Int
    var testDescription: String { name }

    init(_ name: String, _ old: String, _ new: String, gone: Int, come: Int) {
      (self.name, self.old, self.new, self.gone, self.come) = (name, old, new, gone, come)
    }
  }

  static let edits = [
    Edit(
      "an optional property is added", "tag: { type: string }",
      "tag: { type: string }\n        age: { type: integer }", gone: 0, come: 1),
    Edit("a property is removed", "        tag: { type: string }\n", "", gone: 1, come: 0),
    Edit("a property is required", "required: [name]", "required: [name, tag]", gone: 1, come: 1),
    Edit("a property is optional", "required: [name]", "required: []", gone: 1, come: 1),
    Edit(
      "a type is another", "name: { type: string }", "name: { type: integer }", gone: 1, come: 1),
    Edit("a value is added", "[cat, dog, bird]", "[cat, dog, bird, fish]", gone: 1, come: 1),
    Edit("a value is removed", "[cat, dog, bird]", "[cat, dog]", gone: 1, come: 1),
    Edit(
      "a description is added", "tag: { type: string }",
      "tag: { type: string, description: Its mark. }", gone: 1, come: 1),
    Edit(
      "a parameter is added", "schema: { type: integer } }",
      "schema: { type: integer } }\n        - { name: page, in: query, schema: { type: string } }",
      gone: 1, come: 1),
    Edit("an operation is renamed", "listPets", "findPets", gone: 1, come: 1),
    Edit("a path is another", "/pets:", "/animals:", gone: 1, come: 1),
    Edit(
      "an operation is added", "# more paths",
      "/pets/{id}:\n    delete:\n      operationId: dropPet\n      parameters: [{ name: id, in: path, "
        + "required: true, schema: { type: string } }]\n      responses: { \"204\": { description: gone } }",
      gone: 0, come: 3),
    Edit(
      "a type is added", "# more schemas",
      "Shop: { type: object, properties: { name: { type: string } } }", gone: 0, come: 4),
    Edit("the version is another", "version: \"1\"", "version: \"2\"", gone: 1, come: 1),
  ]

  @Test(arguments: edits)
  func smallEditsAreSmall(edit: Edit) throws {
    let edited = Self.description.replacing(edit.old, with: edit.new, maxReplacements: 1)
    let (old, new) = (try surface(Self.description), try surface(edited))
    let difference = new.difference(from: old)
    #expect(
      edited != Self.description && difference.removals.count <= edit.gone
        && difference.insertions.count <= edit.come, "\(difference)")
  }

  private func surface(_ description: String) throws -> [Substring] {
    let folder = try TemporaryFolder(["specs/pets.yaml": description])
    let result = generate(
      GenerationRequest(inputs: [folder.path + "/specs"], output: folder.path + "/Generated"))
    #expect(!result.diagnostics.hasErrors)
    let text = try #require(folder.text("Generated/PetsClient/API.md"))
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
