extension RuleFamily {
  /// What callers need to be let in.
  static let security: [RuleFamily] =
    [
      RuleFamily(
        .security, "alternative", "a way in", in: .security,
        .presence("security: [{key: []}]", "security:\n  - key: []\n  - token: []")),
      RuleFamily(
        .security, "scope", "a scope that is wanted", in: .security,
        .presence("security:\n  - token: []", "security:\n  - token: [read]")),
      RuleFamily(
        .securityScheme, "", "a credential", in: .root,
        .presence(
          document("components:\n  securitySchemes:\n    key: \(apiKey)"),
          document("components:\n  securitySchemes:\n    key: \(apiKey)\n    token: \(bearer)"))),
      field("type", "type", "http", "mutualTLS", after: "scheme: bearer"),
      field("in", "location", "header", "query", after: "type: apiKey\n      name: X-Key"),
      field("name", "name", "X-Key", "X-Token", after: "type: apiKey\n      in: header"),
      field("scheme", "scheme", "bearer", "basic", after: "type: http"),
      field(
        "openIdConnectUrl", "open-id-connect-url", "https://a.example.com", "https://b.example.com",
        after: "type: openIdConnect"),
      field(
        "oauth2MetadataUrl", "metadata-url", "https://a.example.com", "https://b.example.com",
        after: "type: oauth2\n      flows: {clientCredentials: \(flow)}"),
      RuleFamily(
        .securityScheme, "flow", "a flow of a credential", in: .root,
        .presence(flows(""), flows("\n        password: \(flow)")),
        .change(old("flow: implicit"), old("flow: application"))),
      flowField("authorizationUrl", "authorization-url"), flowField("tokenUrl", "token-url"),
      flowField("refreshUrl", "refresh-url"), flowField("deviceAuthorizationUrl", "device-url"),
      RuleFamily(
        .securityScheme, "scope", "a scope of a credential", in: .root,
        .value(scopes("x-is: here"), scopes("read: to read"), scopes("read: to see"))),
    ]
    + words(.securityScheme, of: "a credential", in: .root) {
      scheme("type: http\n      scheme: bearer\n      \($1)")
    }

  private static let apiKey = "{type: apiKey, in: header, name: X-Key}"
  private static let bearer = "{type: http, scheme: bearer}"
  private static let flow = "{tokenUrl: https://a.example.com, scopes: {read: to read}}"

  private static func scheme(_ text: String) -> String {
    document("security: [{key: []}]\ncomponents:\n  securitySchemes:\n    key:\n      " + text)
  }

  private static func field(
    _ keyword: String, _ aspect: String, _ first: String, _ second: String, after base: String
  ) -> RuleFamily {
    RuleFamily(
      .securityScheme, aspect, "'\(keyword)' of a credential", in: .root,
      .value(
        scheme(base), scheme(base + "\n      \(keyword): \(first)"),
        scheme(base + "\n      \(keyword): \(second)")))
  }

  private static func flows(_ more: String) -> String {
    scheme("type: oauth2\n      flows:\n        clientCredentials: \(flow)" + more)
  }

  private static func flowField(_ keyword: String, _ aspect: String) -> RuleFamily {
    let texts = [
      "", "\(keyword): https://a.example.com", "\(keyword): https://b.example.com",
    ]
    .map {
      scheme("type: oauth2\n      flows:\n        password:\n          scopes: {}\n          \($0)")
    }
    return RuleFamily(
      .securityScheme, aspect, "'\(keyword)' of a credential", in: .root,
      .value(texts[0], texts[1], texts[2]))
  }

  private static func scopes(_ entry: String) -> String {
    scheme(
      "type: oauth2\n      flows:\n        password:\n          tokenUrl: https://a.example.com\n          scopes:\n            \(entry)"
    )
  }

  /// A credential of Swagger 2.0, which is its own flow.
  private static func old(_ line: String) -> String {
    """
    swagger: "2.0"
    info: {title: Things, version: "1"}
    security: [{key: []}]
    paths: {/things: {get: {\(Frame.done)}}}
    securityDefinitions:
      key:
        type: oauth2
        \(line)
    """
  }
}
