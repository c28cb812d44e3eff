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
    let news = new.endpoints()
    var gone: [Endpoint] = []
    var pairs: [EndpointPair] = []
    var olds: [(Endpoint, Endpoint?)] = []
    let exact = Dictionary(
      news.enumerated().map { ("\($1.isWebhook) \($1.name)", $0) }, uniquingKeysWith: { $1 })
    lazy var erased = Dictionary(
      news.enumerated().map { (Self.erasedKey($1), $0) }, uniquingKeysWith: { first, _ in first })
    var taken: Set<Int> = []
    for endpoint in old.endpoints() {
      let index =
        exact["\(endpoint.isWebhook) \(endpoint.name)"] ?? erased[Self.erasedKey(endpoint)]
      if let index, taken.insert(index).inserted {
        olds.append((endpoint, news[index]))
      } else {
        olds.append((endpoint, nil))
      }
    }
    let rest = news.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    for (endpoint, other) in olds {
      if let other { pairs.append(pair(endpoint, other)) } else { gone.append(endpoint) }
    }
    for endpoint in gone { noteLonely(endpoint, .removed) }
    for endpoint in rest { noteLonely(endpoint, .added) }
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

  /// Notes an operation of one side only.
  private mutating func noteLonely(_ endpoint: Endpoint, _ edit: Rule.Edit) {
    let unit = uses.add()
    uses.seed(unit, operation: operations.count, .request)
    operations.append(endpoint.name)
    let isAdded = edit == .added
    let place = endpoint.isWebhook ? endpoint.pathKey : endpoint.key
    // Who was told that it would go, or that it might, was warned.
    let isAnnounced = !isAdded && (endpoint.operation.isDeprecated || Self.isUnstable(endpoint))
    add(
      Rule(endpoint.isWebhook ? .webhook : .operation, "", edit),
      Effects(isAdded ? .extended : isAnnounced ? .behaviour : .withdrawn), unit,
      old: isAdded ? nil : place, new: isAdded ? place : nil,
      near: survivor(endpoint), before: isAdded ? "" : endpoint.name,
      after: isAdded ? endpoint.name : "", "\(endpoint.name) is \(isAdded ? "new" : "gone")")
  }

  /// What is left in the new description where an operation was.
  private func survivor(_ endpoint: Endpoint) -> Node {
    let paths = endpoint.isWebhook ? new.root.webhooks : new.root.paths
    let erased = Endpoint.erased(endpoint.path)
    return paths.first { Endpoint.erased($0.key.string ?? "") == erased }?.key
      ?? new.document.root.fact(endpoint.isWebhook ? "webhooks" : "paths")?.key
      ?? new.document.root
  }

  private static func isUnstable(_ endpoint: Endpoint) -> Bool {
    ["draft", "alpha"].contains(
      endpoint.operation.vendorExtension("x-stability-level")?.string?.lowercased())
  }

  private mutating func compare(_ pair: EndpointPair) {
    // Then nothing below differs either, and what all operations share is compared elsewhere.
    if pair.old.path == pair.new.path || pair.old.placeholders == pair.new.placeholders,
      isUnchanged(pair, pair.old.item.node, pair.new.item.node)
    {
      return
    }
    compareParameterLists(pair)
    compareSecurity(pair)
    compareServers(pair)
    comparePaths(pair)
    guard !isUnchanged(pair, pair.old.operation.node, pair.new.operation.node) else { return }
    compareBodies(pair)
    compareResponseLists(pair)
    compareCallbacks(pair)
    compareIdentity(pair)
    compareTags(pair)
    let (old, new) = (pair.old.operation.node, pair.new.operation.node)
    compareWords(.operation, old, new, pair.sending, pair.name)
    compareSunset(.operation, old, new, pair.sending, pair.name)
  }

  /// Swagger 2.0 says for all operations at once of which media types their bodies are.
  private func isUnchanged(_ pair: EndpointPair, _ left: Node, _ right: Node) -> Bool {
    guard unchanged.contains(left, right) else { return false }
    return ["consumes", "produces"].allSatisfy {
      old.document.root[$0]?.canonical == new.document.root[$0]?.canonical
    }
  }

  /// What a path says for people stands there once, whatever operations it has.
  private mutating func comparePaths(_ pair: EndpointPair) {
    relate(
      Pair(kind: .path, old: [pair.old.item.node], new: [pair.new.item.node]), from: pair.sending)
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

  private mutating func compareTags(_ pair: EndpointPair) {
    let (old, new) = (pair.old.operation.node["tags"], pair.new.operation.node["tags"])
    let olds = old.map { Array($0.elements) } ?? []
    let news = new.map { Array($0.elements) } ?? []
    for tag in olds where !news.contains(where: { $0.string == tag.string }) {
      add(
        Rule(.operation, "tag", .removed), Effects(.annotation), pair.sending, old: tag,
        near: pair.new.key, before: tag.brief, "\(pair.name) has no tag '\(tag.brief)' any more")
    }
    for tag in news where !olds.contains(where: { $0.string == tag.string }) {
      add(
        Rule(.operation, "tag", .added), Effects(.annotation), pair.sending, new: tag,
        after: tag.brief, "\(pair.name) has the new tag '\(tag.brief)'")
    }
  }

  private mutating func compareCallbacks(_ pair: EndpointPair) {
    let (old, new) = (pair.old.operation.callbacks, pair.new.operation.callbacks)
    for (key, value) in old {
      if let other = new.first(where: { $0.key.string == key.string }) {
        compareCallback(pair, self.old.target(value), self.new.target(other.value))
      } else {
        noteCallback(pair, key, "", .removed, near: pair.new.key)
      }
    }
    for (key, _) in new where !old.contains(where: { $0.key.string == key.string }) {
      noteCallback(pair, key, "", .added, near: pair.new.key)
    }
  }

  private mutating func compareCallback(
    _ pair: EndpointPair, _ old: CallbackObject, _ new: CallbackObject
  ) {
    for (key, value) in old.pathItems {
      guard let other = new.pathItems.first(where: { $0.key.string == key.string }) else {
        noteCallback(pair, key, "path", .removed, near: new.node)
        continue
      }
      compareCallback(pair, key, self.old.target(value), other.key, self.new.target(other.value))
    }
    for (key, _) in new.pathItems
    where !old.pathItems.contains(where: { $0.key.string == key.string }) {
      noteCallback(pair, key, "path", .added, near: new.node)
    }
  }

  /// What the server sends later is read like an answer, what it gets back is written.
  private mutating func compareCallback(
    _ pair: EndpointPair, _ oldKey: Node, _ old: PathItemObject, _ newKey: Node,
    _ new: PathItemObject
  ) {
    for (method, key, operation) in old.operations {
      guard let found = new.operations.first(where: { $0.method == method }) else {
        noteCallback(pair, key, "operation", .removed, near: newKey)
        continue
      }
      let left = Endpoint(
        method: method, path: "", pathKey: oldKey, item: old, key: key, operation: operation,
        isWebhook: true)
      let right = Endpoint(
        method: method, path: "", pathKey: newKey, item: new, key: found.key,
        operation: found.operation, isWebhook: true)
      compare(
        EndpointPair(
          old: left, new: right, sending: pair.answering, answering: pair.sending,
          name: "a callback of \(pair.name)"))
    }
    for (method, key, _) in new.operations
    where !old.operations.contains(where: { $0.method == method }) {
      noteCallback(pair, key, "operation", .added, near: newKey)
    }
  }

  private mutating func noteCallback(
    _ pair: EndpointPair, _ key: Node, _ aspect: String, _ edit: Rule.Edit, near: Node
  ) {
    let isAdded = edit == .added
    let name = key.string ?? ""
    add(
      Rule(.callback, aspect, edit), Effects(isAdded ? .extended : .behaviour), pair.sending,
      old: isAdded ? nil : key, new: isAdded ? key : nil, near: near,
      before: isAdded ? "" : name, after: isAdded ? name : "",
      "\(pair.name) has \(isAdded ? "the new" : "no") callback '\(name)'\(isAdded ? "" : " any more")"
    )
  }
}
