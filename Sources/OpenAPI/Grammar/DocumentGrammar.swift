/// The top of a description and what introduces it.
extension ObjectGrammar {
  static let document = ObjectGrammar([
    Field("openapi", .string, .expected, in: .three),
    Field("swagger", .string, .expected, in: .swagger),
    Field("$self", .string, in: .from3_2),
    Field("info", .object(.info), .expected),
    Field("jsonSchemaDialect", .string, in: .from3_1),
    Field("servers", .listOf(.server), in: .three),
    Field("host", .string, in: .swagger),
    Field("basePath", .string, in: .swagger),
    Field("schemes", .strings, in: .swagger),
    Field("consumes", .strings, in: .swagger),
    Field("produces", .strings, in: .swagger),
    Field("paths", .object(.paths), .expected, in: .upTo3_0),
    Field("paths", .object(.paths), in: .from3_1),
    Field("webhooks", .mapOf(.pathItem), in: .from3_1),
    Field("components", .object(.components), in: .three),
    Field("definitions", .mapOf(.schema), in: .swagger),
    Field("parameters", .mapOf(.parameter), in: .swagger),
    Field("responses", .mapOf(.response), in: .swagger),
    Field("securityDefinitions", .mapOf(.securityScheme), in: .swagger),
    Field("security", .listOf(.securityRequirement)),
    Field("tags", .listOf(.tag)),
    Field("externalDocs", .object(.externalDocumentation)),
  ])

  static let info = ObjectGrammar([
    Field("title", .string, .expected),
    Field("summary", .string, in: .from3_1),
    Field("description", .string),
    Field("termsOfService", .string),
    Field("contact", .object(.contact)),
    Field("license", .object(.license)),
    Field("version", .string, .expected),
  ])

  static let contact = ObjectGrammar([
    Field("name", .string), Field("url", .string), Field("email", .string),
  ])

  static let license = ObjectGrammar([
    Field("name", .string, .expected),
    Field("identifier", .string, in: .from3_1),
    Field("url", .string),
  ])

  static let server = ObjectGrammar([
    Field("url", .string, .expected),
    Field("name", .string, in: .from3_2),
    Field("description", .string),
    Field("variables", .mapOf(.serverVariable)),
  ])

  static let serverVariable = ObjectGrammar([
    Field("enum", .strings),
    Field("default", .string, .expected),
    Field("description", .string),
  ])

  static let components = ObjectGrammar([
    Field("schemas", .mapOf(.schema)),
    Field("responses", .mapOf(.response)),
    Field("parameters", .mapOf(.parameter)),
    Field("examples", .mapOf(.example)),
    Field("requestBodies", .mapOf(.requestBody)),
    Field("headers", .mapOf(.header)),
    Field("securitySchemes", .mapOf(.securityScheme)),
    Field("links", .mapOf(.link)),
    Field("callbacks", .mapOf(.callback)),
    Field("pathItems", .mapOf(.pathItem), in: .from3_1),
    Field("mediaTypes", .mapOf(.mediaType), in: .from3_2),
  ])

  static let tag = ObjectGrammar([
    Field("name", .string, .expected),
    Field("summary", .string, in: .from3_2),
    Field("description", .string),
    Field("externalDocs", .object(.externalDocumentation)),
    Field("parent", .string, in: .from3_2),
    Field("kind", .string, in: .from3_2),
  ])

  static let externalDocumentation = ObjectGrammar([
    Field("description", .string), Field("url", .string, .expected),
  ])
}
