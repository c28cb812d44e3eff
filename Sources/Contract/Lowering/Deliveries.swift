import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// What the server sends on its own: webhooks, then the callbacks of operations, each once.
  mutating func deliveries() -> [Delivery] {
    var deliveries: [Delivery] = []
    for (name, item) in top.webhooks {
      deliveries += payloads(
        of: target(item), named: name.string ?? "", operation: nil, webhook: name)
    }
    var index = 0
    for (path, reference) in top.paths {
      let item = target(reference)
      for (method, _, operation) in calls(of: item) where isWanted(operation, method, path) {
        for (name, callback) in operation.callbacks {
          for (_, item) in target(callback).pathItems {
            deliveries += payloads(of: target(item), named: name.string ?? "", operation: index)
          }
        }
        index += 1
      }
    }
    return distinct(deliveries)
  }

  private func distinct(_ deliveries: [Delivery]) -> [Delivery] {
    var seen: Set<[String]> = []
    return deliveries.filter { seen.insert([$0.name, $0.method, "\($0.type)"]).inserted }
  }

  private mutating func payloads(
    of item: PathItemObject, named name: String, operation index: Int?, webhook: Node? = nil
  ) -> [Delivery] {
    var deliveries: [Delivery] = []
    for (method, _, operation) in calls(of: item) {
      if let webhook, !isWanted(operation, method, webhook) { continue }
      guard let body = operation.requestBody.map({ target($0) }) else { continue }
      let written = written(body.content)
      let kinds = written.map { kind(of: $0.mediaType, $0.media.schema) }
      guard let best = kinds.firstIndex(of: .json) ?? kinds.firstIndex(of: .form) else {
        diagnostics.warning(
          "unsupported-delivery", "only deliveries in JSON and as forms are decoded",
          at: body.node.range,
          help: "no decoder is generated for '\(name)'")
        continue
      }
      let type =
        written[best].media.schema.map { result(of: $0, named: .delivery(name)).use } ?? .any
      deliveries.append(
        Delivery(
          name: name, method: method, operation: index, type: type,
          isForm: kinds[best] == .form,
          documentation: Documentation(
            summary: operation.summary, text: operation.documentation,
            isDeprecated: operation.isDeprecated)))
    }
    return deliveries
  }
}
