import Diagnostics
import OpenAPI
import YAML

/// What a name in the module comes from that stands at many places of a description, or at none.
enum Site: Hashable {
  /// A header of answers, by its name.
  case header(String)
  /// A webhook or a callback, by its name.
  case delivery(String)
  /// An address.
  case server
  /// A credential, by its name in the description.
  case credential(String)

  /// Whether a fact is about it.
  func isMeant(by finding: Finding, in places: SitePlaces) -> Bool {
    switch self {
    case .server: finding.rule.position == .server
    case .header(let name):
      places.hold(finding)
        || finding.rule.aspect.hasSuffix("-header") && Self.names(finding, name)
    case .delivery: places.hold(finding)
    case .credential(let name):
      places.hold(finding) || finding.rule.position == .security && Self.names(finding, name)
    }
  }

  /// The entries of tables that stand for it, as pointers end, in lower case.
  var entries: [String] {
    let (tables, name): ([String], String) =
      switch self {
      case .server: ([], "")
      case .header(let name): (["headers"], name)
      case .delivery(let name): (["webhooks", "callbacks"], name)
      case .credential(let name): (["securitySchemes", "securityDefinitions"], name)
      }
    return tables.map { "/\($0)/\(name)".lowercased() }
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
}
