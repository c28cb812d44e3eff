/// Credentials.
extension ObjectGrammar {
  static let securityScheme = ObjectGrammar(
    [
      Field("type", .word(["basic", "apiKey", "oauth2"]), .expected, in: .swagger),
      Field(
        "type", .word(["apiKey", "http", "oauth2", "openIdConnect"]), .expected, in: .three0),
      Field(
        "type", .word(["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]), .expected,
        in: .from3_1),
      Field("description", .string),
      Field("name", .string),
      Field("in", .word(["query", "header"]), in: .swagger),
      Field("in", .word(["query", "header", "cookie"]), in: .three),
      Field("scheme", .string, in: .three),
      Field("bearerFormat", .string, in: .three),
      Field("flows", .object(.oauthFlows), in: .three),
      Field("openIdConnectUrl", .string, in: .three),
      Field("oauth2MetadataUrl", .string, in: .from3_2),
      Field("deprecated", .boolean, in: .from3_2),
      Field(
        "flow", .word(["implicit", "password", "application", "accessCode"]), in: .swagger),
      Field("authorizationUrl", .string, in: .swagger),
      Field("tokenUrl", .string, in: .swagger),
      Field("scopes", .object(.scopes), in: .swagger),
    ], mayBeReference: true)

  static let oauthFlows = ObjectGrammar([
    Field("implicit", .object(.oauthFlow)),
    Field("password", .object(.oauthFlow)),
    Field("clientCredentials", .object(.oauthFlow)),
    Field("authorizationCode", .object(.oauthFlow)),
    Field("deviceAuthorization", .object(.oauthFlow), in: .from3_2),
  ])

  static let oauthFlow = ObjectGrammar([
    Field("authorizationUrl", .string),
    Field("deviceAuthorizationUrl", .string, in: .from3_2),
    Field("tokenUrl", .string),
    Field("refreshUrl", .string),
    Field("scopes", .object(.scopes), .expected),
  ])

  static let scopes = ObjectGrammar([], others: .string)

  static let securityRequirement = ObjectGrammar([], others: .strings, mayBeExtended: false)
}
