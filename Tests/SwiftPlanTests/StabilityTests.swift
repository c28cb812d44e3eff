import Contract
import Diagnostics
import OpenAPI
import Testing

@testable import SwiftPlan

/// What was generated stays as it is when something unrelated is added to a description.
@Suite struct StabilityTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// A place of the description, and what it becomes.
    var old: String
    var new: String
  }

  private static let description = """
    openapi: 3.0.3
    info: {title: Shop, version: '1'}
    servers: [{url: 'https://shop.example'}]
    tags: [{name: pets}]
    security: [{token: []}]
    paths:
      /pets: {get: {operationId: pets, responses: {'200': {$ref: '#/components/responses/Pets'}, default: {$ref: '#/components/responses/Failed'}}}}
      /pet: {put: {operationId: put, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: Done}, default: {$ref: '#/components/responses/Failed'}}}}
    components:
      securitySchemes:
        token: {type: http, scheme: bearer}
      responses:
        Pets: {description: All, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
        Failed: {description: Failed, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
      schemas:
        Pet: {type: object, properties: {state: {type: string, enum: [sold, free]}, size: {type: object, properties: {cm: {type: integer}}}}}
        Fault: {type: object, properties: {text: {type: string}}}

    """

  static let edits: [Edit] = [
    added(
      "an operation without error bodies", after: "paths:",
      "  /a: {get: {responses: {'204': {description: Done}}}}"),
    added(
      "an operation with an error body of its own", after: "paths:",
      "  /a: {get: {responses: {'4XX': {description: Failed, content: {application/json: {schema: {type: string}}}}}}}"
    ),
    added(
      "an operation with other statuses", after: "paths:",
      "  /a: {get: {responses: {'404': {$ref: '#/components/responses/Failed'}, '500': {$ref: '#/components/responses/Failed'}}}}"
    ),
    added(
      "an operation that takes no credential", after: "paths:",
      "  /a: {get: {security: [], responses: {default: {$ref: '#/components/responses/Failed'}}}}"),
    added(
      "an operation with servers of its own", after: "paths:",
      "  /a: {servers: [{url: 'https://a.example'}], get: {responses: {default: {$ref: '#/components/responses/Failed'}}}}"
    ),
    added(
      "a schema", after: "  schemas:", "    Other: {type: object, properties: {a: {type: integer}}}"
    ),
    added(
      "a type like another one", after: "  schemas:",
      "    Other: {type: object, properties: {state: {type: string, enum: [sold, free]}}}"),
    added(
      "a security scheme", after: "  securitySchemes:",
      "    key: {type: apiKey, in: header, name: X-Key}"),
    Edit(testDescription: "a tag", old: "tags: [", new: "tags: [{name: others}, "),
    Edit(
      testDescription: "a server", old: "example'}]", new: "example'}, {url: 'https://b.example'}]"),
    Edit(testDescription: "a value", old: "[sold, free]", new: "[sold, lent, free]"),
    Edit(testDescription: "a property", old: "{state: {", new: "{other: {type: string}, state: {"),
  ]

  private static func added(_ what: String, after place: String, _ line: String) -> Edit {
    Edit(testDescription: what, old: "\(place)\n", new: "\(place)\n\(line)\n")
  }

  @Test(arguments: edits) func nothingMoves(edit: Edit) throws {
    let before = try symbols(Self.description)
    let after = try symbols(Self.description.replacing(edit.old, with: edit.new))
    #expect(before.subtracting(after) == [])
  }

  /// What callers can name, and what is written for each operation.
  private func symbols(_ text: String) throws -> Set<String> {
    let file = SourceFile(name: "shop.yaml", text: text)
    let document = try #require(Workspace(root: "") { _ in throw Missing() }.load(file).document)
    let plan = SwiftPlan.plan(
      lower(document).contract, PlanOptions(module: "ShopClient", namespace: "Shop", source: "shop")
    ).plan
    let client = plan.client
    let operations = (client.operations + plan.operationFiles.flatMap(\.operations)).map {
      "\($0.route) \($0.name) \($0.parameters.map(\.declaration)) \($0.result ?? "")"
        + " \($0.security ?? "") \($0.steps.map(\.arguments))"
    }
    return Set(
      operations + client.credentials.map { "credential \($0.name) \($0.key)" }
        + client.servers.map { "server \($0.name) \($0.url)" }
        + [client.defaultServer ?? "", client.security ?? ""] + client.failures
        + paths(plan.types))
  }

  private func paths(_ types: [TypePlan]) -> [String] {
    types.flatMap { ["type \($0.path)"] + paths($0.nested) }
  }

  private struct Missing: Error {}
}
