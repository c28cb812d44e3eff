import Diagnostics
import Foundation
import OpenAPI
import SwiftPlan
import Testing
import YAML

@testable import Review

/// Reads two descriptions and compares them.
enum Comparing {
  static func report(_ old: String, _ new: String) throws -> Report {
    compare(
      old: try document("old.yaml", [UInt8](old.utf8)),
      new: try document("new.yaml", [UInt8](new.utf8)))
  }

  /// The rules that are found, in Swift, too, and that are not in the table.
  static func unknownRules(_ old: String, _ new: String) throws -> Set<String> {
    let report = compare(
      old: try document("old.yaml", [UInt8](old.utf8)),
      new: try document("new.yaml", [UInt8](new.utf8)),
      options: PlanOptions(module: "ThingsClient", namespace: "Things", source: "new.yaml"))
    return report.unknownRules
  }

  static func document(
    _ name: String, _ bytes: [UInt8], root: String = "",
    reading: @escaping @Sendable (String) throws -> [UInt8] = { _ in [] }
  ) throws -> Document {
    let space = Workspace(root: root, reading: reading)
    return try #require(space.load(SourceFile(name: name, bytes: bytes)).document)
  }
}

extension Report {
  /// The rules of the findings that are not in the table.
  var unknownRules: Set<String> {
    let found = findings.flatMap { [$0.rule] + $0.swiftRules }
    return Set(found.filter { RuleTable.rule(named: $0.id) != $0 }.map(\.id))
  }
}

/// A description in which one schema stands on both sides, or one thing of an operation changes.
struct Page {
  var schema = "type: object"
  var parameters = "[]"
  var sent = true
  var answered = true
  var rest = ""

  var text: String {
    """
    openapi: 3.1.0
    info: {title: Things, version: "1"}
    paths:
      /things/{id}:
        post:
          parameters: \(parameters)
          \(sent ? "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}" : "x-none: 1")
          responses:
            "200":
              description: fine
              \(answered ? "content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}" : "x-none: 1")
    components:
      schemas:
        Thing: {\(schema)}
    \(rest)
    """
  }
}
