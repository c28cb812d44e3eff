import Mustache
import SwiftPlan

/// What templates see of a module: version 1 of the contract between plan and templates.
public func context(_ plan: ModulePlan) -> Object {
  let words = Object(plan.words.map { ($0.name, .string($0.printed)) })
  return moduleShape.object(ModuleContext(plan: plan, words: words))
}

/// A module with its words, which every file asks for again and again.
private struct ModuleContext: Sendable {
  var plan: ModulePlan
  var words: Object
}

/// Files and types are made when a template comes to them: all at once they are larger than the plan.
private let moduleShape = Shape<ModuleContext>(
  "module",
  [
    "module": { .string($0.plan.module) }, "namespace": { .string($0.plan.namespace) },
    "access": { .string($0.plan.access) }, "source": { .string($0.plan.source) },
    "title": { .string($0.plan.title.isEmpty ? $0.plan.namespace : $0.plan.title) },
    "version": { .text($0.plan.version) }, "documentation": { .strings($0.plan.documentation) },
    "headers": { $0.plan.headers.map(headersShape.value) ?? .null },
    "client": { clientShape.value($0.plan.client) },
    "imports": { .strings($0.plan.client.imports.filter { $0 != "ClientRuntime" }) },
    "files": { .objects($0.plan.files, fileShape) },
    "operationFiles": { .objects($0.plan.operationFiles, operationFileShape) },
    "operations": {
      .objects(
        $0.plan.client.operations + $0.plan.operationFiles.flatMap(\.operations), operationShape)
    },
    "outcomes": { declaredOutcomes($0.plan.client.operations) },
    "allTypes": { .objects(flattened($0.plan.types), typeShape) },
    "deliveryFiles": { .objects([$0.plan.deliveries].compactMap(\.self), deliveryFileShape) },
    "w": { .object($0.words) },
  ])

/// Types, each followed by what is declared inside.
private func flattened(_ types: [TypePlan]) -> [TypePlan] {
  var all: [TypePlan] = []
  func add(_ types: [TypePlan]) {
    for type in types {
      all.append(type)
      add(type.nested)
    }
  }
  add(types)
  return all
}

private let fileShape = Shape<FilePlan>(
  nil,
  [
    "name": { .string($0.name) }, "scope": { .string($0.scope) },
    "imports": { .strings($0.imports) },
    "types": { .objects($0.types, typeShape) },
    "aliases": { .objects($0.types.filter(\.isAlias), typeShape) },
    "declared": { .objects($0.types.filter { !$0.isAlias }, typeShape) },
    "isMixed": { .bool(Set($0.types.map(\.isAlias)).count > 1) },
  ])

private let operationFileShape = Shape<OperationFilePlan>(
  nil,
  [
    "name": { .string($0.name) }, "imports": { .strings($0.imports) },
    "operations": { .objects($0.operations, operationShape) },
    "outcomes": { declaredOutcomes($0.operations) },
  ])

private let headersShape = Shape<HeadersPlan>(
  nil, ["name": { .string($0.name) }, "headers": { .objects($0.headers, headerShape) }])

private let headerShape = Shape<HeadersPlan.Header>(
  nil,
  [
    "name": { .string($0.name) }, "type": { .string($0.type) }, "key": { .string($0.key) },
    "isJSON": { .bool($0.isJSON) }, "isDeprecated": { .bool($0.isDeprecated) },
    "documentation": { .strings($0.documentation) },
  ])

private let deliveryFileShape = Shape<DeliveriesPlan>(
  nil,
  [
    "name": { .string($0.name) }, "imports": { .strings($0.imports) },
    "deliveries": { .objects($0.deliveries, deliveryShape) },
  ])

private let deliveryShape = Shape<DeliveryPlan>(
  nil,
  [
    "name": { .string($0.name) }, "key": { .string($0.key) }, "method": { .string($0.method) },
    "type": { .string($0.type) }, "documentation": { .strings($0.documentation) },
    "isDeprecated": { .bool($0.isDeprecated) }, "isForm": { .bool($0.isForm) },
  ])

private let clientShape = Shape<ClientPlan>(
  nil,
  [
    "initializer": { .strings($0.initializer) },
    "documentation": { .strings($0.documentation) },
    "security": { .text($0.security) }, "failures": { .strings($0.failures) },
    "defaultServer": { .text($0.defaultServer) },
    "servers": { .objects($0.servers, serverShape) },
    "variables": { .objects($0.variables, typeShape) },
    "hasCredentials": { .bool(!$0.credentials.isEmpty) },
    "credentials": { .objects($0.credentials, credentialShape) },
    "hasOperations": { .bool(!$0.operations.isEmpty) },
    "operations": { .objects($0.operations, operationShape) },
  ])

private let serverShape = Shape<ClientPlan.Server>(
  nil,
  [
    "name": { .string($0.name) }, "url": { .string($0.url) },
    "parameters": { .text($0.parameters) }, "documentation": { .strings($0.documentation) },
  ])

private let credentialShape = Shape<ClientPlan.Credential>(
  nil,
  [
    "name": { .string($0.name) }, "key": { .string($0.key) },
    "documentation": { .strings($0.documentation) },
  ])

extension Value {
  /// A text that templates may ask for: nothing when there is none.
  static func text(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .null }
    return .string(text)
  }

  static func strings(_ texts: [String]) -> Value { .items(List(texts)) }

  /// Objects of a shape, each made when its turn comes.
  static func objects<Subject: Sendable>(_ items: [Subject], _ shape: Shape<Subject>) -> Value {
    .items(List(count: items.count) { shape.value(items[$0]) })
  }
}
