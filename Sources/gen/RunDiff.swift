import Diagnostics
import Foundation
import Generation
import OpenAPI
import Review
import SwiftPlan

/// Compares two descriptions, or two folders of them file by file.
func runDiff(_ arguments: Arguments) -> ExitCode {
  if arguments.isQuestion { return answer(arguments) }
  let sides: (old: Operand, new: Operand)
  let requests: (old: GenerationRequest, new: GenerationRequest)
  do {
    sides = try Operand.pair(arguments.operands[0], arguments.operands[1])
    requests = (try sides.old.request(arguments), try sides.new.request(arguments))
  } catch {
    Terminal.err("gen: \(error.message)\n")
    return .unreadable
  }
  guard let old = documents(requests.old), let new = documents(requests.new)
  else { return .unreadable }
  let comparing = Comparing(
    isWire: category(arguments) == .wire,
    isKept: sides.old.revision != nil || sides.new.revision != nil,
    areFolders: [requests.old, requests.new].allSatisfy { $0.inputs.allSatisfy($0.tree.isFolder) })
  guard let all = accepted(comparing.report(old, new), arguments) else { return .misuse }
  let report = all.limited(to: category(arguments))
  guard write(report, arguments) else { return .fault }
  return fails(report, arguments) ? .findings : .fine
}

/// What was asked about the comparison itself.
private func answer(_ arguments: Arguments) -> ExitCode {
  if arguments.isSet("schema") {
    Terminal.out(Report.jsonSchema)
  } else if let name = arguments.value("explain") {
    guard let text = RuleTable.rule(named: name).flatMap(Explanation.init)?.text else {
      Terminal.err("gen: the example of '\(name)' does not show it, which is a fault of gen\n")
      return .fault
    }
    Terminal.out(text)
  } else {
    Terminal.out(arguments.value("format") == "json" ? RuleList.json : RuleList.text)
  }
  return .fine
}

/// The descriptions at a path, after saying what is wrong with them; `nil` when one cannot be read.
private func documents(_ request: GenerationRequest) -> [LoadedDescription]? {
  let loaded = load(request, stages: .reading)
  var errors = DiagnosticList()
  for diagnostic in loaded.diagnostics.all where diagnostic.severity == .error {
    errors.add(diagnostic)
  }
  Terminal.err(Listing(isColored: Terminal.isColored).text(errors.sorted))
  guard !errors.all.contains(where: isFatal), !loaded.documents.isEmpty else { return nil }
  return loaded.documents
}

/// What leaves a hole in a description; what only breaks the specification's rules can be compared.
private func isFatal(_ diagnostic: Diagnostic) -> Bool {
  diagnostic.id.hasPrefix("yaml") || diagnostic.id.hasPrefix("json")
    || [
      "not-openapi", "unreadable-file", "no-description", "unresolved-reference", "ref-remote",
      "ref-outside", "circular-reference",
    ].contains(diagnostic.id)
}

func category(_ arguments: Arguments) -> Report.Category? {
  arguments.value("category").flatMap(Report.Category.init)
}

/// Whether a difference is as bad as a person will not have it.
func fails(_ report: Report, _ arguments: Arguments) -> Bool {
  let worst = report.open.worst(category(arguments))
  return switch arguments.value("fail-on") ?? "breaking" {
  case "risky": worst >= .risky
  case "any": !report.open.findings.isEmpty
  case "none": false
  default: worst >= .breaking
  }
}
