import OpenAPI
import YAML

extension Comparison {
  /// Compares what an operation asks for, when it says so itself on either side.
  mutating func compareSecurity(_ pair: EndpointPair) {
    let (old, new) = (
      pair.old.operation.node.fact("security"), pair.new.operation.node.fact("security")
    )
    guard old != nil || new != nil, !pair.new.isWebhook else { return }
    compareRequirements(
      old ?? self.old.document.root.fact("security"),
      new ?? self.new.document.root.fact("security"),
      pair.sending, pair.name, near: pair.new.key)
  }

  /// Compares what all operations that say nothing ask for, once.
  mutating func compareGlobalSecurity(_ pairs: [EndpointPair]) {
    let unit = uses.add()
    for pair in pairs
    where pair.old.operation.security == nil && pair.new.operation.security == nil
      && !pair.new.isWebhook
    {
      uses.connect(pair.sending, unit, .both)
    }
    compareRequirements(
      old.document.root.fact("security"), new.document.root.fact("security"), unit,
      "the API", near: new.document.root)
  }

  private mutating func compareRequirements(
    _ old: Fact?, _ new: Fact?, _ unit: Int, _ name: String, near: Node
  ) {
    var olds = self.old.requirements(old?.value)
    var news = self.new.requirements(new?.value, namedBy: self.old)
    let (before, after) = (olds, news)
    olds.removeAll { after.contains($0) }
    news.removeAll { before.contains($0) }
    // The same schemes with other scopes are the same way in.
    for requirement in olds {
      guard let index = news.firstIndex(where: { $0.schemes.keys == requirement.schemes.keys })
      else { continue }
      noteScopes(requirement, news.remove(at: index), unit, name, old, new, near: near)
      olds.removeAll { $0 == requirement }
    }
    for requirement in olds {
      // Who used a way in that wants more now has another one left, or not.
      let isFree = after.contains { $0.isWeaker(than: requirement) }
      add(
        Rule(.security, "alternative", .removed), Effects(isFree ? .extended : .withdrawn), unit,
        // Where nothing was asked for, what is asked for now takes that away.
        old: old?.key, new: old == nil ? new?.key : nil, near: near, before: requirement.text,
        "\(name) does not accept \(requirement.text) any more")
    }
    for requirement in news {
      add(
        Rule(.security, "alternative", .added), Effects(.extended), unit,
        old: new == nil ? old?.key : nil, new: new?.key, near: near, after: requirement.text,
        "\(name) accepts \(requirement.text) now")
    }
  }

  private mutating func noteScopes(
    _ left: Requirement, _ right: Requirement, _ unit: Int, _ name: String, _ old: Fact?,
    _ new: Fact?, near: Node
  ) {
    for scheme in left.schemes.keys.sorted() {
      let (before, after) = (left.schemes[scheme] ?? [], right.schemes[scheme] ?? [])
      for scope in before.subtracting(after).sorted() {
        add(
          Rule(.security, "scope", .removed), Effects(.widened), unit, old: old?.key, near: near,
          before: scope, "\(name) does not want the scope '\(scope)' any more")
      }
      for scope in after.subtracting(before).sorted() {
        add(
          Rule(.security, "scope", .added), Effects(.narrowed), unit, new: new?.key, near: near,
          after: scope, "\(name) wants the scope '\(scope)' now")
      }
    }
  }

  /// Compares the credentials themselves; those that use one feel what happens to it.
  mutating func compareSchemes(_ pairs: [EndpointPair]) {
    let news = new.root.securitySchemes
    for (key, value) in old.root.securitySchemes {
      let name = key.string ?? ""
      guard let other = news.first(where: { $0.key.string == name }) else {
        noteScheme(key, .removed)
        continue
      }
      let (left, right) = (old.target(value).node, new.target(other.value).node)
      guard !unchanged.contains(left, right) else { continue }
      let unit = uses.add()
      for pair in pairs where old.uses(name, pair.old) && new.uses(name, pair.new) {
        uses.connect(pair.sending, unit, .both)
      }
      compareScheme(left, right, unit, "the credential '\(name)'")
    }
    for (key, _) in news
    where !old.root.securitySchemes.contains(where: { $0.key.string == key.string }) {
      noteScheme(key, .added)
    }
  }

  /// By itself this changes nothing; what operations ask for is compared at the operations.
  private mutating func noteScheme(_ key: Node, _ edit: Rule.Edit) {
    let name = key.string ?? ""
    let isAdded = edit == .added
    let renamed = isAdded ? old.sameScheme(as: name, of: new) : new.sameScheme(as: name, of: old)
    guard renamed == nil else { return }
    add(
      Rule(.securityScheme, "", edit), Effects(.extended), uses.add(), old: isAdded ? nil : key,
      new: isAdded ? key : nil, near: new.document.root, before: isAdded ? "" : name,
      after: isAdded ? name : "", "the credential '\(name)' is \(isAdded ? "new" : "gone")")
  }

  private mutating func compareScheme(_ old: Node, _ new: Node, _ unit: Int, _ name: String) {
    compareWords(.securityScheme, old, new, unit, name)
    for (keyword, aspect) in [
      ("type", "type"), ("in", "location"), ("name", "name"), ("scheme", "scheme"),
      ("openIdConnectUrl", "open-id-connect-url"), ("flow", "flow"),
      ("oauth2MetadataUrl", "metadata-url"),
    ] {
      compareWord(.securityScheme, keyword, aspect, old, new, unit, name)
    }
    let (olds, news) = (Self.flows(old), Self.flows(new))
    for flow in Set(olds.keys).union(news.keys).sorted() {
      switch (olds[flow], news[flow]) {
      case (let left?, let right?): compareFlow(left.value, right.value, unit, name)
      case (let left?, nil):
        add(
          Rule(.securityScheme, "flow", .removed), Effects(.withdrawn), unit, old: left.key,
          near: new, before: flow, "\(name) has no flow '\(flow)' any more")
      case (nil, let right?):
        add(
          Rule(.securityScheme, "flow", .added), Effects(.extended), unit, new: right.key,
          after: flow, "\(name) has the new flow '\(flow)'")
      case (nil, nil): break
      }
    }
  }

  /// The flows by name; in Swagger 2.0 the credential is its only flow.
  private static func flows(_ scheme: Node) -> [String: Fact] {
    if let flow = scheme.fact("flow") {
      return [flow.value.string ?? "": Fact(key: flow.key, value: scheme)]
    }
    let entries = scheme["flows"].map { Array($0.entries) } ?? []
    return Dictionary(
      entries.map { ($0.key.string ?? "", Fact(key: $0.key, value: $0.value)) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func compareFlow(_ old: Node, _ new: Node, _ unit: Int, _ name: String) {
    for (keyword, aspect) in [
      ("authorizationUrl", "authorization-url"), ("tokenUrl", "token-url"),
      ("refreshUrl", "refresh-url"), ("deviceAuthorizationUrl", "device-url"),
    ] {
      compareWord(.securityScheme, keyword, aspect, old, new, unit, name)
    }
    let olds = old["scopes"].map { Array($0.entries) } ?? []
    let news = new["scopes"].map { Array($0.entries) } ?? []
    for (key, value) in olds {
      let scope = key.string ?? ""
      guard let other = new["scopes"]?[scope] else {
        add(
          Rule(.securityScheme, "scope", .removed), Effects(.withdrawn), unit, old: key, near: new,
          before: scope, "\(name) has no scope '\(scope)' any more")
        continue
      }
      guard other.string != value.string else { continue }
      add(
        Rule(.securityScheme, "scope", .changed), Effects(.annotation), unit, old: key,
        new: new["scopes"]?.fact(scope)?.key, before: value.brief, after: other.brief,
        "\(name) says otherwise what the scope '\(scope)' is for")
    }
    for (key, _) in news where old["scopes"]?[key.string ?? ""] == nil {
      add(
        Rule(.securityScheme, "scope", .added), Effects(.extended), unit, new: key,
        after: key.string ?? "", "\(name) has the new scope '\(key.string ?? "")'")
    }
  }

  private mutating func compareWord(
    _ position: Rule.Position, _ keyword: String, _ aspect: String, _ old: Node, _ new: Node,
    _ unit: Int, _ name: String
  ) {
    let (left, right) = (old.fact(keyword), new.fact(keyword))
    guard left?.value.string?.lowercased() != right?.value.string?.lowercased() else { return }
    add(
      Rule(position, aspect, left == nil ? .added : right == nil ? .removed : .changed),
      Effects(.incomparable), unit, old: left?.key, new: right?.key, near: new,
      before: left?.value.brief ?? "", after: right?.value.brief ?? "",
      "\(name) has \(keyword) \(right?.value.brief ?? "left out") instead of \(left?.value.brief ?? "nothing")"
    )
  }
}
