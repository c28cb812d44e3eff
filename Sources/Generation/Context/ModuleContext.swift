import Mustache
import SwiftPlan

/// What templates see of a module: version 1 of the contract between plan and templates.
public func context(_ plan: ModulePlan) -> Object {
  let operations = plan.client.operations + plan.operationFiles.flatMap(\.operations)
  var object: Object = [
    "module": .string(plan.module), "namespace": .string(plan.namespace),
    "access": .string(plan.access), "source": .string(plan.source),
    "title": .string(plan.title.isEmpty ? plan.namespace : plan.title),
    "version": .text(plan.version), "documentation": .strings(plan.documentation),
    "client": .object(client(plan.client)),
    "imports": .strings(plan.client.imports.filter { $0 != "ClientRuntime" }),
    "files": .list(plan.files.map { .object(file($0)) }),
    "operationFiles": .list(plan.operationFiles.map { .object(file($0)) }),
    "operations": .list(operations.map(operation)),
    "outcomes": .list(plan.client.operations.compactMap(declaredOutcomes)),
    "allTypes": .list(plan.files.flatMap(\.types).flatMap(flattened).map(type)),
    "deliveryFiles": .list([plan.deliveries].compactMap(\.self).map(deliveries)),
    "w": .object(Object(plan.words.map { ($0.name, .string($0.printed)) })),
  ]
  object.kind = "module"
  return object
}

private func flattened(_ type: TypePlan) -> [TypePlan] { [type] + type.nested.flatMap(flattened) }

private func file(_ plan: FilePlan) -> Object {
  [
    "name": .string(plan.name), "imports": .strings(plan.imports),
    "types": .list(plan.types.map(type)),
  ]
}

private func file(_ plan: OperationFilePlan) -> Object {
  [
    "name": .string(plan.name), "imports": .strings(plan.imports),
    "operations": .list(plan.operations.map(operation)),
    "outcomes": .list(plan.operations.compactMap(declaredOutcomes)),
  ]
}

private func deliveries(_ plan: DeliveriesPlan) -> Value {
  [
    "name": .string(plan.name), "imports": .strings(plan.imports),
    "deliveries": .list(
      plan.deliveries.map { delivery in
        [
          "name": .string(delivery.name), "key": .string(delivery.key),
          "method": .string(delivery.method), "type": .string(delivery.type),
          "documentation": .strings(delivery.documentation),
          "isDeprecated": .bool(delivery.isDeprecated),
        ]
      }),
  ]
}

private func client(_ plan: ClientPlan) -> Object {
  [
    "initializer": .strings(plan.initializer),
    "documentation": .strings(plan.documentation),
    "defaultServer": .text(plan.defaultServer),
    "servers": .list(
      plan.servers.map { server in
        [
          "name": .string(server.name), "url": .string(server.url),
          "parameters": .text(server.parameters), "documentation": .strings(server.documentation),
        ]
      }),
    "hasCredentials": .bool(!plan.credentials.isEmpty),
    "credentials": .list(
      plan.credentials.map { credential in
        [
          "name": .string(credential.name), "key": .string(credential.key),
          "documentation": .strings(credential.documentation),
        ]
      }),
    "hasOperations": .bool(!plan.operations.isEmpty),
    "operations": .list(plan.operations.map(operation)),
  ]
}

extension Value {
  /// A text that templates may ask for: nothing when there is none.
  static func text(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .null }
    return .string(text)
  }

  static func strings(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }
}
