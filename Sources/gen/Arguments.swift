import Diagnostics
import Generation
import Review

/// Why a command line makes no sense.
struct UsageError: Error, Equatable {
  var message: String
  var help: String?
}

/// What a person typed after `gen`.
struct Arguments: Equatable, Sendable {
  var command = Command.generate
  /// What is no option, without the command's own word.
  var operands: [String] = []
  /// The values by option; flags have an empty one.
  private(set) var values: [String: [String]] = [:]

  func isSet(_ name: String) -> Bool { values[name] != nil }
  func value(_ name: String) -> String? { values[name]?.last }
  func all(_ name: String) -> [String] { values[name] ?? [] }

  var format: DiagnosticFormat { value("format").flatMap(DiagnosticFormat.init) ?? .text }

  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var isRaw = false
    if let command = words.first.flatMap(Command.init) {
      self.command = command
      rest.removeFirst()
    }
    while let word = rest.popFirst() {
      if isRaw || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        isRaw = true
      } else {
        try option(word == "-h" ? "--help" : word, &rest)
      }
    }
    if isSet("help") || isSet("version") { return }
    try check(words)
  }

  private mutating func option(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError)
  {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let options = Option.of(command) + Option.all
    guard word.hasPrefix("--"), let option = options.first(where: { $0.name == name }) else {
      let near = nearMiss(name, among: options.map(\.name))
      throw UsageError(
        message: "there is no option '\(word)'", help: near.map { "did you mean '--\($0)'?" })
    }
    guard option.value != nil else {
      if parts.count > 1 { throw UsageError(message: "'--\(name)' takes no value") }
      return values[name] = []
    }
    guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.isEmpty else {
      throw UsageError(
        message: "'--\(name)' needs a value", help: "--\(name) \(option.value ?? "")")
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      let near = nearMiss(value, among: option.choices).map { "did you mean '\($0)'?" }
      throw UsageError(
        message: "'--\(name)' cannot be '\(value)'",
        help: near ?? "use " + option.choices.joined(separator: ", "))
    }
    values[name, default: []].append(value)
  }

  private func check(_ words: [String]) throws(UsageError) {
    for name in values.keys.sorted() where !Option.of(command).contains(where: { $0.name == name })
    {
      throw UsageError(message: "'gen \(command.rawValue)' has no option '--\(name)'")
    }
    if command == .dump { return try checkDump() }
    if command == .diff { return try checkDiff() }
    if operands.contains("-"), command != .lint {
      throw UsageError(message: "'gen \(command.rawValue)' cannot read standard input")
    }
    guard !operands.isEmpty || isSet("rules") else {
      throw UsageError(message: "no description was given", help: "gen \(command.usage)")
    }
  }

  private func checkDiff() throws(UsageError) {
    if let word = value("explain") { try checkRule(word) }
    if let question = Self.questions.first(where: isSet) {
      return try checkQuestion(question)
    }
    guard operands.count == 2 else {
      throw UsageError(message: "diff takes two descriptions", help: "gen \(command.usage)")
    }
    guard operands.filter({ $0 == "-" }).count < 2 else {
      throw UsageError(message: "standard input can be only one of the two")
    }
    try checkAcceptance()
    for output in all("output") where ReportOutput(output) == nil {
      let format = String(output.prefix { $0 != "=" })
      let near = nearMiss(format, among: ReportFormat.allCases.map(\.rawValue))
      throw UsageError(
        message: "'--output \(output)' is no format and path",
        help: near.map { "did you mean '\($0)=PATH'?" } ?? "--output markdown=diff.md")
    }
  }

  private func checkRule(_ word: String) throws(UsageError) {
    guard RuleTable.rule(named: word) == nil else { return }
    let near = nearMisses(word, among: RuleTable.rules.map(\.id)).map { "'\($0)'" }
    throw UsageError(
      message: "there is no rule '\(word)'",
      help: near.isEmpty
        ? "gen diff --list-rules shows them all"
        : "did you mean \(near.joined(separator: " or "))?")
  }

  /// Options that ask about comparing, and compare nothing.
  private static let questions = ["schema", "list-rules", "explain"]

  var isQuestion: Bool { Self.questions.contains(where: isSet) }

  /// What asks about gen itself compares nothing.
  private func checkQuestion(_ name: String) throws(UsageError) {
    if let operand = operands.first {
      throw UsageError(message: "'--\(name)' compares nothing: leave '\(operand)' out")
    }
    let formats = name == "list-rules" ? ["text", "json"] : name == "explain" ? ["text"] : ["json"]
    if let format = value("format"), !formats.contains(format) {
      throw UsageError(
        message: "'--\(name)' cannot be written as \(format)",
        help: "use " + formats.joined(separator: ", "))
    }
  }

  private func checkAcceptance() throws(UsageError) {
    if isSet("accept"), value("reason")?.allSatisfy(\.isWhitespace) ?? true {
      throw UsageError(
        message: "'--accept' needs a reason", help: "--reason 'agreed with all who call it'")
    }
    if let day = value("expires"), !Acceptance.isDay(day) {
      throw UsageError(message: "'--expires \(day)' is no day", help: "--expires 2027-01-31")
    }
  }

  private func checkDump() throws(UsageError) {
    let stages = DumpStage.allCases.map(\.rawValue)
    guard let stage = operands.first, operands.count == 2 else {
      throw UsageError(message: "dump takes a stage and a file", help: "gen \(command.usage)")
    }
    guard stages.contains(stage) else {
      let near = nearMiss(stage, among: stages).map { "did you mean '\($0)'?" }
      throw UsageError(
        message: "there is no stage '\(stage)'",
        help: near ?? "use " + stages.joined(separator: ", "))
    }
  }
}
