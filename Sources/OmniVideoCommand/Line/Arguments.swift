/// Why a command line makes no sense, or cannot be followed here.
struct UsageError: Error, Equatable {
  var message: String
  var help: String?
  /// Whether the help's page is any help.
  var isAboutWords: Bool

  init(_ message: String, help: String? = nil, isAboutWords: Bool = true) {
    (self.message, self.help, self.isAboutWords) = (message, help, isAboutWords)
  }

  /// The words are fine, but something that they name is not.
  static func surroundings(_ message: String, help: String? = nil) -> UsageError {
    UsageError(message, help: help, isAboutWords: false)
  }
}

/// What a person typed after `omnivideo`.
struct Arguments: Equatable, Sendable {
  var command: Command?
  /// What is no option, without the command's own word.
  private(set) var operands: [String] = []
  /// The values by option; a flag has an empty one.
  private(set) var values: [String: [String]] = [:]

  func isSet(_ name: String) -> Bool { values[name] != nil }
  func value(_ name: String) -> String? { values[name]?.last }
  func all(_ name: String) -> [String] { values[name] ?? [] }

  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--":
        operands += rest
        rest = []
      case "-h": values["help"] = [""]
      case _ where word.hasPrefix("-") && word != "-": try take(option: word, &rest)
      default: operands.append(word)
      }
    }
    try takeCommand()
    if !isSet("help"), !isSet("version") { try check() }
  }

  private mutating func takeCommand() throws(UsageError) {
    guard let word = operands.first else { return }
    guard let command = Command(rawValue: word) else {
      throw UsageError(
        "there is no command '\(word)'",
        help: suggestion(word, among: Command.allCases.map(\.rawValue)) { "did you mean '\($0)'?" })
    }
    self.command = command
    operands.removeFirst()
  }

  private mutating func take(
    option word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0].drop { $0 == "-" })
    guard word.hasPrefix("--"), let option = Option.all.first(where: { $0.name == name }) else {
      let near = suggestion(name, among: Option.all.map(\.name)) { "did you mean '--\($0)'?" }
      throw UsageError("there is no option '\(parts[0])'", help: near)
    }
    if option.value == nil {
      if parts.count > 1 { throw UsageError("'--\(name)' takes no value") }
      values[name] = [""]
    } else if let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() {
      try take(value, of: option)
    } else {
      throw UsageError("'--\(name)' needs a value", help: "--\(name) \(option.value ?? "")")
    }
  }

  private mutating func take(_ value: String, of option: Option) throws(UsageError) {
    if !option.choices.isEmpty, !option.choices.contains(value) {
      let near = suggestion(value, among: option.choices) { "did you mean '\($0)'?" }
      throw UsageError(
        "'--\(option.name)' cannot be '\(value)'",
        help: near ?? "use " + option.choices.joined(separator: ", "))
    }
    if values[option.name] != nil, !option.isList {
      throw UsageError("'--\(option.name)' is given twice")
    }
    values[option.name, default: []].append(value)
  }

  private func check() throws(UsageError) {
    guard let command else {
      throw UsageError(
        "no command was given",
        help: "use " + Command.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let known = Option.of(command).map(\.name)
    for name in values.keys.sorted() where !known.contains(name) {
      throw UsageError("'omnivideo \(command.rawValue)' has no option '--\(name)'")
    }
    guard operands.count == (command.takesTask ? 1 : 0) else {
      throw UsageError(
        command.takesTask
          ? operands.isEmpty ? "no task was given" : "one task is wanted, not \(operands.count)"
          : "'\(operands[0])' is too much", help: "omnivideo \(command.usage)")
    }
  }
}

extension Arguments {
  /// A number of an option's that is above zero.
  func number(_ name: String) throws(UsageError) -> Double? {
    guard let text = value(name) else { return nil }
    guard let number = Double(text), number > 0, number < 1e9 else {
      throw UsageError("'--\(name)' must be a number above 0, not '\(text)'")
    }
    return number
  }

  /// A whole number of an option's within a range.
  func whole(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "'--\(name)' must be from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
    }
    return number
  }
}
