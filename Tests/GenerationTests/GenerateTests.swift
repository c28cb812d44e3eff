import Diagnostics
import Foundation
import Generation
import Testing

@Suite struct GenerateTests {
  static let description = """
    openapi: 3.1.0
    info: { title: Pets, version: "1" }
    paths:
      /pets:
        get:
          operationId: listPets
          tags: [pets]
          responses: { "200": { description: all, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
      /shops:
        get:
          operationId: listShops
          tags: [shops]
          responses: { "200": { description: all, content: { application/json: { schema: { $ref: "#/components/schemas/Shop" } } } } }
    components:
      schemas:
        Pet: { type: object, properties: { name: { type: string } } }
        Shop: { type: object, properties: { pet: { $ref: "#/components/schemas/Pet" } } }

    """

  private func request(_ folder: TemporaryFolder) -> GenerationRequest {
    GenerationRequest(inputs: [folder.path + "/specs"], output: folder.path + "/Generated")
  }

  @Test func everythingIsWrittenOnce() throws {
    let folder = try TemporaryFolder(["specs/pets.yaml": Self.description])
    let first = generate(request(folder))
    #expect(first.diagnostics.all.map(\.message) == [])
    #expect(folder.text("Generated/PetsClient/Client.swift")?.contains("enum Pets") == true)
    let second = generate(request(folder))
    #expect(second.changes.isEmpty && second.fileCount == first.fileCount && first.fileCount > 2)
  }

  /// An unchanged run is recognised without reading a description; whatever changes ends that.
  @Test(arguments: [
    ("specs/pets.yaml", "listPets", "allPets"), ("specs/parts.yaml", "string", "integer"),
    ("specs/gen.yaml", "Pets", "Animals"), ("Generated/PetsClient/Client.swift", "enum", "enum "),
    ("templates/names.mustache", "{{path}}", "{{path}}!"),
  ])
  func whateverChangesIsNoticed(path: String, old: String, new: String) throws {
    let description = Self.description.replacing(
      "{ name: { type: string } }", with: "{ name: { $ref: 'parts.yaml#/Name' } }")
    let folder = try TemporaryFolder([
      "specs/pets.yaml": description, "specs/parts.yaml": "Name: { type: string }\n",
      "specs/gen.yaml": "descriptions: { pets.yaml: { namespace: Pets } }\n",
      "templates/names.mustache": "{{#allTypes}}\n{{path}}\n{{/allTypes}}\n",
      "templates/templates.yaml":
        "contract: 1\nfiles: [{ template: names, for: module, to: names.txt }]\n",
    ])
    var request = request(folder)
    request.templates = folder.path + "/templates"
    #expect(generate(request).diagnostics.hasErrors == false)
    #expect(generate(request).changes.isEmpty)
    let text = try #require(folder.text(path))
    try Data(text.replacing(old, with: new).utf8)
      .write(to: URL(fileURLWithPath: "\(folder.path)/\(path)"))
    request.mode = .compare
    #expect(generate(request).changes.isEmpty == false)
    #expect(generate(request).changes.isEmpty == false)
  }

  /// What all descriptions of a folder share has to match something in one of them, and is only
  /// judged where all of them are read; what is asked on the command line likewise.
  @Test(arguments: [
    ("specs", [], ["no operation has the tag 'shps'", "nothing is called 'Shp'"]),
    (
      "specs", ["pets", "shosp"],
      ["no operation has the tag 'shosp'", "no operation has the tag 'shps'"]
    ),
    ("specs/pets.yaml", [], []),
  ])
  func sharedChoicesMatchSomewhere(input: String, tags: [String], expected: [String]) throws {
    let folder = try TemporaryFolder([
      "specs/pets.yaml": Self.description,
      "specs/more.yaml": Self.description.replacing("Shop", with: "Store"),
      "specs/gen.yaml":
        "renames: { Shop: Market, Store: Depot, Shp: Market }\nexclude: { tags: [shps] }\n",
    ])
    var request = request(folder)
    request.inputs = ["\(folder.path)/\(input)"]
    request.selection.include.tags = tags
    let unmatched = generate(request).diagnostics.all.filter { $0.id == "unmatched-choice" }
    #expect(unmatched.map(\.message).sorted() == expected)
  }

  @Test func nothingIsWrittenWhenAnyDescriptionIsWrong() throws {
    let folder = try TemporaryFolder([
      "specs/pets.yaml": Self.description, "specs/wrong.yaml": "openapi: 3.1.0\ninfo: a: b\n",
    ])
    let result = generate(request(folder))
    #expect(result.diagnostics.hasErrors && result.changes.isEmpty)
    #expect(folder.files() == ["specs/pets.yaml", "specs/wrong.yaml"])
  }

  @Test func aFileIsNoOutputFolder() throws {
    let folder = try TemporaryFolder(["specs/pets.yaml": Self.description, "Generated": "mine"])
    let found = generate(request(folder)).diagnostics.all
    #expect(found.map(\.id) == ["output-failed"])
    #expect(folder.text("Generated") == "mine")
  }

  @Test func comparingWritesNothing() throws {
    let folder = try TemporaryFolder(["specs/pets.yaml": Self.description])
    var compare = request(folder)
    compare.mode = .compare
    #expect(generate(compare).changes.isEmpty == false)
    #expect(folder.files() == ["specs/pets.yaml"])
  }

  @Test func aModuleLeavesWithItsDescription() throws {
    let folder = try TemporaryFolder([
      "specs/pets.yaml": Self.description, "specs/old.yaml": Self.description,
    ])
    _ = generate(request(folder))
    try FileManager.default.removeItem(atPath: folder.path + "/specs/old.yaml")
    let result = generate(request(folder))
    #expect(Set(result.changes.map(\.kind)) == [.removed])
    #expect(!folder.files().contains { $0.hasPrefix("Generated/OldClient") })
  }

  @Test func ownTemplatesReplaceAndAdd() throws {
    let folder = try TemporaryFolder([
      "specs/pets.yaml": Self.description, "own/header.mustache": "// Mine\n",
      "own/names.mustache": "{{namespace}}:{{#operations}} {{name}}{{/operations}}\n",
      "own/templates.yaml":
        "files:\n  - { template: names, for: module, to: '{{namespace}}.txt' }\n",
    ])
    var own = request(folder)
    own.templates = folder.path + "/own"
    let result = generate(own)
    #expect(result.diagnostics.all.map(\.message) == [])
    #expect(folder.text("Generated/PetsClient/Pets.txt") == "Pets: listPets listShops\n")
    #expect(folder.text("Generated/PetsClient/Client.swift")?.hasPrefix("// Mine\n") == true)
  }

  @Test(arguments: [
    ("contract: 2\n", "template-manifest"), ("file: []\n", "template-manifest"),
    ("files: [{ template: clint, for: module, to: x }]\n", "template-manifest"),
    ("files: [{ template: client, for: typs, to: x }]\n", "template-manifest"),
    ("files: [{ template: client, for: module, to: '../x' }]\n", "output-path"),
    ("files: [{ template: client, for: module, to: '{{nam}}' }]\n", nil),
  ])
  func wrongManifestsAreErrors(manifest: String, id: String?) throws {
    let folder = try TemporaryFolder([
      "specs/pets.yaml": Self.description, "own/templates.yaml": manifest,
    ])
    var own = request(folder)
    own.templates = folder.path + "/own"
    let errors = generate(own).diagnostics.all.filter { $0.severity == .error }.map(\.id)
    #expect(!errors.isEmpty && (id == nil || errors.contains(id ?? "")))
  }

  @Test(arguments: [
    (OperationSelection.Criteria(tags: ["pets"]), ["Pet.swift"]),
    (.init(paths: ["/shops"]), ["Pet.swift", "Shop.swift"]),
    (.init(operations: ["listPets"]), ["Pet.swift"]),
  ])
  func onlyWhatIsChosenIsGenerated(include: OperationSelection.Criteria, models: [String]) throws {
    let folder = try TemporaryFolder(["specs/pets.yaml": Self.description])
    var chosen = request(folder)
    chosen.selection.include = include
    let result = generate(chosen)
    #expect(result.diagnostics.all.map(\.message) == [])
    let prefix = "Generated/PetsClient/Models/"
    #expect(
      folder.files().filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        == models)
  }
}
