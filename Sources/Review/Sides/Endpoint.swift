import OpenAPI
import YAML

/// One operation with where it stands.
struct Endpoint: Sendable {
  /// Upper case.
  var method: String
  /// The path as written, or a webhook's name.
  var path: String
  var pathKey: Node
  var item: PathItemObject
  var key: Node
  var operation: OperationObject
  var isWebhook: Bool

  /// What people call it: `GET /things`, `POST webhook:thingAdded`.
  var name: String { isWebhook ? "\(method) webhook:\(path)" : "\(method) \(path)" }

  /// Names of path parameters do not tell paths apart.
  static func erased(_ path: String) -> String {
    var text: [UInt8] = []
    var isInside = false
    for byte in path.utf8 {
      if byte == UInt8(ascii: "{") { isInside = true }
      if !isInside { text.append(byte) }
      if byte == UInt8(ascii: "}") {
        isInside = false
        text += "{}".utf8
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The names between braces, in order.
  var placeholders: [String] {
    path.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in
        part.firstIndex(of: UInt8(ascii: "}")).map { String(Substring(part[..<$0])) }
      }
  }
}

extension Side {
  /// The operations in the order written, those of webhooks last.
  func endpoints() -> [Endpoint] {
    list(root.paths, isWebhook: false) + list(root.webhooks, isWebhook: true)
  }

  private func list(
    _ paths: [(key: Node, value: PathItemObject)], isWebhook: Bool
  ) -> [Endpoint] {
    paths.flatMap { key, value in
      let item = target(value)
      return item.operations.map { method, methodKey, operation in
        Endpoint(
          method: method.uppercased(), path: key.string ?? "", pathKey: key, item: item,
          key: methodKey, operation: operation, isWebhook: isWebhook)
      }
    }
  }

  /// All parameters of an operation besides bodies; its own replace those of its path.
  func parameters(of endpoint: Endpoint) -> [ParameterObject] {
    var found: [ParameterObject] = []
    for parameter in endpoint.operation.parameters + endpoint.item.parameters {
      let parameter = target(parameter)
      guard parameter.location != "body",
        !found.contains(where: { identity($0) == identity(parameter) })
      else { continue }
      found.append(parameter)
    }
    return found
  }

  /// What tells parameters of one operation apart; names of headers have no case.
  func identity(_ parameter: ParameterObject) -> String {
    let name = parameter.name ?? ""
    let place = parameter.location ?? ""
    return "\(place) \(place == "header" ? name.lowercased() : name)"
  }

  /// What the client sends: of the operation, or the body parameter of Swagger 2.0.
  func body(of endpoint: Endpoint) -> Node? {
    if let body = endpoint.operation.requestBody { return target(body.node) }
    for parameter in endpoint.operation.parameters + endpoint.item.parameters {
      let parameter = target(parameter)
      if parameter.location == "body" { return parameter.node }
    }
    return nil
  }
}
