import Diagnostics
import Generation

func runLint(_ arguments: Arguments) -> ExitCode {
  if arguments.isSet("rules") {
    Terminal.out(
      lintRules.map { "\($0.id)\t\($0.isStyle ? "style" : "")\t\($0.summary)\n" }.joined())
    return .fine
  }
  let found = lint(
    request(arguments, inputs: arguments.operands),
    stages: .linting(style: arguments.isSet("style")))
  report(found, arguments, isResult: true)
  return found.hasErrors ? .findings : .fine
}

func runFix(_ arguments: Arguments) -> ExitCode {
  let outcome = fix(request(arguments, inputs: arguments.operands))
  var left = outcome.diagnostics
  for file in outcome.files {
    Terminal.out(patch(from: file.old, to: file.new))
    if !arguments.isSet("dry-run") { left.add(write(file)) }
  }
  report(left, arguments)
  if !arguments.isSet("quiet"), arguments.format == .text {
    let count = outcome.files.reduce(0) { $0 + $1.titles.count }
    let verb = arguments.isSet("dry-run") ? "to apply" : "applied"
    Terminal.err("\(count) fix\(count == 1 ? "" : "es") \(verb)\n")
  }
  return left.hasErrors ? .findings : .fine
}

func runDump(_ arguments: Arguments) -> ExitCode {
  guard let stage = arguments.operands.first.flatMap(DumpStage.init),
    let file = arguments.operands.last
  else { return .misuse }
  let outcome = dump(stage, request(arguments, inputs: [file]))
  report(outcome.diagnostics, arguments)
  if let text = outcome.text { Terminal.out(text.hasSuffix("\n") ? text : text + "\n") }
  return outcome.diagnostics.hasErrors ? .findings : .fine
}
