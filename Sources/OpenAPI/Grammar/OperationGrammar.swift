/// Paths, operations and what they answer to.
extension ObjectGrammar {
  static let paths = ObjectGrammar([], others: .object(.pathItem))

  static let pathItem = ObjectGrammar(
    [
      Field("summary", .string, in: .three),
      Field("description", .string, in: .three),
      Field("get", .object(.operation)),
      Field("put", .object(.operation)),
      Field("post", .object(.operation)),
      Field("delete", .object(.operation)),
      Field("options", .object(.operation)),
      Field("head", .object(.operation)),
      Field("patch", .object(.operation)),
      Field("trace", .object(.operation), in: .three),
      Field("query", .object(.operation), in: .from3_2),
      Field("additionalOperations", .object(.additionalOperations), in: .from3_2),
      Field("servers", .listOf(.server), in: .three),
      Field("parameters", .listOf(.parameter)),
    ], mayBeReference: true)

  static let additionalOperations = ObjectGrammar([], others: .object(.operation))

  static let operation = ObjectGrammar([
    Field("tags", .strings),
    Field("summary", .string),
    Field("description", .string),
    Field("externalDocs", .object(.externalDocumentation)),
    Field("operationId", .string),
    Field("consumes", .strings, in: .swagger),
    Field("produces", .strings, in: .swagger),
    Field("schemes", .strings, in: .swagger),
    Field("parameters", .listOf(.parameter)),
    Field("requestBody", .object(.requestBody), in: .three),
    Field("responses", .object(.responses), .expected, in: .upTo3_0),
    Field("responses", .object(.responses), in: .from3_1),
    Field("callbacks", .mapOf(.callback), in: .three),
    Field("deprecated", .boolean),
    Field("security", .listOf(.securityRequirement)),
    Field("servers", .listOf(.server), in: .three),
  ])

  static let responses = ObjectGrammar([], others: .object(.response))

  static let response = ObjectGrammar(
    [
      Field("summary", .string, in: .from3_2),
      Field("description", .string, .expected, in: .v2 ... .v3_1),
      Field("description", .string, in: .from3_2),
      Field("headers", .mapOf(.header)),
      Field("content", .mapOf(.mediaType), in: .three),
      Field("links", .mapOf(.link), in: .three),
      Field("schema", .object(.schema), in: .swagger),
      Field("examples", .any, in: .swagger),
    ], mayBeReference: true)

  static let callback = ObjectGrammar([], others: .object(.pathItem), mayBeReference: true)

  static let link = ObjectGrammar(
    [
      Field("operationRef", .string),
      Field("operationId", .string),
      Field("parameters", .mapping),
      Field("requestBody", .any),
      Field("description", .string),
      Field("server", .object(.server)),
    ], mayBeReference: true)
}
