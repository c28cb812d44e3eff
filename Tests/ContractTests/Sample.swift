import Contract
import Diagnostics
import OpenAPI
import Testing

/// A contract made from a text, for tests.
enum Sample {
  /// Lowers a whole description.
  static func contract(
    _ text: String, keeping: (@Sendable (OperationKey) -> Bool)? = nil
  ) throws -> APIContract {
    let file = SourceFile(name: "openapi.yaml", text: text)
    let loaded = Workspace(root: "") { _ in [] }.load(file)
    let document = try #require(loaded.document)
    return lower(document, keeping: keeping).contract
  }

  /// Lowers component schemas, given as lines of YAML flow style.
  static func contract(schemas: [String]) throws -> APIContract {
    try contract(
      """
      openapi: 3.1.0
      info: { title: Sample, version: "1" }
      paths: {}
      components:
        schemas:
      \(schemas.map { "    " + $0 }.joined(separator: "\n"))
      """)
  }
}

extension APIContract {
  func type(_ component: String) throws -> TypeDeclaration {
    try #require(types.first { $0.name == .component(component) })
  }

  /// What a use is, in words short enough for a table.
  func words(_ use: TypeUse) -> String {
    switch use {
    case .any: "any"
    case .boolean: "bool"
    case .integer(let format): format == .any ? "int" : "\(format)"
    case .number(.decimal): "decimal"
    case .number: "number"
    case .string(let format): format == .plain ? "string" : "\(format)"
    case .list(let item): "[\(words(item))]"
    case .map(let value): "[:\(words(value))]"
    case .nullable(let type): words(type) + "?"
    case .named(let id): words(self[id])
    }
  }

  private func words(_ type: TypeDeclaration) -> String {
    if case .component(let name) = type.name { return name }
    switch type.shape {
    case .record(let record): return "{\(record.fields.map(\.key).joined(separator: ","))}"
    case .choice(let choice): return choice.variants.map { words($0.type) }.joined(separator: "|")
    case .enumeration(let enumeration): return "\(enumeration.members.count) values"
    case .alias(let use): return words(use)
    case .duplicate(let first): return words(self[first])
    }
  }
}
