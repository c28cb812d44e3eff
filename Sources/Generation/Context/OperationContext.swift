import Mustache
import SwiftPlan

func operation(_ plan: OperationPlan) -> Value {
  var object: Object = [
    "name": .string(plan.name), "id": .string(plan.id),
    "documentation": .strings(plan.documentation), "isDeprecated": .bool(plan.isDeprecated),
    "method": .string(plan.method), "path": .string(plan.path), "route": .string(plan.route),
    "parameters": parameters(plan.parameters), "isWide": .bool(plan.isWide),
    "isBuilt": .bool(plan.isBuilt), "security": .text(plan.security),
    "server": .text(plan.server), "accept": .text(plan.accept),
    "idempotency": .text(plan.idempotency),
    "steps": .list(plan.steps.map(step)), "reader": .string(plan.reader),
    "result": .text(plan.result), "outcomes": outcomes(plan) ?? .null,
  ]
  object.kind = "operation"
  return .object(object)
}

func parameters(_ plans: [ParameterPlan]) -> Value {
  .list(plans.map { ["declaration": .string($0.declaration), "name": .string($0.name)] })
}

func outcomes(_ plan: OperationPlan) -> Value? {
  guard let outcomes = plan.outcomes else { return nil }
  return [
    "name": .string(outcomes.name), "operation": .string(plan.name),
    "cases": .list(
      outcomes.cases.map { outcome in
        [
          "name": .string(outcome.name), "type": .text(outcome.type),
          "status": .string(outcome.status), "reading": .string(outcome.reading),
        ]
      }),
  ]
}

/// The outcomes whose type stands beside the method.
func declaredOutcomes(_ plan: OperationPlan) -> Value? {
  plan.outcomes?.isDeclared == true ? outcomes(plan) : nil
}

private func step(_ plan: OperationPlan.Step) -> Value {
  [
    "verb": .string(plan.verb), "arguments": .string(plan.arguments),
    "hasItems": .bool(!plan.items.isEmpty), "items": .strings(plan.items),
    "suffix": .string(plan.suffix),
  ]
}
