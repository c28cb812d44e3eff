import Generation

/// The pages of `--help`, made from the same tables that parse the command line.
enum Help {
  static let version = "0.1.0"

  static var overview: String {
    let commands = Command.allCases.map { ("gen \($0.usage)", $0.summary) }
    return """
      gen writes Swift clients from OpenAPI descriptions.

      \(table(commands))

      Options of gen PATH…:
      \(options(of: .generate))

      'gen COMMAND --help' shows a command's own options.
      Exit codes: 0 fine, 1 findings (errors, output not up to date), 2 wrong use.

      """
  }

  static func page(_ command: Command) -> String {
    var details = command.details
    if command == .dump {
      details += "\n\n" + table(DumpStage.allCases.map { ($0.rawValue, $0.summary) })
    }
    return """
      gen \(command.usage)
        \(command.summary)

      \(details)

      Options:
      \(options(of: command))

      """
  }

  private static func options(of command: Command) -> String {
    table(
      Option.of(command).map { option in
        let choices = option.choices.isEmpty ? "" : ": " + option.choices.joined(separator: ", ")
        return ("--\(option.name)\(option.value.map { " \($0)" } ?? "")", option.help + choices)
      })
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, text in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(text)"
    }.joined(separator: "\n")
  }
}
