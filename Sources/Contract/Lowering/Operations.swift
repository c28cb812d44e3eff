import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  mutating func operations(_ credentials: [(key: String, value: Credential)]) -> [Operation] {
    var operations: [Operation] = []
    for (path, reference) in top.paths {
      let item = target(reference)
      for (method, key, operation) in calls(of: item) where isWanted(operation, method, path) {
        operations.append(
          self.operation(
            operation, at: operations.count, credentials: credentials.map(\.key),
            Place(path: path.string ?? "", item: item, method: method, key: key)))
      }
    }
    return operations
  }

  /// The operations of a path, with their methods as they stand on the wire; a method that cannot
  /// stand there is reported and left out.
  mutating func calls(
    of item: PathItemObject
  ) -> [(method: String, key: Node, operation: OperationObject)] {
    var calls: [(String, Node, OperationObject)] = []
    for (method, key, operation) in item.operations {
      guard Self.isToken(method) else {
        diagnostics.warning(
          "invalid-method", "'\(method)' is no HTTP method", at: key.range,
          help: "the operation is left out")
        continue
      }
      let isStandard = PathItemObject.methods.contains(method)
      calls.append((isStandard ? method.uppercased() : method, key, operation))
    }
    return calls
  }

  func isWanted(_ operation: OperationObject, _ method: String, _ path: Node) -> Bool {
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
    reportSchemes(operation)
    // A second operation of the same id goes by its method and path, as one without an id does.
    let id = operation.operationID.flatMap { operationIDs.insert($0).inserted ? $0 : nil }
    return Operation(
      id: id, method: place.method, path: place.path,
      tags: operation.tags,
      documentation: documentation(of: operation, place),
      parameters: parameters(operation, index, place),
      body: body(of: operation, index, place),
      responses: responses(of: operation, index, place),
      security: security(operation.security ?? top.security, credentials),
      scopes: operation.security.map { scopes($0, credentials) } ?? [],
      servers: ownServers(operation, place), idempotency: idempotency(of: operation),
      node: place.key)
  }

  /// What the operation says of itself; where it says nothing, what its path does.
  private func documentation(of operation: OperationObject, _ place: Place) -> Documentation {
    let isSilent = operation.summary == nil && operation.documentation == nil
    let item = place.item.node
    return Documentation(
      summary: isSilent ? item[keyword: "summary"]?.string : operation.summary,
      text: isSilent ? item[keyword: "description"]?.string : operation.documentation,
      isDeprecated: operation.isDeprecated, link: operation.externalDocumentation?.url)
  }

  /// Swagger 2.0 lets an operation be called over other schemes than the rest.
  private mutating func reportSchemes(_ operation: OperationObject) {
    guard document.version.release == .v2, let entry = operation.node.entry("schemes") else {
      return
    }
    let usual = ["https", "http"].first { top.schemes.contains($0) } ?? "https"
    let own = entry.value.elements.compactMap(\.string)
    if own.contains(usual) { return }
    diagnostics.warning(
      "unsupported-keyword", "'schemes' of an operation is not heeded", at: entry.key.range,
      help: "calls go over \(usual), as those of the rest do")
  }

  /// `x-idempotency: safe`, `none`, or the name of the header that carries a key.
  private mutating func idempotency(of operation: OperationObject) -> Idempotency? {
    guard let node = operation.vendorExtension("x-idempotency"), let text = node.string else {
      return nil
    }
    switch text {
    case "safe": return .safe
    case "none": return Idempotency.none
    default: break
    }
    if Self.isToken(text) { return .key(header: text) }
    diagnostics.warning(
      "invalid-header", "a header cannot be called '\(text)'", at: node.range,
      help: "write safe, none or the name of a header; calls go without a key")
    return nil
  }

  /// The servers of the operation or its path, unless they are the API's own once more.
  private func ownServers(_ operation: OperationObject, _ place: Place) -> [Server] {
    let own = operation.servers.isEmpty ? place.item.servers : operation.servers
    let isSame = own.map(\.url) == top.servers.map(\.url)
    return isSame ? [] : servers(own)
  }

  /// The places where the API can be reached.
  func servers() -> [Server] {
    document.version.release == .v2 ? swaggerServers() : servers(top.servers)
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
}
