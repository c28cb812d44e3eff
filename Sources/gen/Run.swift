import Diagnostics
import Foundation
import Generation

/// How a command ends.
enum ExitCode: Int32 {
  case fine = 0
  case findings = 1
  case misuse = 2
  /// A description cannot be read, parsed or resolved.
  case unreadable = 3
  /// A result cannot be written, or gen itself is at fault.
  case fault = 4
}

/// Runs the command that a person typed.
func run(_ words: [String]) -> ExitCode {
  let arguments: Arguments
  do {
    arguments = try Arguments(words)
  } catch {
    return misuse(error)
  }
  if arguments.isSet("version") {
    Terminal.out("gen \(Help.version)\n")
    return .fine
  }
  if arguments.isSet("help") {
    let isOverview = arguments.command == .generate && words.first != Command.generate.rawValue
    Terminal.out(isOverview ? Help.overview : Help.page(arguments.command))
    return .fine
  }
  let files =
    switch arguments.command {
    case .dump: Array(arguments.operands.dropFirst())
    // Its operands may be in a revision, which it asks for itself.
    case .diff: [String]()
    case .generate, .lint, .fix: arguments.operands
    }
  for path in files where path != "-" && !FileManager.default.fileExists(atPath: path) {
    let near = [Command.lint, .fix, .diff, .dump].map(\.rawValue)
    return misuse(
      UsageError(
        message: "there is no file or folder '\(path)'",
        help: nearMiss(path, among: near).map { "did you mean 'gen \($0)'?" }))
  }
  return switch arguments.command {
  case .generate: runGenerate(arguments)
  case .lint: runLint(arguments)
  case .fix: runFix(arguments)
  case .diff: runDiff(arguments)
  case .dump: runDump(arguments)
  }
}

private func misuse(_ error: UsageError) -> ExitCode {
  Terminal.err("gen: \(error.message)\n")
  if let help = error.help { Terminal.err("  \(help)\n") }
  Terminal.err("  'gen --help' shows how it is used\n")
  return .misuse
}

/// The request that the options make.
func request(_ arguments: Arguments, inputs: [String]) -> GenerationRequest {
  let include = OperationSelection.Criteria(
    tags: arguments.all("include-tag"), paths: arguments.all("include-path"),
    operations: arguments.all("include-operation"))
  var request = GenerationRequest(
    inputs: inputs, output: arguments.value("output"), templates: arguments.value("templates"),
    configuration: arguments.value("config"), selection: OperationSelection(include: include))
  request.root = arguments.value("root").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  if arguments.isSet("check") || arguments.isSet("dry-run") { request.mode = .compare }
  if inputs.contains("-") {
    let data = (try? FileHandle.standardInput.readToEnd()) ?? Data()
    request.standardInput = SourceFile(name: "-", bytes: [UInt8](data))
  }
  return request
}

/// Prints findings where they belong; the count follows when a person reads them.
func report(_ list: DiagnosticList, _ arguments: Arguments, isResult: Bool = false) {
  let found = list.sorted.filter { !arguments.isSet("quiet") || $0.severity == .error }
  let format = arguments.format
  guard format == .text else {
    let text = format.render(found)
    return isResult ? Terminal.out(text) : Terminal.err(text)
  }
  Terminal.err(format.render(found, isColored: Terminal.isColored))
  if let summary = summary(of: found) { Terminal.err("\(summary)\n") }
}
