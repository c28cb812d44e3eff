import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// The credentials that a request can carry; kinds that it cannot are reported.
  mutating func credentials() -> [(key: String, value: Credential)] {
    var credentials: [(String, Credential)] = []
    for (key, reference) in top.securitySchemes {
      let scheme = target(reference)
      guard let name = key.string else { continue }
      guard let placement = placement(of: scheme, key) else {
        diagnostics.warning(
          "unsupported-security", "the client does not send this kind of credential",
          at: key.range, help: "operations that want it are called without it")
        continue
      }
      credentials.append(
        (
          name,
          Credential(
            name: name, placement: placement,
            documentation: Documentation(text: scheme.documentation), details: details(scheme))
        ))
    }
    return credentials
  }

  private mutating func placement(
    of scheme: SecuritySchemeObject, _ key: Node
  ) -> Credential.Placement? {
    switch (scheme.type, scheme.location, scheme.name) {
    case ("http", _, _): return placement(ofScheme: scheme.scheme ?? "", key)
    case ("basic", _, _): return .basic
    case ("oauth2", _, _), ("openIdConnect", _, _): return .bearer
    case ("apiKey", "header", let name?): return Self.isToken(name) ? .header(name) : nil
    case ("apiKey", "query", let name?): return .query(name)
    case ("apiKey", "cookie", let name?): return Self.isToken(name) ? .cookie(name) : nil
    default: return nil
    }
  }

  /// Schemes beside basic and bearer want more than a token; the caller writes the whole header.
  private mutating func placement(ofScheme scheme: String, _ key: Node) -> Credential.Placement {
    switch scheme.lowercased() {
    case "basic": return .basic
    case "bearer": return .bearer
    default:
      diagnostics.warning(
        "unsupported-security", "the HTTP scheme '\(scheme)' is not known to the client",
        at: key.range, help: "the credential is sent as the whole value of 'Authorization'")
      return .header("Authorization")
    }
  }

  /// The scopes that an operation of its own asks for.
  func scopes(
    _ requirements: [SecurityRequirementObject], _ credentials: [String]
  ) -> [Scopes] {
    requirements.flatMap(\.schemes).compactMap { name, scopes in
      let index = scopes.isEmpty ? nil : credentials.firstIndex(where: name.hasText)
      return index.map { Scopes(credential: $0, names: scopes) }
    }
  }

  /// Each way in as indices of credentials. A credential that the client does not send is left out
  /// of its way, and a way that consists of such is no way.
  func security(
    _ requirements: [SecurityRequirementObject], _ credentials: [String]
  ) -> [[Int]] {
    let ways = requirements.compactMap { requirement -> [Int]? in
      let way = requirement.schemes.compactMap { scheme in
        credentials.firstIndex(where: scheme.name.hasText)
      }
      return way.isEmpty && !requirement.schemes.isEmpty ? nil : way
    }
    return ways.allSatisfy(\.isEmpty) ? [] : ways
  }
}
