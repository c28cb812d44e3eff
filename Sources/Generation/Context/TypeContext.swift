import Mustache
import SwiftPlan

func type(_ plan: TypePlan) -> Value {
  var object: Object = [
    "name": .string(plan.name), "path": .string(plan.path),
    "documentation": .strings(plan.documentation), "isDeprecated": .bool(plan.isDeprecated),
    "record": .null, "enumeration": .null, "choice": .null, "alias": .null,
    "nested": .list(plan.nested.map(type)),
  ]
  object.kind = "type"
  switch plan.form {
  case .record(let record): object["record"] = recordValue(record)
  case .enumeration(let enumeration): object["enumeration"] = enumerationValue(enumeration)
  case .choice(let choice): object["choice"] = choiceValue(choice)
  case .alias(let target): object["alias"] = .string(target)
  }
  return .object(object)
}

private func recordValue(_ plan: RecordPlan) -> Value {
  [
    "properties": .list(plan.properties.map(property)),
    "parameters": parameters(plan.parameters), "isWide": .bool(plan.isWide),
    "additional": additional(plan.additional),
    "isEmpty": .bool(plan.properties.isEmpty && plan.additional == nil),
    "isChecked": .bool(!plan.checks.isEmpty),
    "checks": .list(
      plan.checks.map { ["verb": .string($0.verb), "arguments": .string($0.arguments)] }),
    "conformances": .string(plan.conformances),
  ]
}

private func property(_ plan: PropertyPlan) -> Value {
  var object: Object = [
    "name": .string(plan.name), "storage": .string(plan.storage),
    "reference": .string(plan.reference), "type": .string(plan.type), "key": .string(plan.key),
    "coding": .string(plan.coding), "isBoxed": .bool(plan.isBoxed),
    "documentation": .strings(plan.documentation), "isDeprecated": .bool(plan.isDeprecated),
    "wire": .string(plan.wire), "wireKey": .string(String(plan.key.dropFirst().dropLast())),
  ]
  object.kind = "property"
  return .object(object)
}

private func additional(_ plan: AdditionalPlan?) -> Value {
  guard let plan else { return .null }
  return [
    "name": .string(plan.name), "type": .string(plan.type), "known": .strings(plan.known),
    "isWide": .bool(plan.isWide),
  ]
}

private func enumerationValue(_ plan: EnumerationPlan) -> Value {
  [
    "rawType": .string(plan.rawType), "conformance": .string(plan.conformance),
    "members": .list(
      plan.members.map { member in
        [
          "name": .string(member.name), "value": .string(member.value),
          "documentation": .strings(member.documentation),
        ]
      }),
    "allKnown": .strings(plan.allKnown), "isWide": .bool(plan.isWide),
  ]
}

private func choiceValue(_ plan: ChoicePlan) -> Value {
  [
    "isIndirect": .bool(plan.isIndirect), "conformances": .string(plan.conformances),
    "cases": .list(plan.cases.map(choiceCase)), "tag": .text(plan.tag),
    "prefix": .text(plan.prefix), "isByShape": .bool(plan.tag == nil && plan.prefix == nil),
    "groups": .list(plan.groups.map(group)), "isChecked": .bool(!plan.checked.isEmpty),
    "checked": .strings(plan.checked),
    "literalConformances": .text(
      plan.literalConformances.isEmpty ? nil : plan.literalConformances),
    "literals": .list(plan.literals.map(literal)),
  ]
}

private func literal(_ plan: ChoicePlan.LiteralCase) -> Value {
  ["label": .string(plan.label), "name": .string(plan.name), "type": .string(plan.type)]
}

private func choiceCase(_ plan: ChoicePlan.Case) -> Value {
  [
    "name": .string(plan.name), "type": .string(plan.type),
    "documentation": .strings(plan.documentation), "tags": .text(plan.tags),
    "writtenTag": .text(plan.writtenTag), "keys": .string(plan.keys),
  ]
}

private func group(_ plan: ChoicePlan.Group) -> Value {
  let isSingle = plan.cases.count == 1
  return [
    "kinds": .string(plan.kinds), "cases": .list(plan.cases.map(choiceCase)),
    "single": isSingle ? plan.cases.first.map(choiceCase) ?? .null : .null,
    "isObjects": .bool(plan.isObjects), "isTried": .bool(!isSingle && !plan.isObjects),
  ]
}
