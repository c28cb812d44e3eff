import Mustache
import SwiftPlan

let operationShape = Shape<OperationPlan>(
  "operation",
  [
    "name": { .string($0.name) }, "id": { .string($0.id) },
    "documentation": { .strings($0.documentation) }, "isDeprecated": { .bool($0.isDeprecated) },
    "method": { .string($0.method) }, "path": { .string($0.path) }, "route": { .string($0.route) },
    "parameters": { .objects($0.parameters, parameterShape) },
    "parameterLines": { .strings($0.parameterLines) },
    "isWide": { .bool(!$0.parameterLines.isEmpty) },
    "isBuilt": { .bool($0.isBuilt) }, "security": { .text($0.security) },
    "server": { .text($0.server) }, "accept": { .text($0.accept) },
    "idempotency": { .text($0.idempotency) },
    "steps": { .objects($0.steps, stepShape) }, "reader": { .string($0.reader) },
    "result": { .text($0.result) },
    "outcomes": { $0.outcomes == nil ? .null : outcomesShape.value($0) },
  ])

let parameterShape = Shape<ParameterPlan>(
  nil,
  [
    "declaration": { .string($0.declaration) }, "name": { .string($0.name) },
  ])

/// The outcomes whose types stand beside their methods.
func declaredOutcomes(_ plans: [OperationPlan]) -> Value {
  .objects(plans.filter { $0.outcomes?.isDeclared == true }, outcomesShape)
}

private let outcomesShape = Shape<OperationPlan>(
  nil,
  [
    "name": { .text($0.outcomes?.name) }, "streamed": { .text($0.outcomes?.streamed) },
    "operation": { .string($0.name) },
    "cases": { .objects($0.outcomes?.cases ?? [], outcomeShape) },
  ])

private let outcomeShape = Shape<OutcomesPlan.Case>(
  nil,
  [
    "name": { .string($0.name) }, "type": { .text($0.type) },
    "status": { .string($0.status) }, "reading": { .string($0.reading) },
    "documentation": { .strings($0.documentation) },
  ])

private let stepShape = Shape<OperationPlan.Step>(
  nil,
  [
    "verb": { .string($0.verb) }, "arguments": { .string($0.arguments) },
    "hasItems": { .bool(!$0.items.isEmpty) }, "items": { .strings($0.items) },
    "suffix": { .string($0.suffix) }, "limits": { .string($0.limits) },
  ])
