import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// The credentials that a request can carry; kinds that it cannot are reported.
  mutating func credentials() -> [(key: String, value: Credential)] {
    var credentials: [(String, Credential)] = []
    for (key, reference) in top.securitySchemes {
      let scheme = target(reference)
      guard let name = key.string, let placement = placement(of: scheme) else {
        diagnostics.warning(
          "unsupported-security", "this kind of credential is not known to the client",
          at: key.range, help: "operations that want it are called without one")
        continue
      }
      credentials.append(
        (
          name,
          Credential(
            name: name, placement: placement,
            documentation: Documentation(text: scheme.documentation))
        ))
    }
    return credentials
  }

  private func placement(of scheme: SecuritySchemeObject) -> Credential.Placement? {
    switch scheme.type {
    case "http": scheme.scheme?.lowercased() == "basic" ? .basic : .bearer
    case "basic": .basic
    case "oauth2", "openIdConnect": .bearer
    case "apiKey":
      switch (scheme.location, scheme.name) {
      case ("header", let name?): .header(name)
      case ("query", let name?): .query(name)
      case ("cookie", let name?): .cookie(name)
      default: nil
      }
    default: nil
    }
  }

  /// Each way in as indices of credentials; a way that names an unknown one is left out.
  func security(
    _ requirements: [SecurityRequirementObject], _ credentials: [String]
  ) -> [[Int]] {
    requirements.compactMap { requirement in
      var way: [Int] = []
      for (name, _) in requirement.schemes {
        guard let index = credentials.firstIndex(where: name.hasText) else { return nil }
        way.append(index)
      }
      return way
    }
  }
}
