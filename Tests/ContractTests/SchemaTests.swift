import Contract
import Diagnostics
import OpenAPI
import Testing
import YAML

@Suite struct SchemaTests {
  /// The one property of a record, and how it comes out: its type, `!` required, `?` nullable.
  @Test(arguments: [
    ("{ type: string }", "string"), ("{ type: string, nullable: true }", "string ?"),
    ("{ type: [string, 'null'] }", "string ?"), ("{}", "any"), ("true", "any"),
    ("{ type: integer, format: int32 }", "int32"),
    ("{ type: string, format: date-time }", "dateTime"),
    ("{ format: uuid }", "uuid"), ("{ minLength: 1 }", "string"),
    ("{ items: { type: string } }", "[string]"),
    ("{ type: array, items: { type: [integer, 'null'] } }", "[int?]"), ("{ type: array }", "[any]"),
    ("{ type: object }", "[:any]"), ("{ additionalProperties: { type: integer } }", "[:int]"),
    ("{ patternProperties: { '^x': { type: string } } }", "[:string]"),
    ("{ properties: { a: {}, b: {} } }", "{a,b}"),
    ("{ anyOf: [{ type: string }, { type: 'null' }] }", "string ?"),
    ("{ oneOf: [{ type: string }, { type: string }] }", "string"),
    ("{ oneOf: [{ type: string }, { type: integer }] }", "string|int"),
    ("{ type: [string, integer] }", "string|int"), ("{ type: [integer, number] }", "number"),
    ("{ enum: [a, b] }", "2 values"), ("{ enum: [a, b, null] }", "2 values ?"),
    ("{ enum: [a, a] , type: string }", "1 values"), ("{ enum: [only] }", "string = only"),
    ("{ const: 3 }", "int = 3"), ("{ type: boolean, enum: [true] }", "bool = true"),
    ("{ type: string, enum: [1, 2] }", "2 values"), ("{ enum: [1.5, 2] }", "number"),
    ("{ anyOf: [{ type: string }, { enum: [a, b] }] }", "2 values"),
    ("{ allOf: [{ $ref: '#/components/schemas/Other' }], nullable: true }", "Other ?"),
    ("{ $ref: '#/components/schemas/Other', description: mine }", "Other"),
    ("{ $ref: '#/components/schemas/Words' }", "[string]"),
    ("{ allOf: [{ properties: { a: {} } }, { properties: { b: {}, a: {} } }] }", "{a,b}"),
    ("{ allOf: [{ type: string }, { maxLength: 3 }] }", "string"),
    ("{ allOf: [{ type: string }, { format: date-time }] }", "dateTime"),
    ("{ type: string, allOf: [{ minLength: 3 }] }", "string"),
    ("{ allOf: [{ type: [string, 'null'] }, { maxLength: 3 }] }", "string ?"),
    ("{ allOf: [{ type: [string, integer] }, { type: string }] }", "string"),
    ("{ allOf: [{ enum: [a, b, c] }, { enum: [a, b] }] }", "2 values"),
    ("{ $ref: '#/components/schemas/Other', required: [x] }", "{x}"),
    ("{ $ref: '#/components/schemas/Other', type: object }", "Other"),
    ("{ $ref: '#/components/schemas/Text', format: date }", "date"),
    ("{ $ref: '#/components/schemas/Text', enum: [a, b] }", "2 values"),
    (
      "{ allOf: [{ properties: { a: { properties: { b: {} } } } }, { properties: { a: { properties: { c: {} } } } }] }",
      "{a}"
    ),
    ("{ type: number, format: int64 }", "int64"), ("{ format: uint64 }", "uint64"),
    ("{ type: integer, enum: [1, 18446744073709551615] }", "uint64"),
    ("{ type: integer, enum: [1, 123456789012345678901] }", "decimal"),
    ("{ type: number, format: decimal128 }", "decimal"),
    (
      "{ type: object, patternProperties: { '^x': { type: string } }, additionalProperties: false }",
      "[:string]"
    ),
    (
      "{ patternProperties: { '^x': { type: string } }, additionalProperties: { type: integer } }",
      "[:any]"
    ),
    ("{ type: array, prefixItems: [{ type: string }], items: { type: boolean } }", "[string|bool]"),
    ("{ prefixItems: [{ type: number }, { type: number }], items: false }", "[number]"),
    ("{ type: string, contentEncoding: base64url }", "string"),
  ])
  func propertyComesOutAs(schema: String, expected: String) throws {
    let contract = try Sample.contract(schemas: [
      "Sample: { type: object, properties: { it: \(schema) } }",
      "Other: { type: object, properties: { x: { type: string } } }",
      "Words: { type: array, items: { type: string } }",
      "Text: { type: string }",
    ])
    guard case .record(let record) = try contract.type("Sample").shape else {
      Issue.record("the sample is no record")
      return
    }
    let field = try #require(record.fields.first)
    var words = contract.words(field.type)
    if field.isNullable { words += " ?" }
    if let constant = field.constant { words += " = \(text(constant))" }
    #expect(words == expected)
  }

  private func text(_ scalar: Scalar) -> String {
    switch scalar {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): String(flag)
    default: "\(scalar)"
    }
  }

  @Test(arguments: [
    (
      ["A: { properties: { kind: { const: a } } }", "B: { properties: { kind: { enum: [b] } } }"],
      "", "tag kind: a, b"
    ),
    (
      ["A: { properties: { x: {} } }", "B: { properties: { x: {} } }"],
      "discriminator: { propertyName: kind }", "tag kind: A, B"
    ),
    (
      ["A: { properties: { kind: {} } }", "B: { properties: { kind: {} } }"],
      "discriminator: { propertyName: kind, mapping: { one: A, two: '#/components/schemas/B' } }",
      "tag kind: one, two"
    ),
    (
      [
        "A: { properties: { m: { type: string, pattern: ^a/ } } }",
        "B: { properties: { m: { type: string, pattern: '^b/.*' } } }",
      ], "", "prefix m: a/, b/"
    ),
    (
      ["A: { properties: { x: {} } }", "B: { properties: { y: {} } }"], "", "shape: , "
    ),
    (
      ["A: { properties: { k: { enum: [p, q] } } }", "B: { properties: { k: { enum: [r] } } }"],
      "", "tag k: pq, r"
    ),
  ])
  func variantsAreToldApart(schemas: [String], more: String, expected: String) throws {
    let refs = "oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]"
    let contract = try Sample.contract(schemas: schemas + ["It: { \(refs), \(more) }"])
    guard case .choice(let choice) = try contract.type("It").shape else {
      Issue.record("it is no choice")
      return
    }
    let tags = choice.variants.map { $0.tags.joined() }.joined(separator: ", ")
    switch choice.selection {
    case .tag(let key): #expect("tag \(key): \(tags)" == expected)
    case .prefix(let key): #expect("prefix \(key): \(tags)" == expected)
    case .shape: #expect("shape: \(tags)" == expected)
    }
  }

  /// Reading them all at once would take more of the stack than there is.
  @Test(arguments: [
    "{type: array, items: {NEXT}}", "{type: object, additionalProperties: {NEXT}}",
    "{oneOf: [{NEXT}, {type: integer}]}",
  ])
  func referencesThatLeadOnAndOn(_ schema: String) throws {
    let schemas = (0..<1_000).map { index in
      let next = "$ref: '#/components/schemas/A\(index + 1)'"
      return "    A\(index): \(schema.replacing("NEXT", with: next))\n"
    }
    let text =
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
      + schemas.joined() + "    A1000: {type: string}\n"
    let file = SourceFile(name: "openapi.yaml", text: text)
    let document = try #require(Workspace(root: "") { _ in [] }.load(file).document)
    #expect(lower(document).diagnostics.all.contains { $0.id == "too-deep" })
  }
}
