import Diagnostics
import OpenAPI
import SwiftPlan

/// Everything wrong with the descriptions, without rendering or writing anything; what the
/// specification forbids is an error here, also where the generator can live with it.
public func lint(
  _ request: GenerationRequest, stages: Stages = .linting(style: false)
) -> DiagnosticList {
  let found = Discovery(request)
  var diagnostics = found.diagnostics
  let builds = concurrentMap(found.descriptions) { ModuleBuild($0, stages) }
  diagnostics.add(ModuleBuild.findings(builds))
  return graded(diagnostics, by: found.configuration)
}

/// The rules of `gen lint` with what each asks for, in the order they are checked.
public var lintRules: [(id: String, summary: String, isStyle: Bool)] {
  Rule.all.map { ($0.id, $0.summary, $0.scope == .style) }
    + NameRule.allCases.map { ($0.rawValue, $0.summary, false) }
}

/// Findings as bad as gen.yaml has them; a word there that changes nothing is a finding itself.
private func graded(
  _ list: DiagnosticList, by configuration: Configuration
) -> DiagnosticList {
  var met: Set<String> = []
  var graded = list.regraded { diagnostic in
    guard let word = configuration.severities[diagnostic.id]?.word else {
      return diagnostic.isViolation ? .error : diagnostic.severity
    }
    met.insert(diagnostic.id)
    return Diagnostic.Severity(rawValue: word)
  }
  let known = lintRules.map(\.id)
  for (id, entry) in configuration.severities.sorted(by: { $0.key < $1.key })
  where !met.contains(id) && !known.contains(id) {
    graded.warning(
      "configuration", "no finding is called '\(id)'", at: entry.location,
      help: nearMiss(id, among: known).map { "did you mean '\($0)'?" }
        ?? "'gen lint --rules' lists the rules")
  }
  return graded
}
