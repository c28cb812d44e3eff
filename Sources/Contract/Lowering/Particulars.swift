import OpenAPI
import YAML

extension Lowering {
  /// Contact, license and terms, each as one line.
  func particulars() -> [Particular] {
    guard let info = top.info?.node else { return [] }
    let line = { (node: Node?, keys: [String]) in
      keys.compactMap { key in
        node?[key]?.string.map { key == "name" || key == "identifier" ? $0 : "<\($0)>" }
      }.joined(separator: ", ")
    }
    return [
      Particular(name: "Terms of service", text: line(info, ["termsOfService"])),
      Particular(name: "Contact", text: line(info[keyword: "contact"], ["name", "url", "email"])),
      Particular(name: "License", text: line(info[keyword: "license"], ["name", "url"])),
      Particular(name: "License identifier", text: line(info[keyword: "license"], ["identifier"])),
    ].filter { !$0.text.isEmpty }
  }

  /// The groups that say more than their name.
  func tags() -> [Tag] {
    top.tags.compactMap { tag in
      let link = tag.node[keyword: "externalDocs"]?[keyword: "url"]?.string
      let summary = tag.node[keyword: "summary"]?.string
      guard let name = tag.name, tag.documentation ?? link ?? summary != nil else { return nil }
      return Tag(
        name: name,
        documentation: Documentation(summary: summary, text: tag.documentation, link: link))
    }
  }

  /// A plain value that a schema or a parameter gives as an example.
  func example(_ node: Node) -> Scalar? {
    if let example = node[keyword: "example"] { return example.scalar }
    guard let examples = node[keyword: "examples"] else { return nil }
    let one = examples.elements.first { _ in true }
    let named = examples.entries.first { _ in true }?.value
    return (one ?? named?[keyword: "value"] ?? named?[keyword: "dataValue"])?.scalar
  }

  /// How a credential is obtained.
  func details(_ scheme: SecuritySchemeObject) -> [String] {
    let node = scheme.node
    var details: [String] = []
    if node[keyword: "deprecated"]?.bool == true { details.append("Deprecated.") }
    if let format = node[keyword: "bearerFormat"]?.string {
      details.append("The token is a \(format).")
    }
    for (key, sentence) in [
      ("openIdConnectUrl", "OpenID Connect describes itself at"),
      ("oauth2MetadataUrl", "OAuth 2 describes itself at"),
    ] {
      if let url = node[key]?.string { details.append("\(sentence) <\(url)>.") }
    }
    if let flows = node[keyword: "flows"] {
      for (name, flow) in flows.entries { details += sentence(name.string ?? "", flow) }
    }
    if let flow = node[keyword: "flow"]?.string { details += sentence(flow, node) }
    return details
  }

  private func sentence(_ name: String, _ flow: Node) -> [String] {
    if name.hasPrefix("x-") { return [] }
    let places = [
      ("authorizationUrl", "authorization"), ("deviceAuthorizationUrl", "devices"),
      ("tokenUrl", "token"), ("refreshUrl", "refresh"),
    ].compactMap { key, word in flow[key]?.string.map { "\(word) at <\($0)>" } }
    let scopes = flow[keyword: "scopes"].map { $0.entries.compactMap(\.key.string) } ?? []
    let shown = scopes.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
    let more = scopes.count > 6 ? " and \(scopes.count - 6) more" : ""
    let list = scopes.isEmpty ? [] : ["scopes \(shown)\(more)"]
    return ["OAuth 2, \(name): \((places + list).joined(separator: "; "))."]
  }
}
