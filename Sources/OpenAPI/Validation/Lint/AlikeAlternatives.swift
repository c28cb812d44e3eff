import Diagnostics
import YAML

extension Rule {
  static let alikeAlternatives = Rule(
    id: "alike-alternatives", severity: .warning,
    summary: "the alternatives of 'oneOf' can be told apart", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let choice = schema.entry("oneOf"), schema["discriminator"] == nil else { continue }
      let members = choice.value.elements.prefix(50).map { $0 }
      for (index, member) in members.enumerated() {
        let earlier = members.prefix(index).firstIndex {
          areAlike(context.target($0), context.target(member), context)
        }
        guard let earlier else { continue }
        findings.add(
          "what fits this alternative may fit number \(earlier + 1) as well, and is read as that one",
          at: member.range.firstPoint,
          help: "add a discriminator, or require a property that the other one does not have")
      }
    }
  }

  /// Whether two objects ask for the same properties, none of which has other values in the other one.
  private static func areAlike(_ left: Node, _ right: Node, _ context: ValidationContext) -> Bool {
    let (a, b) = (SchemaObject(left), SchemaObject(right))
    guard left != right, isPlain(a), isPlain(b), Set(a.required) == Set(b.required) else {
      return false
    }
    let others = Dictionary(
      b.properties.map { ($0.key.string ?? "", $0.value) }, uniquingKeysWith: { first, _ in first })
    return !a.properties.contains { key, value in
      guard a.required.contains(key.string ?? ""), let other = others[key.string ?? ""] else {
        return false
      }
      return differ(
        SchemaObject(context.target(value.node)), SchemaObject(context.target(other.node)))
    }
  }

  /// Whether its properties are all that there is to it.
  private static func isPlain(_ schema: SchemaObject) -> Bool {
    schema.hasProperties && !schema.hasAllOf && !schema.hasAlternatives
      && ["additionalProperties", "not", "if", "minProperties"].allSatisfy {
        schema.node[$0] == nil
      }
  }

  /// Whether values of the one are surely none of the other.
  private static func differ(_ left: SchemaObject, _ right: SchemaObject) -> Bool {
    if let a = left.plainType, let b = right.plainType, a != b { return true }
    let (a, b) = (values(left), values(right))
    if !a.isEmpty, !b.isEmpty { return a.isDisjoint(with: b) }
    // What else may differ in them is not looked at.
    return !left.node.entries.allSatisfy {
      ["type", "description", "title"].contains($0.key.string)
    }
      || left.plainType == "object"
  }

  private static func values(_ schema: SchemaObject) -> Set<String> {
    Set((schema.enumeration + [schema.constant].compactMap { $0 }).map { $0.string ?? "" })
  }
}
