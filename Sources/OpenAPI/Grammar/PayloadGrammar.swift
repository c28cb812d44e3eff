/// Parameters, bodies and their parts.
extension ObjectGrammar {
  /// What a value outside of a body says about itself, in Swagger 2.0 with a schema's keywords.
  private static let value: [Field] = [
    Field("description", .string),
    Field("required", .boolean),
    Field("deprecated", .boolean, in: .three),
    Field("explode", .boolean, in: .three),
    Field("schema", .object(.schema)),
    Field("example", .any, in: .three),
    Field("examples", .mapOf(.example), in: .three),
    Field("content", .mapOf(.mediaType), in: .three),
    Field("type", .string, in: .swagger),
    Field("format", .string, in: .swagger),
    Field("items", .object(.schema), in: .swagger),
    Field("collectionFormat", .word(["csv", "ssv", "tsv", "pipes", "multi"]), in: .swagger),
    Field("default", .any, in: .swagger),
    Field("maximum", .number, in: .swagger),
    Field("exclusiveMaximum", .boolean, in: .swagger),
    Field("minimum", .number, in: .swagger),
    Field("exclusiveMinimum", .boolean, in: .swagger),
    Field("maxLength", .integer, in: .swagger),
    Field("minLength", .integer, in: .swagger),
    Field("pattern", .string, in: .swagger),
    Field("maxItems", .integer, in: .swagger),
    Field("minItems", .integer, in: .swagger),
    Field("uniqueItems", .boolean, in: .swagger),
    Field("enum", .list, in: .swagger),
    Field("multipleOf", .number, in: .swagger),
  ]

  static let parameter = ObjectGrammar(
    value + [
      Field("name", .string, .needed),
      Field("in", .word(["query", "header", "path", "formData", "body"]), .needed, in: .swagger),
      Field(
        "in", .word(["query", "header", "path", "cookie"]), .needed, in: .v3_0 ... .v3_1),
      Field(
        "in", .word(["query", "header", "path", "cookie", "querystring"]), .needed, in: .from3_2),
      Field("allowEmptyValue", .boolean),
      Field("allowReserved", .boolean, in: .three),
      Field("style", .word(styles), in: .three),
    ], mayBeReference: true)

  static let header = ObjectGrammar(
    value + [Field("style", .word(["simple"]), in: .three)], mayBeReference: true)

  static let requestBody = ObjectGrammar(
    [
      Field("description", .string),
      Field("content", .mapOf(.mediaType), .expected),
      Field("required", .boolean),
    ], mayBeReference: true)

  static let mediaType = ObjectGrammar(
    [
      Field("schema", .object(.schema)),
      Field("itemSchema", .object(.schema), in: .from3_2),
      Field("example", .any),
      Field("examples", .mapOf(.example)),
      Field("encoding", .mapOf(.encoding)),
      Field("prefixEncoding", .listOf(.encoding), in: .from3_2),
      Field("itemEncoding", .object(.encoding), in: .from3_2),
    ], mayBeReference: true)

  static let encoding = ObjectGrammar([
    Field("contentType", .string),
    Field("headers", .mapOf(.header)),
    Field("style", .word(styles)),
    Field("explode", .boolean),
    Field("allowReserved", .boolean),
    Field("encoding", .mapOf(.encoding), in: .from3_2),
    Field("prefixEncoding", .listOf(.encoding), in: .from3_2),
    Field("itemEncoding", .object(.encoding), in: .from3_2),
  ])

  static let example = ObjectGrammar(
    [
      Field("summary", .string),
      Field("description", .string),
      Field("value", .any),
      Field("dataValue", .any, in: .from3_2),
      Field("serializedValue", .string, in: .from3_2),
      Field("externalValue", .string),
    ], mayBeReference: true)

  private static let styles = [
    "matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject", "cookie",
  ]
}
