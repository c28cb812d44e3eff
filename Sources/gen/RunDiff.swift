import Diagnostics
import Foundation
import Generation
import OpenAPI
import Review
import SwiftPlan

/// Compares two descriptions, or two folders of them file by file.
func runDiff(_ arguments: Arguments) -> ExitCode {
  if arguments.isQuestion { return answer(arguments) }
  let requests: (old: GenerationRequest, new: GenerationRequest)
  do {
    let sides = try Operand.pair(arguments.operands[0], arguments.operands[1])
    requests = (try sides.old.request(arguments), try sides.new.request(arguments))
  } catch {
    Terminal.err("gen: \(error.message)\n")
    return .unreadable
  }
  guard let old = documents(requests.old), let new = documents(requests.new)
  else { return .unreadable }
  guard let all = accepted(compare(old, new, arguments), arguments) else { return .misuse }
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
private func documents(_ request: GenerationRequest) -> [String: LoadedDescription]? {
  let loaded = load(request, stages: .reading)
  var errors = DiagnosticList()
  for diagnostic in loaded.diagnostics.all where diagnostic.severity == .error {
    errors.add(diagnostic)
  }
  Terminal.err(Listing(isColored: Terminal.isColored).text(errors.sorted))
  guard !errors.all.contains(where: isFatal), !loaded.documents.isEmpty else { return nil }
  return Dictionary(
    loaded.documents.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

/// What leaves a hole in a description; what only breaks the specification's rules can be compared.
private func isFatal(_ diagnostic: Diagnostic) -> Bool {
  diagnostic.id.hasPrefix("yaml") || diagnostic.id.hasPrefix("json")
    || [
      "not-openapi", "unreadable-file", "no-description", "unresolved-reference", "ref-remote",
      "ref-outside", "circular-reference",
    ].contains(diagnostic.id)
}

/// One description each makes a pair whatever the names; folders pair equal names.
private func compare(
  _ old: [String: LoadedDescription], _ new: [String: LoadedDescription], _ arguments: Arguments
) -> Report {
  if old.count == 1, new.count == 1, let left = old.first, let right = new.first {
    return compare(left.value, right.value, arguments)
  }
  let names = Set(old.keys).union(new.keys).sorted()
  return Report(
    merging: names.compactMap { name in
      switch (old[name], new[name]) {
      case (let left?, let right?): compare(left, right, arguments)
      case (let left?, nil): lonely(left.document, isNew: false, module: left.options.module)
      case (nil, let right?): lonely(right.document, isNew: true, module: right.options.module)
      case (nil, nil): nil
      }
    })
}

/// Both sides as modules of the new one's options, so that what differs comes from the descriptions;
/// who asks for the wire alone needs no modules.
private func compare(
  _ old: LoadedDescription, _ new: LoadedDescription, _ arguments: Arguments
) -> Report {
  if category(arguments) == .wire {
    return Review.compare(old: old.document, new: new.document)
  }
  return Review.compare(
    old: old.document, new: new.document, options: new.options, keeping: new.selection.predicate)
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
