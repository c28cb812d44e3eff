import Diagnostics

extension Report {
  /// How many facts there are of each verdict: `2 breaking, 1 risky`; what was accepted counts apart.
  var summary: String { Self.summary(findings) }

  /// The same for the wire and for Swift: `on the wire 2 breaking; in Swift 1 breaking, 1 compatible`.
  var head: String {
    let open = open.findings
    if open.isEmpty { return "everything is accepted" }
    let wire = "on the wire \(Self.counts(open.map(\.wire)))"
    let seen = open.compactMap(\.swift)
    return seen.isEmpty ? wire : "\(wire); in Swift \(Self.counts(seen))"
  }

  private static func counts(_ verdicts: [Verdict]) -> String {
    Verdict.allCases.compactMap { verdict -> String? in
      let count = verdicts.count { $0 == verdict }
      return count == 0 ? nil : "\(count) \(verdict.phrase)"
    }.joined(separator: ", ")
  }

  static func summary(_ findings: some Collection<Finding>) -> String {
    let open = findings.filter { $0.acceptance == nil }
    var parts = open.isEmpty ? [] : [counts(open.map(\.worst))]
    if open.count < findings.count { parts.append("\(findings.count - open.count) accepted") }
    return parts.isEmpty ? "no changes" : parts.joined(separator: ", ")
  }

  /// What the change makes of a version that follows Semantic Versioning.
  var release: String {
    if findings.isEmpty { return "no release needed" }
    return switch max(wire, swift ?? .none) {
    case .breaking: "a major version"
    case .risky, .compatible: "a minor version"
    case .docs, .none: "a patch"
    }
  }
}

extension Verdict {
  /// The verdict in a count.
  fileprivate var phrase: String { self == .none ? "without effect" : rawValue }
}

extension Finding {
  /// The first few operations that feel it; `nil` when none does.
  var users: String? {
    guard !operations.isEmpty else { return nil }
    let shown = operations.prefix(5).joined(separator: ", ")
    let rest = operations.count - 5
    return "\(shown)\(rest > 0 ? " and \(rest) more" : "")"
  }

  /// The first few Swift names that it touches; `nil` for none.
  var names: String? {
    guard !symbols.isEmpty else { return nil }
    let rest = symbols.count - 5
    return symbols.prefix(5).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// Where the new description can show it, also when it is gone from there.
  var surviving: SourceRange? { new ?? nearest }

  /// Both verdicts in a word, or in two where they part.
  var verdicts: String {
    guard let swift, swift != wire else { return wire.rawValue }
    if wire == .none { return "in Swift \(swift.rawValue)" }
    return "\(wire.rawValue), in Swift \(swift.rawValue)"
  }

  /// The message with what else is to be known, a line each.
  var lines: [String] {
    var lines = [message]
    if let users { lines.append("in \(users)") }
    if let names { lines.append("in Swift \(names)") }
    if let witness { lines.append("no longer compiles: \(witness)") }
    if let acceptance { lines.append("accepted: \(acceptance)") }
    if let remedy { lines.append("help: \(remedy)") }
    return lines
  }
}
