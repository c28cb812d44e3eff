import Mustache
import SwiftPlan

let typeShape = Shape<TypePlan>(
  "type",
  [
    "name": { .string($0.name) }, "path": { .string($0.path) },
    "documentation": { .strings($0.documentation) }, "isDeprecated": { .bool($0.isDeprecated) },
    "record": { if case .record(let plan) = $0.form { record(plan) } else { .null } },
    "enumeration": {
      if case .enumeration(let plan) = $0.form { enumerationShape.value(plan) } else { .null }
    },
    "choice": { if case .choice(let plan) = $0.form { choiceShape.value(plan) } else { .null } },
    "alias": { if case .alias(let target) = $0.form { .string(target) } else { .null } },
    "aliases": { .objects($0.nested.filter(\.isAlias), typeShape) },
    "hasAliases": { .bool($0.nested.contains(where: \.isAlias)) },
    "nested": { .objects($0.nested.filter { !$0.isAlias }, typeShape) },
  ])

/// A record with its properties as templates see them: they are gone through five times.
private struct RecordContext: Sendable {
  var plan: RecordPlan
  var properties: List
}

private func record(_ plan: RecordPlan) -> Value {
  recordShape.value(
    RecordContext(plan: plan, properties: List(plan.properties.map(propertyShape.value))))
}

private let recordShape = Shape<RecordContext>(
  nil,
  [
    "properties": { .items($0.properties) },
    "parameters": { .objects($0.plan.parameters, parameterShape) },
    "isWide": { .bool(!$0.plan.parameterLines.isEmpty) },
    "parameterLines": { .strings($0.plan.parameterLines) },
    "assignments": { .strings($0.plan.assignments) }, "isShort": { .bool($0.plan.isShort) },
    "additional": { $0.plan.additional.map(additionalShape.value) ?? .null },
    "isEmpty": { .bool($0.plan.properties.isEmpty && $0.plan.additional == nil) },
    "shortTable": { .text($0.plan.shortTable) },
    "isLong": {
      .bool(
        $0.plan.shortTable == nil && !($0.plan.properties.isEmpty && $0.plan.additional == nil))
    },
    "isHashable": { .bool($0.plan.isHashable) },
    "conformances": { .string($0.plan.conformances) },
  ])

private let propertyShape = Shape<PropertyPlan>(
  "property",
  [
    "name": { .string($0.name) }, "storage": { .string($0.storage) },
    "keyPath": { .string($0.keyPath) }, "type": { .string($0.type) },
    "key": { .string($0.key) }, "coding": { .string($0.coding) },
    "limits": { .string($0.limits) },
    "isBoxed": { .bool($0.isBoxed) }, "documentation": { .strings($0.documentation) },
    "isDeprecated": { .bool($0.isDeprecated) }, "wire": { .string($0.wire) },
    "wireKey": { .string(String(Substring($0.key.utf8.dropFirst().dropLast()))) },
  ])

private let additionalShape = Shape<AdditionalPlan>(
  nil,
  [
    "name": { .string($0.name) }, "type": { .string($0.type) },
    "limits": { .string($0.limits) },
  ])

private let enumerationShape = Shape<EnumerationPlan>(
  nil,
  [
    "rawType": { .string($0.rawType) }, "conformance": { .string($0.conformance) },
    "members": { .objects($0.members, memberShape) },
    "declarations": { .objects($0.declarations, declarationShape) },
    "allKnown": { .strings($0.allKnown) }, "isWide": { .bool($0.isWide) },
  ])

private let declarationShape = Shape<DeclarationPlan>(
  nil, ["documentation": { .strings($0.documentation) }, "names": { .string($0.names) }])

private let memberShape = Shape<EnumerationPlan.Member>(
  nil,
  [
    "name": { .string($0.name) }, "value": { .string($0.value) },
    "documentation": { .strings($0.documentation) },
  ])

private let choiceShape = Shape<ChoicePlan>(
  nil,
  [
    "isIndirect": { .bool($0.isIndirect) }, "isMany": { .bool($0.isMany) },
    "conformances": { .string($0.conformances) },
    "cases": { .objects($0.cases, caseShape) }, "tag": { .text($0.tag) },
    "declarations": { .objects($0.declarations, declarationShape) },
    "fallback": { .text($0.fallback) },
    "prefix": { .text($0.prefix) }, "isByShape": { .bool($0.tag == nil && $0.prefix == nil) },
    "groups": { .objects($0.groups, groupShape) }, "isChecked": { .bool(!$0.checked.isEmpty) },
    "checked": { .strings($0.checked) },
    "literalConformances": { .text($0.literalConformances) },
    "literals": { .objects($0.literals, literalShape) },
  ])

private let literalShape = Shape<ChoicePlan.LiteralCase>(
  nil,
  [
    "label": { .string($0.label) }, "name": { .string($0.name) }, "type": { .string($0.type) },
  ])

private let caseShape = Shape<ChoicePlan.Case>(
  nil,
  [
    "name": { .string($0.name) }, "type": { .string($0.type) },
    "documentation": { .strings($0.documentation) }, "tags": { .text($0.tags) },
    "writtenTag": { .text($0.writtenTag) }, "keys": { .string($0.keys) },
  ])

private let groupShape = Shape<ChoicePlan.Group>(
  nil,
  [
    "kinds": { .string($0.kinds) }, "cases": { .objects($0.cases, caseShape) },
    "single": { $0.isCertain ? caseShape.value($0.cases[0]) : .null },
    "isObjects": { .bool($0.isObjects) }, "open": { .text($0.open) },
    "attempted": { .text($0.attempted) }, "hasFallback": { .bool($0.hasFallback) },
    "isTried": { .bool(!$0.isCertain && !$0.isObjects) },
  ])
