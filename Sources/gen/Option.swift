import Diagnostics
import Review

/// One option of the command line: the table that is parsed by is the one that help is printed from.
struct Option: Sendable {
  var name: String
  /// What stands for its value in help; `nil` for a flag.
  var value: String?
  var help: String
  /// The values it may have; empty when any will do.
  var choices: [String] = []
  /// Commands that know it; empty when all do.
  var commands: [Command] = []

  static let all: [Option] = [
    Option(
      name: "output", value: "DIR", help: "the folder for modules (default: Generated)",
      commands: [.generate]),
    Option(
      name: "templates", value: "DIR", help: "templates to use over the default ones, file by file",
      commands: [.generate]),
    Option(
      name: "config", value: "FILE", help: "a configuration instead of gen.yaml beside the files",
      commands: [.generate, .lint, .fix, .diff, .dump]),
    Option(
      name: "root", value: "DIR",
      help: "the folder that references may not leave (default: the description's own)",
      commands: [.generate, .lint, .fix, .diff, .dump]),
    Option(
      name: "check", help: "write nothing; exit 1 and list files when the output is not up to date",
      commands: [.generate]),
    Option(
      name: "dry-run", help: "write nothing; print what would change",
      commands: [.generate, .fix]),
    Option(
      name: "format", value: "FORMAT", help: "how findings are written",
      choices: DiagnosticFormat.allCases.map(\.rawValue),
      commands: [.generate, .lint, .fix, .dump]),
    Option(
      name: "format", value: "FORMAT", help: "how the report is written",
      choices: ReportFormat.allCases.map(\.rawValue), commands: [.diff]),
    Option(
      name: "output", value: "FORMAT=PATH",
      help: "write the report into a file in that format, too (repeatable)", commands: [.diff]),
    Option(
      name: "accepted", value: "FILE",
      help: "the findings that were agreed to (default: .gen-diff.yaml, when it is there)",
      commands: [.diff]),
    Option(
      name: "accept", help: "add what fails to the accepted findings; needs --reason",
      commands: [.diff]),
    Option(name: "reason", value: "TEXT", help: "why it is accepted", commands: [.diff]),
    Option(
      name: "expires", value: "DAY", help: "until when it is accepted, as 2027-01-31",
      commands: [.diff]),
    Option(
      name: "explain", value: "RULE",
      help: "say what a rule finds, where, what follows from it and what to do, with an example",
      commands: [.diff]),
    Option(
      name: "list-rules", help: "list the rules with their verdicts, as text or json",
      commands: [.diff]),
    Option(name: "schema", help: "print the JSON Schema of --format json", commands: [.diff]),
    Option(
      name: "category", value: "CATEGORY",
      help: "report and judge only what callers on the wire or in Swift feel (default: both)",
      choices: Report.Category.allCases.map(\.rawValue), commands: [.diff]),
    Option(
      name: "fail-on", value: "VERDICT",
      help: "the verdict from which on the exit code is 1 (default: breaking)",
      choices: ["breaking", "risky", "any", "none"], commands: [.diff]),
    Option(
      name: "include-tag", value: "TAG", help: "keep only operations with this tag (repeatable)",
      commands: [.generate, .dump]),
    Option(
      name: "include-path", value: "PATH",
      help: "keep only operations at this path; * is any text (repeatable)",
      commands: [.generate, .dump]),
    Option(
      name: "include-operation", value: "ID", help: "keep only this operation (repeatable)",
      commands: [.generate, .dump]),
    Option(name: "style", help: "also report matters of style, as notes", commands: [.lint]),
    Option(name: "rules", help: "list the rules and what each asks for", commands: [.lint]),
    Option(name: "quiet", help: "print errors only", commands: [.generate, .lint, .fix]),
    Option(
      name: "verbose", help: "print unchanged counts and each description read",
      commands: [.generate]),
    Option(name: "help", help: "show this help"),
    Option(name: "version", help: "show the version"),
  ]

  static func of(_ command: Command) -> [Option] {
    all.filter { $0.commands.isEmpty || $0.commands.contains(command) }
  }
}
