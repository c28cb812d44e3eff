import Contract

extension Planner {
  /// What the server sends on its own, in a file of its own; nothing when it sends nothing.
  func deliveries() -> DeliveriesPlan? {
    if contract.deliveries.isEmpty { return nil }
    let names = ["Deliveries", "Webhooks", "IncomingDeliveries"]
    let name =
      names.first { !rootNames.contains($0) && $0 != options.namespace }
      ?? "ServerDeliveries"
    var scope = NameScope(taken: ["init", "self"])
    let deliveries = contract.deliveries.map { delivery in
      DeliveryPlan(
        name: scope.take(deliveryName(delivery), at: nil).name,
        key: Literal.string(delivery.name), method: method(delivery.method),
        isForm: delivery.isForm,
        type: swiftType(delivery.type, in: Self.client),
        documentation: documentation(delivery),
        isDeprecated: delivery.documentation.isDeprecated)
    }
    let needs = contract.deliveries.contains { needsFoundation($0.type) }
    return DeliveriesPlan(
      name: name, imports: needs ? ["ClientRuntime", "Foundation"] : ["ClientRuntime"],
      deliveries: deliveries)
  }

  /// Callbacks of several operations that share a name are told apart by their operations.
  private func deliveryName(_ delivery: Contract.Delivery) -> String {
    let same = contract.deliveries.filter { $0.name == delivery.name }
    var text = delivery.name
    if same.count > 1, let index = delivery.operation {
      text = "\(Identifier.bare(operationNames[index])) \(delivery.name)"
    }
    if same.contains(where: { $0.method != delivery.method && $0.operation == delivery.operation })
    {
      text = "\(delivery.method.lowercased()) \(text)"
    }
    return ReservedWords.member(Identifier.member(text))
  }

  private func documentation(_ delivery: Contract.Delivery) -> [String] {
    let written = delivery.documentation
    let origin = delivery.operation.map {
      "Follows a call of `\(operationNames[$0].replacing("`", with: ""))`."
    }
    let own =
      written.summary == nil && written.text == nil ? "The webhook `\(delivery.name)`." : nil
    return DocComment.lines(
      [written.summary, written.text, origin ?? own], indent: 4)
  }
}
