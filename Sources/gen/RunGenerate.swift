import Diagnostics
import Foundation
import Generation

func runGenerate(_ arguments: Arguments) -> ExitCode {
  let isVerbose = arguments.isSet("verbose")
  var request = request(arguments, inputs: arguments.operands)
  // Findings in another form are for a program, which wants all of them every time.
  if !isVerbose, arguments.format == .text { request.records = recordFolder }
  let result = generate(request) { name in
    isVerbose ? Terminal.err("reading \(name)\n") : Terminal.progress("reading \(name)")
  }
  if !isVerbose { Terminal.progress("") }
  report(result.diagnostics, arguments)
  if result.knownFindingCount > 0, !arguments.isSet("quiet") {
    Terminal.err(
      "\(count(result.knownFindingCount, "finding")) as before: gen lint shows "
        + "\(result.knownFindingCount == 1 ? "it" : "them")\n")
  }
  guard !result.diagnostics.hasErrors else { return .findings }
  if arguments.isSet("check") { return reportCheck(result, arguments) }
  let isDry = arguments.isSet("dry-run")
  let isQuiet = arguments.isSet("quiet")
  // What would change is all that a dry run is for.
  let lines = isQuiet && !isDry ? [] : result.changes.map(\.line)
  let summary = isQuiet ? [] : [summaryLine(result, isDry: isDry)]
  Terminal.out((lines + summary).map { $0 + "\n" }.joined())
  return .fine
}

/// The user's folder for what can be made again.
private var recordFolder: String? {
  FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first
    .map { $0.appendingPathComponent("gen").path }
}

private func reportCheck(_ result: GenerationResult, _ arguments: Arguments) -> ExitCode {
  Terminal.out(result.changes.map { $0.finding + "\n" }.joined())
  guard result.changes.isEmpty else {
    Terminal.err("\(count(result.changes.count, "file")) not up to date: run gen without --check\n")
    return .findings
  }
  if !arguments.isSet("quiet") {
    Terminal.out(
      "\(count(result.moduleCount, "module")), \(count(result.fileCount, "file")): up to date\n")
  }
  return .fine
}

/// `5 modules, 42 files: 3 written, 39 unchanged`.
private func summaryLine(_ result: GenerationResult, isDry: Bool) -> String {
  let generated = result.changes.filter { !$0.path.hasSuffix("/.manifest") }
  let removed = generated.count { $0.kind == .removed }
  let written = generated.count - removed
  let verb = isDry ? "to write" : "written"
  let gone = removed == 0 ? "" : isDry ? ", \(removed) to remove" : ", \(removed) removed"
  return "\(count(result.moduleCount, "module")), \(count(result.fileCount, "file")): "
    + "\(written) \(verb), \(result.fileCount - written) unchanged\(gone)"
}

private func count(_ number: Int, _ word: String) -> String {
  "\(number) \(word)\(number == 1 ? "" : "s")"
}
