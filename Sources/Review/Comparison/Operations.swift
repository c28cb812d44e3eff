import OpenAPI
import YAML

/// Two operations that are the same one, or one that only one side has.
struct EndpointPair {
  var old: Endpoint
  var new: Endpoint
  /// The place whose users are those who send its requests.
  var sending: Int
  /// The place whose users are those who read its answers.
  var answering: Int
  /// What people call it.
  var name: String
}

extension Comparison {
  mutating func compareOperations() -> [EndpointPair] {
    var rest = new.endpoints()
    var gone: [Endpoint] = []
    var pairs: [EndpointPair] = []
    var olds: [(Endpoint, Endpoint?)] = []
    let exact = Dictionary(
      rest.enumerated().map { ("\($1.isWebhook) \($1.name)", $0) }, uniquingKeysWith: { $1 })
    let erased = Dictionary(
      rest.enumerated().map { (Self.erasedKey($1), $0) }, uniquingKeysWith: { first, _ in first })
    var taken: Set<Int> = []
    for endpoint in old.endpoints() {
      let index =
        exact["\(endpoint.isWebhook) \(endpoint.name)"] ?? erased[Self.erasedKey(endpoint)]
      if let index, taken.insert(index).inserted {
        olds.append((endpoint, rest[index]))
      } else {
        olds.append((endpoint, nil))
      }
    }
    rest = rest.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    for (endpoint, other) in olds {
      if let other { pairs.append(pair(endpoint, other)) } else { gone.append(endpoint) }
    }
    noteLonely(gone, .removed)
    noteLonely(rest, .added)
    for pair in pairs { compare(pair) }
    return pairs
  }

  private static func erasedKey(_ endpoint: Endpoint) -> String {
    "\(endpoint.isWebhook) \(endpoint.method) \(Endpoint.erased(endpoint.path))"
  }

  private mutating func pair(_ old: Endpoint, _ new: Endpoint) -> EndpointPair {
    let sending = uses.add()
    let answering = uses.add()
    uses.seed(sending, operation: operations.count, new.isWebhook ? .response : .request)
    uses.seed(answering, operation: operations.count, new.isWebhook ? .request : .response)
    operations.append(old.name)
    return EndpointPair(old: old, new: new, sending: sending, answering: answering, name: old.name)
  }

  /// Notes operations of one side only: whole paths as one fact each.
  private mutating func noteLonely(_ endpoints: [Endpoint], _ edit: Rule.Edit) {
    let others = edit == .added ? old : new
    let paths = Set(
      (others.root.paths + others.root.webhooks).map {
        Endpoint.erased($0.key.string ?? "")
      })
    var units: [Node: (unit: Int, isNamed: Bool)] = [:]
    for endpoint in endpoints {
      let isWhole = !paths.contains(Endpoint.erased(endpoint.path))
      let place = isWhole ? endpoint.pathKey : endpoint.key
      let unit = units[place]?.unit ?? uses.add()
      uses.seed(unit, operation: operations.count, .request)
      operations.append(endpoint.name)
      if units[place] == nil { noteLonely(endpoint, edit, place, unit, isWhole: isWhole) }
      units[place] = (unit, true)
    }
  }

  private mutating func noteLonely(
    _ endpoint: Endpoint, _ edit: Rule.Edit, _ place: Node, _ unit: Int, isWhole: Bool
  ) {
    let position: Rule.Position = endpoint.isWebhook ? .webhook : isWhole ? .path : .operation
    let name = isWhole ? endpoint.path : endpoint.name
    let isAdded = edit == .added
    // Who was told that it would go, or that it might, was warned.
    let isAnnounced = !isAdded && (endpoint.operation.isDeprecated || Self.isUnstable(endpoint))
    add(
      Rule(position, isAnnounced ? "deprecated" : "", edit),
      Effects(isAdded ? .extended : isAnnounced ? .behaviour : .withdrawn), unit,
      old: isAdded ? nil : place, new: isAdded ? place : nil, near: new.document.root,
      before: isAdded ? "" : name, after: isAdded ? name : "",
      isAdded ? "\(name) is new" : "\(name) is gone")
  }

  private static func isUnstable(_ endpoint: Endpoint) -> Bool {
    ["draft", "alpha"].contains(
      endpoint.operation.vendorExtension("x-stability-level")?.string?.lowercased())
  }

  private mutating func compare(_ pair: EndpointPair) {
    compareParameterLists(pair)
    compareSecurity(pair)
    compareServers(pair)
    guard !unchanged.contains(pair.old.operation.node, pair.new.operation.node) else { return }
    compareBodies(pair)
    compareResponseLists(pair)
    compareCallbacks(pair)
    compareIdentity(pair)
    let (old, new) = (pair.old.operation.node, pair.new.operation.node)
    compareWords(.operation, old, new, pair.sending, pair.name)
    compareSunset(.operation, old, new, pair.sending, pair.name)
  }

  private mutating func compareIdentity(_ pair: EndpointPair) {
    let old = pair.old.operation.node.fact("operationId")
    let new = pair.new.operation.node.fact("operationId")
    guard old?.value.string != new?.value.string else { return }
    add(
      Rule(.operation, "id", old == nil ? .added : new == nil ? .removed : .changed),
      Effects(.nameless), pair.sending, old: old?.key, new: new?.key, near: pair.new.key,
      before: old?.value.brief ?? "", after: new?.value.brief ?? "",
      "\(pair.name) has another operationId")
  }

  private mutating func compareCallbacks(_ pair: EndpointPair) {
    let (old, new) = (pair.old.operation.callbacks, pair.new.operation.callbacks)
    for (key, value) in old {
      let name = key.string ?? ""
      guard let other = new.first(where: { $0.key.string == name }) else {
        add(
          Rule(.callback, "", .removed), Effects(.behaviour), pair.sending, old: key,
          near: pair.new.key, before: name, "\(pair.name) has no callback '\(name)' any more")
        continue
      }
      compareCallback(pair, self.old.target(value), self.new.target(other.value))
    }
    for (key, _) in new where !old.contains(where: { $0.key.string == key.string }) {
      add(
        Rule(.callback, "", .added), Effects(.extended), pair.sending, new: key,
        after: key.string ?? "", "\(pair.name) has the new callback '\(key.string ?? "")'")
    }
  }

  /// What the server sends later is read like an answer, what it gets back is written.
  private mutating func compareCallback(
    _ pair: EndpointPair, _ old: CallbackObject, _ new: CallbackObject
  ) {
    for (key, value) in old.pathItems {
      guard let other = new.pathItems.first(where: { $0.key.string == key.string }) else {
        add(
          Rule(.callback, "path", .removed), Effects(.behaviour), pair.sending, old: key,
          near: new.node, before: key.string ?? "", "a callback of \(pair.name) is gone")
        continue
      }
      for (method, methodKey, operation) in self.old.target(value).operations {
        let item = self.new.target(other.value)
        guard let found = item.operations.first(where: { $0.method == method }) else { continue }
        compare(
          EndpointPair(
            old: Endpoint(
              method: method, path: "", pathKey: key, item: self.old.target(value),
              key: methodKey, operation: operation, isWebhook: true),
            new: Endpoint(
              method: method, path: "", pathKey: other.key, item: item, key: found.key,
              operation: found.operation, isWebhook: true), sending: pair.answering,
            answering: pair.sending, name: "a callback of \(pair.name)"))
      }
    }
  }
}
