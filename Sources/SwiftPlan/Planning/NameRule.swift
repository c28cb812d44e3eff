import Diagnostics

/// One thing that names in a description may ask of the names in Swift, told to those who check the
/// description.
public enum NameRule: String, CaseIterable, Sendable {
  case renamedOperation = "renamed-operation"
  case collidingValues = "colliding-values"
  case renamedMember = "renamed-member"

  /// What it asks for, in a sentence.
  public var summary: String {
    switch self {
    case .renamedOperation: "an operationId can be the name of a method as it is"
    case .collidingValues: "the values of an enumeration have different names in Swift"
    case .renamedMember: "properties, values and schemas are not called as what Swift has already"
    }
  }

  /// How bad a finding is.
  var severity: Diagnostic.Severity { self == .renamedMember ? .note : .warning }
}
