import Diagnostics
import OpenAPI
import YAML

/// What a name in the module comes from that stands at many places of a description, or at none.
enum Site: Equatable {
  /// A header of answers, by its name.
  case header(String)
  /// A webhook or a callback, by its name.
  case delivery(String)
  /// An address.
  case server
  /// A credential, by its name in the description.
  case credential(String)

  /// Whether a fact is about it.
  func isMeant(by finding: Finding, in document: Document) -> Bool {
    switch self {
    case .server: finding.rule.position == .server
    case .header(let name):
      Self.stands(finding, under: ["headers"], name, in: document)
        || finding.rule.aspect.hasSuffix("-header") && Self.names(finding, name)
    case .delivery(let name):
      Self.stands(finding, under: ["webhooks", "callbacks"], name, in: document)
    case .credential(let name):
      Self.stands(finding, under: ["securitySchemes", "securityDefinitions"], name, in: document)
        || finding.rule.position == .security && Self.names(finding, name)
    }
  }

  /// Where a description says it first.
  func place(in document: Document) -> Node? {
    let side = Side(document)
    let operations = side.endpoints().lazy.map(\.operation)
    return switch self {
    case .server: document.root.fact("servers")?.key
    case .credential(let name):
      side.root.securitySchemes.first { $0.key.string == name }?.key
    case .delivery(let name):
      side.root.webhooks.first { $0.key.string == name }?.key
        ?? operations.compactMap { $0.callbacks.first { $0.key.string == name }?.key }.first
    case .header(let name):
      operations.flatMap(\.responses).lazy.flatMap { side.target($0.value).headers }
        .first { $0.key.string?.lowercased() == name.lowercased() }?.key
    }
  }

  private static func names(_ finding: Finding, _ name: String) -> Bool {
    [finding.before, finding.after].contains { text in
      text.lowercased().replacing(" with ", with: "\n").split(separator: "\n")
        .contains { $0 == name.lowercased() }
    }
  }

  /// Whether a fact stands in an entry with a name of a table, or in what that refers to.
  private static func stands(
    _ finding: Finding, under tables: [String], _ name: String, in document: Document
  ) -> Bool {
    let entries = tables.map { "/\($0)/\(name)".lowercased() }
    let pointer = finding.pointer.lowercased()
    if entries.contains(where: { pointer.hasSuffix($0) || pointer.contains($0 + "/") }) {
      return true
    }
    return document.references.contains { holder, target in
      let key = document.pointer(of: holder).lowercased()
      guard entries.contains(where: key.hasSuffix) else { return false }
      let place = document.pointer(of: target)
      return finding.pointer == place || finding.pointer.hasPrefix(place + "/")
    }
  }
}
