/// One rule that a vendor states about its requests: what it says, and how a request is held to it.
struct Rule<Subject: Sendable>: Sendable {
  /// The id under which it is reported.
  let id: String
  /// The field that it is about.
  let field: String
  /// When it can be checked.
  let moment: RuleMoment
  /// What it says.
  let text: String
  /// Where a request breaks it.
  let violations: @Sendable (Subject) -> [Violation]

  init(
    _ id: String, _ field: String, _ text: String, at moment: RuleMoment = .request,
    violations: @escaping @Sendable (Subject) -> [Violation]
  ) {
    self.id = id
    self.field = field
    self.text = text
    self.moment = moment
    self.violations = violations
  }

  /// A rule that a request alone cannot break.
  init(_ id: String, _ field: String, _ text: String, moment: RuleMoment) {
    self.id = id
    self.field = field
    self.text = text
    self.moment = moment
    violations = { _ in [] }
  }
}

/// When a rule can be checked.
public enum RuleMoment: String, Sendable, Hashable, Codable, CaseIterable {
  /// Before sending, on the request alone.
  case request
  /// Before sending, on the bytes of its media.
  case media
  /// Only by the vendor, or only in its answer.
  case server
  /// When tasks are looked up or listed.
  case query
  /// Over all requests of an account.
  case account
  /// It says how others are to be read.
  case meaning
}

/// A rule by its id and its words.
public struct RuleDescription: Sendable, Hashable, Codable {
  /// The id under which it is reported.
  public var id: String
  /// The field that it is about.
  public var field: String
  /// When it can be checked.
  public var moment: RuleMoment
  /// What it says.
  public var text: String
}

/// One place where a request breaks a rule.
struct Violation: Sendable, Hashable {
  enum Severity: Sendable { case error, warning, contradiction }

  var severity: Severity
  var path: String
  var message: String

  /// The vendor rejects it.
  static func error(_ path: String, _ message: String) -> Violation {
    Violation(severity: .error, path: path, message: message)
  }

  /// The vendor ignores it.
  static func warning(_ path: String, _ message: String) -> Violation {
    Violation(severity: .warning, path: path, message: message)
  }

  /// The vendor's sources disagree whether it is rejected.
  static func contradiction(_ path: String, _ message: String) -> Violation {
    Violation(severity: .contradiction, path: path, message: message)
  }
}

extension [Violation] {
  /// The violation if a condition holds.
  static func error(
    _ path: String, _ message: @autoclosure () -> String, if broken: Bool
  ) -> [Violation] { broken ? [.error(path, message())] : [] }
}

extension CheckReport {
  /// Adds what a rule found.
  mutating func add(_ violations: [Violation], of rule: String, strict: Bool) {
    for violation in violations {
      let finding = Finding(rule: rule, path: violation.path, message: violation.message)
      switch violation.severity {
      case .error: errors.append(finding)
      case .contradiction where strict: errors.append(finding)
      case .warning, .contradiction: warnings.append(finding)
      }
    }
  }

  /// Holds a request to rules, in their order.
  mutating func apply<Subject>(_ rules: [Rule<Subject>], to subject: Subject, strict: Bool) {
    for rule in rules { add(rule.violations(subject), of: rule.id, strict: strict) }
  }
}

extension Rule {
  var description: RuleDescription {
    RuleDescription(id: id, field: field, moment: moment, text: text)
  }
}
