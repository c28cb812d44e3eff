import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  mutating func operations(_ credentials: [(key: String, value: Credential)]) -> [Operation] {
    var operations: [Operation] = []
    for (path, reference) in top.paths {
      let item = target(reference)
      for (method, key, operation) in item.operations where isWanted(operation, method, path) {
        operations.append(
          self.operation(
            operation, at: operations.count, credentials: credentials.map(\.key),
            Place(path: path.string ?? "", item: item, method: method, key: key)))
      }
    }
    return operations
  }

  private func isWanted(_ operation: OperationObject, _ method: String, _ path: Node) -> Bool {
    guard let wants else { return true }
    return wants(
      OperationKey(
        id: operation.operationID, method: method.uppercased(), path: path.string ?? "",
        tags: operation.tags))
  }

  /// Where an operation stands.
  struct Place {
    var path: String
    var item: PathItemObject
    var method: String
    var key: Node
  }

  private mutating func operation(
    _ operation: OperationObject, at index: Int, credentials: [String], _ place: Place
  ) -> Operation {
    let own = operation.servers.isEmpty ? place.item.servers : operation.servers
    return Operation(
      id: operation.operationID, method: place.method.uppercased(), path: place.path,
      tags: operation.tags,
      documentation: Documentation(
        summary: operation.summary, text: operation.documentation,
        isDeprecated: operation.isDeprecated, link: operation.externalDocumentation?.url),
      parameters: parameters(operation, index, place),
      body: body(of: operation, index),
      responses: responses(of: operation, index),
      security: security(operation.security ?? top.security, credentials),
      servers: servers(own), idempotency: idempotency(of: operation), node: place.key)
  }

  /// `x-idempotency: safe`, `none`, or the name of the header that carries a key.
  private func idempotency(of operation: OperationObject) -> Idempotency? {
    switch operation.vendorExtension("x-idempotency")?.string {
    case nil: nil
    case "safe": .safe
    case "none": Idempotency.none
    case let header?: .key(header: header)
    }
  }

  func servers(_ objects: [ServerObject]) -> [Server] {
    objects.map { object in
      Server(
        name: object.name, url: object.url ?? "/",
        variables: object.variables.map { key, variable in
          Server.Variable(
            name: key.string ?? "", defaultValue: variable.defaultValue ?? "",
            values: variable.enumeration,
            documentation: Documentation(text: variable.documentation))
        },
        documentation: Documentation(text: object.documentation))
    }
  }

  mutating func deliveries() -> [Delivery] {
    var deliveries: [Delivery] = []
    for (name, item) in wants == nil ? top.webhooks : [] {
      deliveries += payloads(of: target(item), named: name.string ?? "")
    }
    for (path, item) in top.paths {
      for (method, _, operation) in target(item).operations
      where isWanted(operation, method, path) {
        for (name, callback) in operation.callbacks {
          for (_, item) in target(callback).pathItems {
            deliveries += payloads(of: target(item), named: name.string ?? "")
          }
        }
      }
    }
    return deliveries
  }

  private mutating func payloads(of item: PathItemObject, named name: String) -> [Delivery] {
    item.operations.compactMap { _, _, operation in
      guard let body = operation.requestBody,
        let schema = target(body).content.first?.value.schema
      else { return nil }
      return Delivery(
        name: name, type: result(of: schema, named: .delivery(name)).use,
        documentation: Documentation(
          summary: operation.summary, text: operation.documentation))
    }
  }
}
