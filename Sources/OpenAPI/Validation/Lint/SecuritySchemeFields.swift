import Diagnostics
import YAML

extension Rule {
  private static func flow(_ name: String, _ node: Node, _ findings: inout Findings) {
    for key in flows[name] ?? [] where node[key] == nil {
      findings.add(
        "the OAuth flow '\(name)' has no '\(key)'", at: node.range.firstPoint, help: "add '\(key)'")
    }
  }

  private static let flows: [String: [String]] = [
    "implicit": ["authorizationUrl"], "password": ["tokenUrl"], "clientCredentials": ["tokenUrl"],
    "authorizationCode": ["authorizationUrl", "tokenUrl"],
    "deviceAuthorization": ["deviceAuthorizationUrl", "tokenUrl"],
    "application": ["tokenUrl"], "accessCode": ["authorizationUrl", "tokenUrl"],
  ]

  private static let swaggerFields: [String: (needed: [String], allowed: [String])] = [
    "apiKey": (["name", "in"], []),
    "basic": ([], []),
    "oauth2": (["flow", "scopes"], ["authorizationUrl", "tokenUrl"]),
  ]

  /// What each type of scheme has to say and may say, besides type and description.
  private static let fields: [String: (needed: [String], allowed: [String])] = [
    "apiKey": (["name", "in"], []),
    "http": (["scheme"], ["bearerFormat"]),
    "oauth2": (["flows"], ["oauth2MetadataUrl"]),
    "openIdConnect": (["openIdConnectUrl"], []),
    "mutualTLS": ([], []),
  ]

  static let securitySchemeFields = Rule(
    id: "security-scheme-fields", severity: .error,
    summary: "a security scheme says what its type asks for", scope: .linting
  ) { context, findings in
    let isSwagger = context.document.version.release == .v2
    let all = isSwagger ? swaggerFields : fields
    let words = Set(all.values.flatMap { $0.needed + $0.allowed })
    for scheme in context.objects(.securityScheme) {
      guard let type = scheme["type"]?.string, let own = all[type] else { continue }
      for name in own.needed where scheme[name] == nil {
        findings.add(
          "a security scheme of type '\(type)' has no '\(name)'", at: scheme.range.firstPoint,
          help: "add '\(name)'")
      }
      for (key, _) in scheme.entries {
        let name = key.string ?? ""
        if words.contains(name), !own.needed.contains(name), !own.allowed.contains(name) {
          findings.add(
            "'\(name)' does not go with a security scheme of type '\(type)'", at: key.range)
        }
      }
      if isSwagger { flow(scheme["flow"]?.string ?? "", scheme, &findings) }
    }
    for flows in context.objects(.oauthFlows) {
      for (key, value) in flows.entries { flow(key.string ?? "", value, &findings) }
    }
  }
}
