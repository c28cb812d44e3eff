import Diagnostics

/// One thing that a description must get right beyond its structure.
public struct Rule: Sendable {
  /// Whom the findings of a rule are for.
  public enum Scope: Sendable {
    /// Also those who only want to generate.
    case everyone
    /// Those who check a description.
    case linting
    /// Those who ask for style too.
    case style
  }

  /// The stable name, also the id of what it reports.
  public let id: String
  /// How bad a finding is.
  public let severity: Diagnostic.Severity
  /// What it asks for, in a sentence.
  public let summary: String
  /// Whether the specification asks for it; then a finding is an error to one who checks the
  /// description itself, however well the generator gets along.
  public var isViolation = false
  /// Who wants to know.
  public var scope = Scope.everyone
  let check: @Sendable (ValidationContext, inout Findings) -> Void

  /// Every rule, in the order they are checked.
  public static let all = basic + lawful + careful + stylish

  /// The ids that only those who check a description hear of: generating goes on whatever they say.
  public static let lintIDs = Set(all.filter { $0.scope != .everyone }.map(\.id))

  /// What bears upon the generated code.
  private static let basic: [Rule] = [
    duplicateOperationID, undeclaredPathParameter, unusedPathParameter, optionalPathParameter,
    duplicateParameter, ambiguousPaths, pathWithoutSlash, unresolvedMapping,
    unknownRequiredProperty, unknownType, arrayWithoutItems, duplicateEnumValue, mismatchedValue,
    invalidPattern, unknownSecurityScheme, undeclaredServerVariable, unknownDialect,
    uncheckedAlternatives,
    uncheckedLimit, uncheckedRequired,
  ]

  /// What the specification asks for besides.
  private static let lawful: [Rule] = [
    mistypedText, malformedAddress, duplicateRequired, duplicateTag, tagHierarchy, serverVariable,
    unbalancedBraces, exampleConflict, parameterForm, parameterStyle, emptyResponses, statusKey,
    componentName, securitySchemeFields, schemaLimit, emptyEnum, emptyComposition,
    invalidDefault, invalidExample, referenceKind, emptyText,
    constantOutsideEnum, contradictoryTypes, pathWithQuery,
  ]

  /// What is allowed and hardly meant.
  private static let careful: [Rule] = [
    unnamed, unusedServerVariable, httpScheme, emptyRange, bodyOfRead, noSuccess, contentOfNothing,
    ignoredHeader, readAndWriteOnly, nullableWithoutType, nullableEnum, misplacedKeyword,
    misplacedFormat, idleDiscriminator, optionalDiscriminator, mediaTypeName, unknownEncoding,
    endlessValue, alikeAlternatives, nestedParameter, implicitStyle, mixedParameter, emptyValue,
    undecodedContent, missingType, mixedBounds, closedParts, undefinedStyle, emptyContent,
    formWithoutProperties, openItems, unreadPattern, foreignPattern, contradictoryFormats,
    foreignMapping,
    undeclaredScope,
  ]

  /// What some like to have.
  private static let stylish: [Rule] = [
    unusedComponent, undeclaredTag, trailingSlash, missingOperationID, undocumented,
    requiredDefault, overlappingPaths, unquotedStatus, unknownFormat,
  ]
}

/// Checks everything about a document that its structure alone does not show.
public func validate(
  _ document: Document, for scopes: Set<Rule.Scope> = [.everyone]
) -> DiagnosticList {
  let context = ValidationContext(document, isLinting: scopes.contains(.linting))
  var diagnostics = DiagnosticList()
  for rule in Rule.all where scopes.contains(rule.scope) {
    var findings = Findings(rule: rule)
    rule.check(context, &findings)
    diagnostics.add(findings.list)
  }
  return diagnostics
}
