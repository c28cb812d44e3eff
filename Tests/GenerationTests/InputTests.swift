import Diagnostics
import Foundation
import SwiftPlan
import Testing

@testable import Generation

@Suite struct InputTests {
  @Test(arguments: [
    ("specs/kling.yaml", "Kling"), ("a/petstore-expanded.json", "PetstoreExpanded"),
    ("a/uspto.v1.yaml", "UsptoV1"), ("stripe/openapi.yaml", "Stripe"),
    ("stripe/spec3.yaml", "Stripe"), ("specs/openapi.yaml", "MyShop"), ("x/接口.yaml", "X"),
    ("3d.yaml", "API3d"), ("data.yaml", "DataAPI"), ("a/openapi.v3.json", "A"),
    ("swift.yml", "SwiftAPI"), ("nullable/spec.yaml", "NullableAPI"), ("client.json", "ClientAPI"),
    ("call.yaml", "CallAPI"),
  ])
  func namespaces(path: String, expected: String) {
    let name = ModuleName.namespace(path: path) { "My shop" }
    #expect(name == expected && ModuleName.isValid(name))
  }

  @Test(arguments: [
    ("openapi: 3.1.0", true), ("# x\nswagger: '2.0'", true), ("\"openapi\": 3.0.0", true),
    ("{\"info\": {}, \"openapi\": \"3.0.0\"}", true), ("{\"openapi", false),
    ("type: object", false), ("properties:\n  openapi: {}", false), ("", false),
    ("{ \"openapi\": \"3.0.0\", \"x\": Infinity}", true),
  ])
  func onlyDescriptionsCount(text: String, expected: Bool) {
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(isDescription(SourceFile(name: "x.yaml", text: text)) == expected)
    #expect(
      text.contains("Infinity")
        || isDescription(SourceFile(name: "x.yaml", bytes: [0xFF, 0xFE] + wide)) == expected)
  }

  @Test(arguments: [
    ("namespce: A\n", "1:1 gen.yaml has no key 'namespce'"),
    ("acces: public\n", "1:1 gen.yaml has no key 'acces' (did you mean 'access'?)"),
    (
      "access: open\n",
      "1:9 'access' cannot be 'open' (use 'public', 'package' or 'internal')"
    ),
    ("descriptions: [a]\n", "1:15 'descriptions' must be a mapping"),
    (
      "descriptions:\n  x.yaml: { module: my }\n",
      "2:21 'my' cannot be 'module' "
        + "(use letters and digits, starting with a capital letter, and no name of Swift's own)"
    ),
    ("include: { tag: [a] }\n", "1:12 'include' has no key 'tag' (did you mean 'tags'?)"),
    ("include: { tags: [[a]] }\n", "1:19 an item of 'tags' must be a text"),
    ("renames: { A: }\nformats: { date: Foundation.Date }\nconformances: X\n", ""),
    (
      "renames: { A: 'B {} struct C' }\n",
      "1:15 'A' in 'renames' cannot be 'B {} struct C' in Swift "
        + "(use letters, digits and '_', and no digit first)"
    ),
    (
      "conformances: ['X {}; struct Y']\n",
      "1:16 an item of 'conformances' cannot be 'X {}; struct Y' in Swift "
        + "(write a type's name, as in 'Foundation.Date')"
    ),
    (
      "formats: { date: 'String; let z' }\n",
      "1:18 'date' in 'formats' cannot be 'String; let z' in Swift "
        + "(write a type's name, as in 'Foundation.Date')"
    ),
  ])
  func configurationsAreChecked(text: String, expected: String) {
    let found = Configuration.read(SourceFile(name: "gen.yaml", text: text)).diagnostics
    let lines = found.all.map { item in
      let place = item.location.map { "\($0.start.line):\($0.start.column)" } ?? "-"
      let help = item.help.map { $0.hasPrefix("the keys") ? "" : " (\($0))" } ?? ""
      return "\(place) \(item.message)\(help)"
    }
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test func aFolderIsTheDescriptionsDirectlyInIt() throws {
    let folder = try TemporaryFolder([
      "specs/pet.yaml": "openapi: 3.1.0", "specs/pet.json": "{\"openapi\": \"3.1.0\"}",
      "specs/page.md": "```yaml\nopenapi: 3.1.0\n```\n", "specs/part.yaml": "type: object",
      "specs/pet.overlay.yaml": "overlay: 1.0.0", "specs/deep/other.yaml": "openapi: 3.1.0",
      "specs/read.txt": "openapi: 3.1.0",
      "specs/gen.yaml": "access: package\ndescriptions: { page.md: { namespace: Page } }",
    ])
    let specs = folder.path + "/specs"
    let found = Discovery(
      GenerationRequest(inputs: [specs, specs + "/pet.yaml"], output: folder.path + "/Generated"))
    let lines = found.descriptions.map { description in
      let options = description.options
      return "\(options.source) \(options.module) \(options.namespace) \(options.access)"
        + (description.overlay == nil ? "" : " +overlay")
    }
    #expect(found.diagnostics.all.isEmpty)
    #expect(
      lines == [
        "specs/page.md PageClient Page package",
        "specs/pet.json PetJsonClient PetJson package +overlay",
        "specs/pet.yaml PetClient Pet package +overlay",
      ])
  }

  @Test func aConfigurationMayLieElsewhere() throws {
    let folder = try TemporaryFolder([
      "a/pet.yaml": "openapi: 3.1.0", "a/gen.yaml": "acess: x",
      "b/my.yaml": "descriptions: { pet.yaml: { namespace: Cat }, other.yaml: {} }",
    ])
    let found = Discovery(
      GenerationRequest(inputs: [folder.path + "/a"], configuration: folder.path + "/b/my.yaml"))
    #expect(found.diagnostics.all.isEmpty)
    #expect(found.descriptions.map(\.options.namespace) == ["Cat"])
  }

  @Test func whatIsMissingIsSaid() throws {
    let folder = try TemporaryFolder([
      "a/gen.yaml": "descriptions: { pets.yaml: { overlay: no.yaml } }",
      "a/pet.yaml": "openapi: 3.1.0", "b/part.yaml": "a: 1",
    ])
    let inputs = ["a", "b", "c.yaml"].map { "\(folder.path)/\($0)" }
    let found = Discovery(GenerationRequest(inputs: inputs))
    #expect(
      found.diagnostics.all.map(\.id) == ["configuration", "no-description", "unreadable-file"])
  }

  @Test(arguments: [
    ("a", "", "", true), ("a", "", "a", false), ("b", "a", "", false), ("a", "a", "", true),
  ])
  func selections(tag: String, include: String, exclude: String, expected: Bool) {
    let selection = OperationSelection(
      include: .init(tags: include.isEmpty ? [] : [include]),
      exclude: .init(tags: exclude.isEmpty ? [] : [exclude]))
    #expect(selection.contains(id: "x", method: "GET", path: "/x", tags: [tag]) == expected)
  }

  @Test(arguments: [
    ("/v1/videos/*", "/v1/videos/{id}", true), ("/v1/videos/*", "/v1/video", false),
    ("/a", "/a", true), ("/a", "/ab", false), ("*/b*", "/a/b/c", true), ("/a*a", "/a", false),
  ])
  func patterns(pattern: String, path: String, expected: Bool) {
    #expect(OperationSelection.matches(path, pattern) == expected)
  }
}
