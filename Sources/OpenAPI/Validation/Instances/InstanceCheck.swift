import Foundation
import YAML

/// Which side of a call a value stands on: what only the other side may write is not asked for.
enum Side: Sendable {
  case request, response, either
}

/// Whether a value that stands in a description fits a schema; the first thing wrong is said.
struct InstanceCheck {
  /// What is wrong, and with which part of the value.
  struct Fault {
    var message: String
    var node: Node
  }

  let document: Document
  let side: Side
  /// How many schemas may still be looked at: schemas that name each other can make a thicket of
  /// any size.
  private var steps = 20_000

  init(_ document: Document, _ side: Side = .either) {
    self.document = document
    self.side = side
  }

  /// The first fault of a value; `nil` also where a schema says more than is checked here.
  mutating func fault(_ value: Node, _ schema: Node, depth: Int = 0) -> Fault? {
    guard depth < 64, steps > 0 else { return nil }
    steps -= 1
    if let boolean = schema.bool, schema.kind == .scalar {
      return boolean ? nil : Fault(message: "nothing is allowed here", node: value)
    }
    guard schema.kind == .mapping else { return nil }
    if schema["$ref"] != nil {
      guard let target = document.resolve(schema)?.node, target != schema else { return nil }
      if let fault = fault(value, target, depth: depth + 1) { return fault }
      if document.version.release < .v3_1 { return nil }
    }
    if value.kind == .scalar, value.isNull, SchemaObject(schema).isNullable { return nil }
    let own = typeFault(value, schema) ?? listedFault(value, schema) ?? limitFault(value, schema)
    if let own { return own }
    if let inner = contentFault(value, schema, depth) { return inner }
    return compositionFault(value, schema, depth)
  }

  private func typeFault(_ value: Node, _ schema: Node) -> Fault? {
    let types = SchemaObject(schema).types
    guard !types.isEmpty, !types.contains(where: value.isInstance(of:)) else { return nil }
    let names = types.joined(separator: " or ")
    return Fault(message: "it is \(value.shapeName), and 'type' says \(names)", node: value)
  }

  private func listedFault(_ value: Node, _ schema: Node) -> Fault? {
    if let values = schema["enum"], values.kind == .sequence,
      !values.elements.contains(where: { $0.isSameValue(as: value) })
    {
      return Fault(message: "it is not one of the values of 'enum'", node: value)
    }
    if let only = schema["const"], !only.isSameValue(as: value) {
      return Fault(message: "it is not the value of 'const'", node: value)
    }
    return nil
  }

  private mutating func compositionFault(_ value: Node, _ schema: Node, _ depth: Int) -> Fault? {
    for part in schema["allOf"]?.elements.map({ $0 }) ?? [] {
      if let fault = fault(value, part, depth: depth + 1) { return fault }
    }
    for key in ["anyOf", "oneOf"] {
      guard let parts = schema[key]?.elements.map({ $0 }), !parts.isEmpty else { continue }
      var faults: [Fault] = []
      for part in parts { fault(value, part, depth: depth + 1).map { faults.append($0) } }
      if faults.count == parts.count {
        // With one alternative its own fault says more.
        return parts.count == 1
          ? faults[0] : Fault(message: "it fits no member of '\(key)'", node: value)
      }
    }
    if let not = schema["not"], fault(value, not, depth: depth + 1) == nil {
      return Fault(message: "it fits the schema under 'not'", node: value)
    }
    return nil
  }
}

extension Node {
  /// Whether a value is of a type of JSON Schema.
  func isInstance(of type: String) -> Bool {
    switch type {
    case "string", "file": if case .string = scalar { true } else { false }
    case "integer": number.map { $0 == $0.rounded() } ?? false
    case "number": number != nil
    case "boolean": kind == .scalar && bool != nil
    case "array": kind == .sequence
    case "object": kind == .mapping
    case "null": kind == .scalar && isNull
    default: true
    }
  }
}
