import Contract
import Testing

@Suite struct StructureTests {
  /// A box breaks each cycle once, and none stands where a list or a map does already.
  @Test(arguments: [
    (["A: { properties: { a: { $ref: '#/components/schemas/A' } } }"], ["A.a"]),
    (["A: { properties: { a: { type: array, items: { $ref: '#/components/schemas/A' } } } }"], []),
    (
      [
        "A: { properties: { b: { $ref: '#/components/schemas/B' } } }",
        "B: { properties: { a: { $ref: '#/components/schemas/A' } } }",
      ], ["B.a"]
    ),
    (
      [
        "A: { properties: { c: { oneOf: [{ type: string }, { $ref: '#/components/schemas/A' }] } } }"
      ], ["A.c.choice"]
    ),
  ])
  func onlyCyclesAreBoxed(schemas: [String], expected: [String]) throws {
    let contract = try Sample.contract(schemas: schemas)
    var boxed: [String] = []
    for type in contract.types {
      let name: String
      switch type.name {
      case .component(let text): name = text
      case .member(let parent, let text): name = "\(contract.words(.named(parent))).\(text)"
      default: name = ""
      }
      if case .record(let record) = type.shape {
        boxed += record.fields.filter(\.isBoxed).map { "\(name).\($0.key)" }
      }
      if case .choice(let choice) = type.shape, choice.isRecursive {
        boxed.append("\(name).choice")
      }
    }
    #expect(boxed == expected)
  }

  @Test func identicalPartsAreDeclaredOnce() throws {
    let part = "{ type: object, properties: { x: { type: integer, maximum: 3 } } }"
    let other = "{ type: object, properties: { x: { type: integer, maximum: 4 } } }"
    let contract = try Sample.contract(schemas: [
      "A: { properties: { p: \(part), q: \(other) } }", "B: { properties: { r: \(part) } }",
    ])
    let duplicates = contract.types.filter {
      if case .duplicate = $0.shape { true } else { false }
    }
    #expect(contract.types.count == 5)
    #expect(duplicates.count == 1)
  }

  @Test func longChainsOfReferencesNeedNoStack() throws {
    let links = (0..<20_000).map {
      "N\($0): { required: [n], properties: { n: { $ref: '#/components/schemas/N\($0 + 1)' } } }"
    }
    let contract = try Sample.contract(schemas: links + ["N20000: { type: string }"])
    #expect(contract.types.count == 20_000)
  }

  /// Only what the kept operations reach is there, under the same names as ever.
  @Test func selectionKeepsWhatItReaches() throws {
    let text = """
      openapi: 3.1.0
      info: { title: Sample, version: "1" }
      paths:
        /a:
          get: { tags: [a], responses: { "200": { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } }
        /b:
          get: { tags: [b], responses: { "200": { description: B, content: { application/json: { schema: { $ref: '#/components/schemas/B' } } } } } }
      components:
        schemas:
          A: { properties: { c: { $ref: '#/components/schemas/C' } } }
          B: { properties: { c: { $ref: '#/components/schemas/C' } } }
          C: { properties: { x: { type: string } } }
          D: { properties: { x: { type: string } } }
      """
    let all = try Sample.contract(text)
    let some = try Sample.contract(text) { $0.tags == ["a"] }
    #expect(all.types.map { all.words(.named($0.id)) } == ["A", "B", "C", "D"])
    #expect(some.types.map { some.words(.named($0.id)) } == ["A", "C"])
    #expect(some.operations.map(\.path) == ["/a"])
  }
}
