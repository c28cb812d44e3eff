import OpenAPI
import YAML

extension Comparison {
  mutating func compareParameterLists(_ pair: EndpointPair) {
    var olds = old.parameters(of: pair.old)
    var news = new.parameters(of: pair.new)
    // A path parameter is known by its place in the path.
    let names =
      pair.old.path == pair.new.path
      ? [:]
      : Dictionary(
        zip(pair.old.placeholders, pair.new.placeholders), uniquingKeysWith: { first, _ in first })
    take(&olds, &news, pair) { old, new in
      guard old.location == "path", new.location == "path", let name = old.name else {
        return false
      }
      return (names[name] ?? name) == new.name
    }
    let (left, right) = (old, new)
    take(&olds, &news, pair) { left.identity($0) == right.identity($1) }
    noteMoved(&olds, &news, pair)
    noteRenamed(&olds, &news, pair)
    for parameter in olds { noteRemoved(parameter, pair) }
    for parameter in news { noteAdded(parameter, pair) }
  }

  private mutating func take(
    _ olds: inout [ParameterObject], _ news: inout [ParameterObject], _ pair: EndpointPair,
    _ isSame: (ParameterObject, ParameterObject) -> Bool
  ) {
    var rest: [ParameterObject] = []
    for parameter in olds {
      guard let index = news.firstIndex(where: { isSame(parameter, $0) }) else {
        rest.append(parameter)
        continue
      }
      let other = news.remove(at: index)
      relate(
        Pair(kind: .parameter, old: [parameter.node], new: [other.node]), from: pair.sending)
    }
    olds = rest
  }

  private mutating func noteMoved(
    _ olds: inout [ParameterObject], _ news: inout [ParameterObject], _ pair: EndpointPair
  ) {
    for parameter in olds {
      guard let index = news.firstIndex(where: { $0.name == parameter.name }) else { continue }
      let other = news.remove(at: index)
      olds.removeAll { $0 == parameter }
      let (old, new) = (parameter.node.fact("in"), other.node.fact("in"))
      add(
        Rule(.parameter, "location", .changed), Effects(.withdrawn), pair.sending, old: old?.key,
        new: new?.key, before: parameter.location ?? "", after: other.location ?? "",
        "parameter '\(parameter.name ?? "")' goes into the \(other.location ?? "") now, not into the \(parameter.location ?? "")"
      )
    }
  }

  /// One gone and one come at the same place with the same schema: a new name.
  private mutating func noteRenamed(
    _ olds: inout [ParameterObject], _ news: inout [ParameterObject], _ pair: EndpointPair
  ) {
    for parameter in olds {
      let found = news.indices.filter { news[$0].location == parameter.location }
      let peers = olds.filter { $0.location == parameter.location }
      guard found.count == 1, peers.count == 1, let index = found.first,
        let left = parameter.schema, let right = news[index].schema,
        isEquivalent([left.node], [right.node])
      else { continue }
      let other = news.remove(at: index)
      olds.removeAll { $0 == parameter }
      add(
        Rule(.parameter, "name", .changed), Effects(.withdrawn), pair.sending,
        old: parameter.node.fact("name")?.key, new: other.node.fact("name")?.key,
        before: parameter.name ?? "", after: other.name ?? "",
        "\(parameter.location ?? "") parameter '\(parameter.name ?? "")' is called '\(other.name ?? "")' now"
      )
    }
  }

  private mutating func noteRemoved(_ parameter: ParameterObject, _ pair: EndpointPair) {
    let isRequired = parameter.isRequired || parameter.location == "path"
    add(
      Rule(.operation, isRequired ? "required-parameter" : "optional-parameter", .removed),
      Effects(parameter.location == "path" ? .withdrawn : .behaviour), pair.sending,
      old: parameter.node, near: pair.new.key, before: old.identity(parameter),
      "\(parameter.location ?? "") parameter '\(parameter.name ?? "")' is gone")
  }

  private mutating func noteAdded(_ parameter: ParameterObject, _ pair: EndpointPair) {
    let isRequired = parameter.isRequired || parameter.location == "path"
    add(
      Rule(.operation, isRequired ? "required-parameter" : "optional-parameter", .added),
      Effects(isRequired ? .narrowed : .extended), pair.sending, new: parameter.node,
      after: new.identity(parameter),
      "\(parameter.location ?? "") parameter '\(parameter.name ?? "")' is new\(isRequired ? " and required" : "")"
    )
  }

  mutating func compareParameters(_ old: ParameterObject, _ new: ParameterObject, _ unit: Int) {
    let name = "\(new.location ?? "") parameter '\(new.name ?? "")'"
    if new.location != "path" {
      compareRequired(
        .parameter, old.node, new.node, unit, name, Effects(.narrowed), Effects(.widened))
    }
    compareSerialization(.parameter, old, new, unit, name)
    for (keyword, aspect) in [
      ("allowReserved", "allow-reserved"), ("allowEmptyValue", "allow-empty-value"),
    ] {
      compareFlag(.parameter, keyword, aspect, old.node, new.node, unit, name)
    }
    compareSunset(.parameter, old.node, new.node, unit, name)
    compareWords(.parameter, old.node, new.node, unit, name)
    compareValue(old, new, unit, name, .parameter)
  }

  mutating func compareHeaders(_ old: ParameterObject, _ new: ParameterObject, _ unit: Int) {
    let name = self.new.subject(new.node["schema"] ?? new.node)
    compareRequired(.header, old.node, new.node, unit, name, Effects(.narrowed), Effects(.widened))
    compareSerialization(.header, old, new, unit, name)
    compareSunset(.header, old.node, new.node, unit, name)
    compareWords(.header, old.node, new.node, unit, name)
    compareValue(old, new, unit, name, .header)
  }

  mutating func compareRequired(
    _ position: Rule.Position, _ old: Node, _ new: Node, _ unit: Int, _ name: String,
    _ set: Effects, _ unset: Effects
  ) {
    let (before, after) = (old["required"]?.bool == true, new["required"]?.bool == true)
    guard before != after else { return }
    add(
      Rule(position, "required", after ? .added : .removed), after ? set : unset, unit,
      old: old.fact("required")?.key, new: new.fact("required")?.key, near: new,
      before: "\(before)", after: "\(after)",
      "\(name) \(after ? "is required now" : "may be left out now")")
  }

  private mutating func compareFlag(
    _ position: Rule.Position, _ keyword: String, _ aspect: String, _ old: Node, _ new: Node,
    _ unit: Int, _ name: String
  ) {
    let (before, after) = (old[keyword]?.bool == true, new[keyword]?.bool == true)
    guard before != after else { return }
    let isSerialization = keyword == "allowReserved"
    add(
      Rule(position, aspect, after ? .added : .removed),
      Effects(isSerialization ? .incomparable : after ? .widened : .narrowed), unit,
      old: old.fact(keyword)?.key, new: new.fact(keyword)?.key, near: new, before: "\(before)",
      after: "\(after)", "\(name) has '\(keyword)' \(after) instead of \(before)")
  }

  /// Compares how lists and objects are written; what is left out means what the place has.
  private mutating func compareSerialization(
    _ position: Rule.Position, _ old: ParameterObject, _ new: ParameterObject, _ unit: Int,
    _ name: String
  ) {
    let (before, after) = (Self.style(old), Self.style(new))
    if before.style != after.style {
      add(
        Rule(position, "style", .changed), Effects(.incomparable), unit,
        old: old.node.fact("style")?.key, new: new.node.fact("style")?.key, near: new.node,
        before: before.style, after: after.style,
        "\(name) has style \(after.style) instead of \(before.style)")
    } else if before.explode != after.explode,
      isCompound(old, self.old) || isCompound(new, self.new)
    {
      add(
        Rule(position, "explode", .changed), Effects(.incomparable), unit,
        old: old.node.fact("explode")?.key, new: new.node.fact("explode")?.key, near: new.node,
        before: "\(before.explode)", after: "\(after.explode)",
        "\(name) has explode \(after.explode) instead of \(before.explode)")
    }
  }

  private static func style(_ parameter: ParameterObject) -> (style: String, explode: Bool) {
    if let format = parameter.collectionFormat { return (format, format == "multi") }
    let isForm = parameter.location == "query" || parameter.location == "cookie"
    let style = parameter.style ?? (isForm ? "form" : "simple")
    return (style, parameter.explode ?? (style == "form"))
  }

  /// Whether a value may be a list or an object, so that it matters how these are written.
  private func isCompound(_ parameter: ParameterObject, _ side: Side) -> Bool {
    guard let schema = parameter.schema else { return false }
    let shape = ShapeBuilder.shape(of: [schema.node], on: side)
    return shape.allows("array") || shape.allows("object")
  }

  private mutating func compareValue(
    _ old: ParameterObject, _ new: ParameterObject, _ unit: Int, _ name: String,
    _ position: Rule.Position
  ) {
    let left = old.schema?.node ?? (self.old.isSwagger ? old.node : nil)
    let right = new.schema?.node ?? (self.new.isSwagger ? new.node : nil)
    if old.content.isEmpty != new.content.isEmpty {
      add(
        Rule(position, "content", old.content.isEmpty ? .added : .removed), Effects(.incomparable),
        unit, old: old.node.fact("content")?.key ?? old.node.fact("schema")?.key,
        new: new.node.fact("content")?.key ?? new.node.fact("schema")?.key, near: new.node,
        before: old.content.isEmpty ? "schema" : "content",
        after: new.content.isEmpty ? "schema" : "content",
        "\(name) is written as \(new.content.isEmpty ? "a style says" : "a document of a media type") now"
      )
    } else if !new.content.isEmpty {
      compareContent(old.node, new.node, unit, position, name)
    } else if let left, let right {
      relateSchemas([left], [right], from: unit)
    } else if left != nil || right != nil {
      add(
        Rule(position, "schema", left == nil ? .added : .removed),
        Effects(left == nil ? .narrowed : .widened), unit, old: old.node.fact("schema")?.key,
        new: new.node.fact("schema")?.key, near: new.node, before: left == nil ? "" : "schema",
        after: right == nil ? "" : "schema",
        "\(name) \(left == nil ? "has a schema now" : "has no schema any more")")
    }
  }
}
