import OpenAPI
import YAML

extension Comparison {
  /// Compares addresses that an operation or its path has of its own.
  mutating func compareServers(_ pair: EndpointPair) {
    let old =
      pair.old.operation.servers.isEmpty ? pair.old.item.servers : pair.old.operation.servers
    let new =
      pair.new.operation.servers.isEmpty ? pair.new.item.servers : pair.new.operation.servers
    guard !(old.isEmpty && new.isEmpty) else { return }
    compareServers(
      old.isEmpty ? self.old.root.servers : old, new.isEmpty ? self.new.root.servers : new,
      pair.sending, near: pair.new.key)
  }

  /// Compares the addresses of all operations that have none of their own.
  mutating func compareGlobalServers(_ pairs: [EndpointPair]) {
    let unit = uses.add()
    for pair in pairs
    where pair.old.operation.servers.isEmpty && pair.new.operation.servers.isEmpty
      && !pair.new.isWebhook
    {
      uses.connect(pair.sending, unit, .both)
    }
    compareServers(old.root.servers, new.root.servers, unit, near: new.document.root)
    for (keyword, aspect) in [("host", "host"), ("basePath", "base-path")]
    where old.isSwagger && new.isSwagger {
      let (left, right) = (old.document.root.fact(keyword), new.document.root.fact(keyword))
      guard left?.value.string != right?.value.string else { continue }
      add(
        Rule(.server, aspect, left == nil ? .added : right == nil ? .removed : .changed),
        Effects(.behaviour), unit, old: left?.key, new: right?.key, near: new.document.root,
        before: left?.value.brief ?? "", after: right?.value.brief ?? "",
        "the API has another '\(keyword)'")
    }
  }

  private mutating func compareServers(
    _ old: [ServerObject], _ new: [ServerObject], _ unit: Int, near: Node
  ) {
    for server in old {
      guard let other = new.first(where: { $0.url == server.url }) else {
        add(
          Rule(.server, "", .removed), Effects(.behaviour), unit, old: server.node, near: near,
          before: server.url ?? "", "the address \(server.url ?? "") is gone")
        continue
      }
      compareWords(.server, server.node, other.node, unit, "the address \(server.url ?? "")")
      compareWhole(
        .server, "name", "name", .annotation, server.node, other.node, unit,
        "the address \(server.url ?? "")")
      compareVariables(server, other, unit)
    }
    for server in new where !old.contains(where: { $0.url == server.url }) {
      add(
        Rule(.server, "", .added), Effects(.extended), unit, new: server.node,
        after: server.url ?? "", "the address \(server.url ?? "") is new")
    }
  }

  private mutating func compareVariables(_ old: ServerObject, _ new: ServerObject, _ unit: Int) {
    let names = (Set(old.variables.map(\.key.string)), Set(new.variables.map(\.key.string)))
    for (key, _) in old.variables where !names.1.contains(key.string) {
      add(
        Rule(.server, "variable", .removed), Effects(.behaviour), unit, old: key, near: new.node,
        before: key.string ?? "", "an address has no part '\(key.string ?? "")' any more")
    }
    for (key, _) in new.variables where !names.0.contains(key.string) {
      add(
        Rule(.server, "variable", .added), Effects(.behaviour), unit, new: key,
        after: key.string ?? "", "an address has the new part '\(key.string ?? "")'")
    }
    for (key, value) in old.variables {
      guard let other = new.variables.first(where: { $0.key.string == key.string })?.value,
        value.node.canonical != other.node.canonical
      else { continue }
      let isMore =
        value.defaultValue == other.defaultValue
        && Set(value.enumeration).isSubset(of: other.enumeration)
      add(
        Rule(.server, "variable", .changed), Effects(isMore ? .extended : .behaviour), unit,
        old: value.node, new: other.node, before: value.node.canonical,
        after: other.node.canonical, "the part '\(key.string ?? "")' of an address changed")
    }
  }
}
