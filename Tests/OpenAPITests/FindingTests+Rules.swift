extension FindingTests {
  private static let answer = "responses: {'200': {description: ok}}"

  static let operations = [
    FindingCase(
      "duplicate operationId",
      "paths:\n  /a:\n    get: {operationId: x, \(answer)}\n    put: {operationId: ①x, \(answer)}",
      ["warning duplicate-operation-id ①"]),
    FindingCase(
      "undeclared path parameter", "paths:\n  ①/a/{id}:\n    get: {\(answer)}",
      ["warning undeclared-path-parameter ①"]),
    FindingCase(
      "declared on the path",
      "paths:\n  /a/{id}:\n    parameters: [{name: id, in: path, required: true, schema: {}}]\n"
        + "    get: {\(answer)}"),
    FindingCase(
      "unused and optional path parameter",
      "paths:\n  /a:\n    get:\n      parameters: [{name: ①id, in: path, schema: {}}]\n"
        + "      \(answer)",
      ["warning optional-path-parameter ①", "warning unused-path-parameter ①"]),
    FindingCase(
      "duplicate parameter",
      "paths:\n  /a:\n    get:\n      parameters:\n        - {name: q, in: query, schema: {}}\n"
        + "        - ①{name: q, in: query, schema: {}}\n      \(answer)",
      ["warning duplicate-parameter ①"]),
    FindingCase(
      "ambiguous paths", "paths:\n  /a/{b}: {}\n  ①/a/{c}: {}", ["warning ambiguous-paths ①"]),
    FindingCase("no slash", "paths:\n  ①a: {}", ["warning path-without-slash ①"]),
  ]

  static let schemas = [
    FindingCase(
      "mapping to nothing",
      schema("{oneOf: [{}], discriminator: {propertyName: t, mapping: {a: ①B, b: A}}}"),
      ["warning unresolved-mapping ①"]),
    FindingCase(
      "unknown required property",
      schema("{type: object, properties: {name: {}}, required: [name, ①nam]}"),
      ["warning unknown-required-property ①"]),
    FindingCase(
      "required beside a sibling",
      schema("{allOf: [{properties: {a: {}}}, {properties: {c: {}}, required: [a]}]}")),
    FindingCase("array without items", schema("{type: ①array}"), ["warning array-without-items ①"]),
    FindingCase("array without items in 3.1", "3.1.0", schema("{type: array}")),
    FindingCase("unknown type", schema("{type: ①strng}"), ["warning unknown-type ①"]),
    FindingCase(
      "duplicate enum value", schema("{type: string, enum: [a, b, ①a]}"),
      ["warning duplicate-enum-value ①"]),
    FindingCase(
      "mismatched values", schema("{type: integer, default: ①a, enum: [1, ②true, null]}"),
      ["warning mismatched-value ①", "warning mismatched-value ②"]),
    FindingCase(
      "invalid pattern", schema("{type: string, pattern: ①'[a'}"), ["warning invalid-pattern ①"]),
    FindingCase(
      "keys that go together", schema("{type: object, ①anyOf: [{required: [a]}, {}]}"),
      ["warning unchecked-alternatives ①"]),
    FindingCase(
      "limits of a date", schema("{type: string, format: date, ①pattern: '^2', ②maxLength: 3}"),
      ["warning unchecked-limit ①", "warning unchecked-limit ②"]),
    FindingCase(
      "number of properties", schema("{type: object, properties: {a: {}}, ①minProperties: 1}"),
      ["warning unchecked-limit ①"]),
    FindingCase(
      "required keys of a map",
      schema("{type: object, ①required: [a], additionalProperties: {type: string}}"),
      ["warning unchecked-required ①"]),
    FindingCase(
      "required keys beside properties",
      schema(
        "{type: object, ①required: [a, b], properties: {a: {}}, additionalProperties: {type: string}}"
      ), ["warning unchecked-required ①"]),
    FindingCase(
      "required keys of a part",
      schema("{allOf: [{type: object, required: [a]}, {properties: {a: {type: string}}}]}")),
  ]

  static let others = [
    FindingCase(
      "unknown security scheme",
      "security: [{①key: []}, {ok: []}]\n"
        + "components: {securitySchemes: {ok: {type: http, scheme: bearer}}}",
      ["warning unknown-security-scheme ①"]),
    FindingCase(
      "undeclared server variable",
      "servers: [{url: ①'https://{a}.{b}', variables: {a: {default: x}}}]",
      ["warning undeclared-server-variable ①"]),
    FindingCase(
      "unknown dialect", "3.1.0",
      "jsonSchemaDialect: ①https://example.com/mine\n"
        + "components: {schemas: {A: {$schema: ②'https://example.com/other', type: string}}}",
      ["warning unknown-dialect ①", "warning unknown-dialect ②"]),
  ]
}
