import OpenAPI
import YAML

/// A body in one media type.
struct Media {
  /// In lower case, as its author wrote it.
  var name: String
  var key: Node
  /// What holds its schema.
  var node: Node

  /// The name without its parameters.
  var essence: String { name.prefix { $0 != ";" }.filter { $0 != " " } }
}

extension Side {
  func media(_ node: Node) -> [Media] {
    (node["content"].map { Array($0.entries) } ?? []).map {
      Media(name: ($0.key.string ?? "").lowercased(), key: $0.key, node: $0.value)
    }
  }

  /// The media types of a body; Swagger 2.0 keeps them beside the operation, or beside all of them.
  func media(_ node: Node, of endpoint: Endpoint, isRequest: Bool) -> [Media] {
    guard isSwagger else { return media(node) }
    guard node["schema"] != nil else { return [] }
    let operation = endpoint.operation
    let types =
      isRequest ? operation.consumes ?? root.consumes : operation.produces ?? root.produces
    if types.isEmpty { return [Media(name: "application/json", key: node, node: node)] }
    return types.map { Media(name: ($0.string ?? "").lowercased(), key: $0, node: node) }
  }
}
