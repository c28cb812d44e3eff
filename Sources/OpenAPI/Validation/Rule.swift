import Diagnostics

/// One thing that a description must get right beyond its structure.
public struct Rule: Sendable {
  /// The stable name, also the id of what it reports.
  public let id: String
  /// How bad a finding is.
  public let severity: Diagnostic.Severity
  /// What it asks for, in a sentence.
  public let summary: String
  let check: @Sendable (ValidationContext, inout Findings) -> Void

  /// Every rule, in the order they are checked.
  public static let all: [Rule] = [
    duplicateOperationID, undeclaredPathParameter, unusedPathParameter, optionalPathParameter,
    duplicateParameter, ambiguousPaths, pathWithoutSlash, unresolvedMapping,
    unknownRequiredProperty, unknownType, arrayWithoutItems, duplicateEnumValue, mismatchedValue,
    invalidPattern, unknownSecurityScheme, undeclaredServerVariable,
  ]
}

/// Checks everything about a document that its structure alone does not show.
public func validate(_ document: Document) -> DiagnosticList {
  let context = ValidationContext(document)
  var diagnostics = DiagnosticList()
  for rule in Rule.all {
    var findings = Findings(rule: rule)
    rule.check(context, &findings)
    diagnostics.add(findings.list)
  }
  return diagnostics
}
