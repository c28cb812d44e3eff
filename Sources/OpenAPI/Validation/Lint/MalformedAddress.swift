import Diagnostics
import YAML

extension Rule {
  private static let addresses: [(ObjectKind, [String])] = [
    (.info, ["termsOfService"]), (.contact, ["url"]), (.license, ["url"]),
    (.externalDocumentation, ["url"]),
    (.securityScheme, ["openIdConnectUrl", "authorizationUrl", "tokenUrl", "oauth2MetadataUrl"]),
    (.oauthFlow, ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"]),
    (.xml, ["namespace"]), (.document, ["jsonSchemaDialect"]),
  ]

  static let malformedAddress = Rule(
    id: "malformed-address", severity: .error, summary: "addresses are URLs, or e-mail addresses",
    scope: .linting
  ) { context, findings in
    for (kind, keys) in addresses {
      for object in context.objects(kind) {
        for key in keys {
          guard let value = object[key], let text = value.string, !text.isEmpty else { continue }
          if !text.isURLReference { findings.add("'\(text)' is no URL", at: value.range) }
        }
      }
    }
    for contact in context.objects(.contact) {
      guard let value = contact["email"], let text = value.string, !text.isEmailAddress else {
        continue
      }
      findings.add("'\(text)' is no e-mail address", at: value.range)
    }
  }
}

extension String {
  /// Whether a text can be a URL, absolute or relative, as RFC 3986 has them.
  fileprivate var isURLReference: Bool {
    let isPlain = utf8.allSatisfy { $0 > 0x20 && !#"<>"\^`{|}"#.utf8.contains($0) }
    guard isPlain, let colon = firstIndex(of: ":") else { return isPlain }
    let scheme = self[..<colon]
    if scheme.contains(where: { "/?#".contains($0) }) { return true }
    return scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  fileprivate var isEmailAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(" ") }
  }
}
