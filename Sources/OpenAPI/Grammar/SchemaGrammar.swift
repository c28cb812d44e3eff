/// Schemas: a dialect of JSON Schema up to 3.0, all of JSON Schema from 3.1.
extension ObjectGrammar {
  static let schema = ObjectGrammar(
    annotations + composition + objects + arrays + scalars + identity, mayBeReference: true)

  /// What becomes of keywords that only narrow what others allow.
  private static let unchecked = "it is left to the server to check"

  private static let annotations = [
    Field("title", .string),
    Field("description", .string),
    Field("default", .any),
    Field("example", .any),
    Field("examples", .any, in: .from3_1),
    Field("readOnly", .boolean),
    Field("writeOnly", .boolean, in: .three),
    Field("deprecated", .boolean, in: .three),
    Field("externalDocs", .object(.externalDocumentation)),
    Field("xml", .object(.xml)),
  ]

  private static let composition = [
    // The schema of Swagger 2.0 takes JSON Schema's own definition, lists and all; 3.0 forbids them.
    Field("type", .stringOrStrings, in: .swagger),
    Field("type", .string, in: .three0),
    Field("type", .stringOrStrings, in: .from3_1),
    Field("nullable", .boolean, in: .three0),
    Field("enum", .list),
    Field("const", .any, in: .from3_1),
    Field("allOf", .listOf(.schema)),
    Field("oneOf", .listOf(.schema), in: .three),
    Field("anyOf", .listOf(.schema), in: .three),
    Field("not", .object(.schema), in: .three, instead: unchecked),
    Field(
      "if", .object(.schema), in: .from3_1,
      instead: "what 'then' and 'else' say is not checked, and their properties are not declared"),
    Field("then", .object(.schema), in: .from3_1),
    Field("else", .object(.schema), in: .from3_1),
    Field("discriminator", .discriminator),
  ]

  private static let objects = [
    Field("properties", .mapOf(.schema)),
    Field("required", .requiredNames),
    Field("additionalProperties", .object(.schema)),
    Field("patternProperties", .mapOf(.schema), in: .from3_1),
    Field(
      "propertyNames", .object(.schema), in: .from3_1,
      instead: "the keys of the map that is generated may be any text"),
    Field("unevaluatedProperties", .object(.schema), in: .from3_1),
    Field(
      "dependentSchemas", .mapOf(.schema), in: .from3_1,
      instead: "it is not checked, and properties that it alone describes are not declared"),
    Field("dependentRequired", .dependencies, in: .from3_1, instead: unchecked),
    Field("dependencies", .dependencies, in: .from3_1, instead: unchecked),
    Field("maxProperties", .integer),
    Field("minProperties", .integer),
  ]

  private static let arrays = [
    Field("items", .items),
    Field("prefixItems", .listOf(.schema), in: .from3_1),
    Field("contains", .object(.schema), in: .from3_1, instead: unchecked),
    Field("minContains", .integer, in: .from3_1),
    Field("maxContains", .integer, in: .from3_1),
    Field("unevaluatedItems", .object(.schema), in: .from3_1, instead: unchecked),
    Field("maxItems", .integer),
    Field("minItems", .integer),
    Field("uniqueItems", .boolean),
  ]

  private static let scalars = [
    Field("format", .string),
    Field("multipleOf", .number),
    Field("maximum", .number),
    Field("minimum", .number),
    Field("exclusiveMaximum", .boolean, in: .upTo3_0),
    Field("exclusiveMinimum", .boolean, in: .upTo3_0),
    Field("exclusiveMaximum", .number, in: .from3_1),
    Field("exclusiveMinimum", .number, in: .from3_1),
    Field("maxLength", .integer),
    Field("minLength", .integer),
    Field("pattern", .string),
    Field("contentEncoding", .string, in: .from3_1),
    Field("contentMediaType", .string, in: .from3_1),
    Field("contentSchema", .object(.schema), in: .from3_1),
  ]

  private static let identity = [
    Field("$id", .string, in: .from3_1),
    Field("$schema", .string, in: .from3_1),
    Field("$anchor", .string, in: .from3_1),
    Field("$dynamicAnchor", .string, in: .from3_1),
    Field("$dynamicRef", .string, in: .from3_1),
    Field("$comment", .string, in: .from3_1),
    Field("$vocabulary", .any, in: .from3_1),
    Field("$defs", .mapOf(.schema), in: .from3_1),
    Field("definitions", .mapOf(.schema), in: .from3_1),
  ]

  static let discriminator = ObjectGrammar([
    Field("propertyName", .string, .expected),
    Field("mapping", .discriminatorMapping),
    Field("defaultMapping", .string, in: .from3_2),
  ])

  static let xml = ObjectGrammar([
    Field("name", .string),
    Field("namespace", .string),
    Field("prefix", .string),
    Field("attribute", .boolean),
    Field("wrapped", .boolean),
    Field("nodeType", .string, in: .from3_2),
  ])
}
