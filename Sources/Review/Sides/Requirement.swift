import OpenAPI
import YAML

/// One way in: credentials that are wanted together, each with its scopes.
struct Requirement: Hashable {
  var schemes: [String: Set<String>]
  /// The same in the author's words.
  var text: String

  static func == (left: Requirement, right: Requirement) -> Bool { left.schemes == right.schemes }

  func hash(into hasher: inout Hasher) { hasher.combine(schemes) }

  /// Whether who has what this wants has enough for the other, too.
  func isWeaker(than other: Requirement) -> Bool {
    schemes.allSatisfy { name, scopes in other.schemes[name].map(scopes.isSubset) ?? false }
  }
}

extension Side {
  /// The ways in that a list of requirements gives; an absent one asks for nothing. Credentials that
  /// the other side has under another name only are called as it calls them.
  func requirements(_ list: Node?, namedBy other: Side? = nil) -> [Requirement] {
    let objects = (list.map { Array($0.elements) } ?? []).map(SecurityRequirementObject.init)
    guard !objects.isEmpty else {
      return [Requirement(schemes: [:], text: "calls without a credential")]
    }
    return objects.map { object in
      var schemes: [String: Set<String>] = [:]
      for (name, scopes) in object.schemes {
        let name = name.string ?? ""
        schemes[other?.sameScheme(as: name, of: self) ?? name] = Set(scopes)
      }
      let names = object.schemes.map { $0.name.string ?? "" }
      return Requirement(
        schemes: schemes,
        text: names.isEmpty ? "calls without a credential" : names.joined(separator: " with "))
    }
  }

  /// What identifies a credential by content, for those that have another name on the other side.
  func sameScheme(as name: String, of other: Side) -> String? {
    let mine = root.securitySchemes
    guard !mine.contains(where: { $0.key.string == name }),
      let scheme = other.root.securitySchemes.first(where: { $0.key.string == name })
    else { return nil }
    let wanted = other.content(of: scheme.value)
    let theirs = Set(other.root.securitySchemes.compactMap(\.key.string))
    // The name on one side must not mean another credential on the other.
    return mine.first {
      !theirs.contains($0.key.string ?? "") && content(of: $0.value) == wanted
    }?.key.string
  }

  private func content(of scheme: SecuritySchemeObject) -> String {
    target(scheme).node.entries
      .filter { $0.key.string != "description" }
      .map { "\($0.key.string ?? ""):\($0.value.canonical)" }.sorted().joined(separator: ",")
  }

  /// Whether an operation accepts a credential.
  func uses(_ scheme: String, _ endpoint: Endpoint) -> Bool {
    (endpoint.operation.security ?? root.security).contains { requirement in
      requirement.schemes.contains { $0.name.hasText(scheme) }
    }
  }
}
