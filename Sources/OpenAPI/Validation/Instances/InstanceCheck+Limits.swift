import Foundation
import YAML

/// Limits of scalars, lists and objects.
extension InstanceCheck {
  func limitFault(_ value: Node, _ schema: Node) -> Fault? {
    if let number = value.number { return numberFault(number, value, schema) }
    if case .string(let text) = value.scalar { return textFault(text, value, schema) }
    let (count, low, high) =
      switch value.kind {
      case .sequence: (Array(value.elements).count, "minItems", "maxItems")
      case .mapping: (Array(value.entries).count, "minProperties", "maxProperties")
      case .scalar: (0, "", "")
      }
    return countFault(count, low, high, value, schema)
  }

  private func numberFault(_ number: Double, _ value: Node, _ schema: Node) -> Fault? {
    let least = schema["minimum"]?.number
    let most = schema["maximum"]?.number
    if let least, number < least || (number == least && schema["exclusiveMinimum"]?.bool == true) {
      return Fault(message: "it is less than 'minimum' allows", node: value)
    }
    if let most, number > most || (number == most && schema["exclusiveMaximum"]?.bool == true) {
      return Fault(message: "it is more than 'maximum' allows", node: value)
    }
    if let least = schema["exclusiveMinimum"]?.number, number <= least {
      return Fault(message: "it is no more than 'exclusiveMinimum'", node: value)
    }
    if let most = schema["exclusiveMaximum"]?.number, number >= most {
      return Fault(message: "it is no less than 'exclusiveMaximum'", node: value)
    }
    return nil
  }

  private func textFault(_ text: String, _ value: Node, _ schema: Node) -> Fault? {
    if let fault = countFault(
      text.unicodeScalars.count, "minLength", "maxLength", value, schema)
    {
      return fault
    }
    guard let pattern = schema["pattern"]?.string,
      let expression = try? NSRegularExpression(pattern: pattern),
      expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) == nil
    else { return nil }
    return Fault(message: "it does not match '\(pattern)'", node: value)
  }

  private func countFault(
    _ count: Int, _ low: String, _ high: String, _ value: Node, _ schema: Node
  ) -> Fault? {
    if let least = schema[low]?.number, Double(count) < least {
      return Fault(message: "it has \(count), fewer than '\(low)' asks for", node: value)
    }
    if let most = schema[high]?.number, Double(count) > most {
      return Fault(message: "it has \(count), more than '\(high)' allows", node: value)
    }
    return nil
  }

  mutating func contentFault(_ value: Node, _ schema: Node, _ depth: Int) -> Fault? {
    switch value.kind {
    case .scalar: nil
    case .sequence: itemFault(value, schema, depth)
    case .mapping:
      if let fault = requiredFault(value, schema) {
        fault
      } else {
        propertyFault(value, schema, depth)
      }
    }
  }

  private mutating func itemFault(_ value: Node, _ schema: Node, _ depth: Int) -> Fault? {
    let first = schema["prefixItems"]?.elements.map { $0 } ?? []
    let items = schema["items"]
    for (index, element) in value.elements.enumerated() {
      guard let schema = index < first.count ? first[index] : items else { continue }
      if let fault = fault(element, schema, depth: depth + 1) { return fault }
    }
    return nil
  }

  private func requiredFault(_ value: Node, _ schema: Node) -> Fault? {
    guard let required = schema["required"], required.kind == .sequence else { return nil }
    for name in required.elements.compactMap(\.string) where value[name] == nil {
      if let property = schema["properties"]?[name], isOthers(property) { continue }
      return Fault(message: "the required property '\(name)' is missing", node: value)
    }
    return nil
  }

  private mutating func propertyFault(_ value: Node, _ schema: Node, _ depth: Int) -> Fault? {
    let properties = schema["properties"]
    let isComposed = ["allOf", "anyOf", "oneOf", "patternProperties"].contains { schema[$0] != nil }
    for (key, element) in value.entries {
      if let property = properties?[key.string ?? ""] {
        if isOthers(property), side != .either {
          return Fault(
            message: "'\(key.string ?? "")' is written by the other side only", node: element)
        }
        if let fault = fault(element, property, depth: depth + 1) { return fault }
      } else if let rest = schema["additionalProperties"] {
        if rest.bool == false, isComposed { continue }
        if rest.kind == .scalar, rest.bool == false {
          return Fault(message: "there is no property '\(key.string ?? "")'", node: key)
        }
        if let fault = fault(element, rest, depth: depth + 1) { return fault }
      }
    }
    return nil
  }

  /// Whether a property is one that only the other side writes.
  private func isOthers(_ property: Node) -> Bool {
    let schema = SchemaObject(document.resolve(property)?.node ?? property)
    return switch side {
    case .request: schema.isReadOnly
    case .response: schema.isWriteOnly
    case .either: schema.isReadOnly || schema.isWriteOnly
    }
  }
}
