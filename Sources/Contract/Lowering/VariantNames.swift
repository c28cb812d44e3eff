import OpenAPI
import YAML

/// A property that has one value, and whether that is a truth value, which names little.
private struct Constant {
  var key: String
  var value: String
  var isFlag: Bool
}

extension Lowering {
  /// Words for an alternative without a name: its title, a constant that no other alternative has,
  /// its own or that of an object in it, or a key that it must have, rather one of its own.
  func inlineName(_ alternative: SchemaObject, among all: [SchemaObject]) -> String {
    let schema = target(alternative)
    if let component = components[schema.node] { return component }
    if let title = alternative.title, !title.isEmpty { return title }
    let parts = flatParts(schema)
    let others = all.map { target($0) }.filter { $0.node != schema.node }.map { flatParts($0) }
    let constants = constants(parts)
    let telling = constants.filter { !isShared($0, others) }
    if let name = telling.first(where: { !$0.isFlag })?.value { return name }
    if let name = innerConstant(parts, others) { return name }
    let keys = parts.flatMap { $0.required } + parts.flatMap(\.properties).compactMap(\.key.string)
    if let own = keys.first(where: { key in !others.contains { hasProperty(key, $0) } }) {
      return own
    }
    if let flag = telling.first { return flag.value == "true" ? flag.key : "not \(flag.key)" }
    return constants.first?.value ?? keys.first ?? types(of: schema).first ?? "value"
  }

  private func hasProperty(_ key: String, _ parts: [SchemaObject]) -> Bool {
    parts.contains { $0.node[keyword: "properties"]?[key] != nil }
  }

  private func constants(_ parts: [SchemaObject]) -> [Constant] {
    parts.flatMap(\.properties).compactMap { key, property in
      constantText(property).map { value in
        let schema = target(property)
        let node = schema.constant ?? schema.enumeration.first
        return Constant(key: key.string ?? "", value: value, isFlag: node?.bool != nil)
      }
    }
  }

  private func isShared(_ constant: Constant, _ others: [[SchemaObject]]) -> Bool {
    others.contains { parts in
      parts.contains { part in
        part.node[keyword: "properties"]?[constant.key]
          .map { constantText(SchemaObject($0)) == constant.value } == true
      }
    }
  }

  /// A constant of an object that is a property of other alternatives too, where it differs.
  private func innerConstant(_ parts: [SchemaObject], _ others: [[SchemaObject]]) -> String? {
    for (key, property) in parts.flatMap(\.properties) {
      let name = key.string ?? ""
      let beside = others.map { other in
        other.compactMap { $0.node[keyword: "properties"]?[name] }
          .flatMap { flatParts(SchemaObject($0)) }
      }
      if beside.allSatisfy(\.isEmpty) { continue }
      let inner = constants(flatParts(property)).filter { !$0.isFlag }
      if let telling = inner.first(where: { !isShared($0, beside) }) { return telling.value }
    }
    return nil
  }

  /// The one string that a property's schema allows.
  func constantText(_ property: SchemaObject) -> String? {
    let schema = target(property)
    if let constant = schema.constant { return constant.string }
    return schema.enumeration.count == 1 ? schema.enumeration.first?.string : nil
  }
}
