/// The pages of `--help`, made from the same tables that parse the command line.
enum Help {
  static let version = "0.1.0"

  static let overview = """
    omnivideo makes videos with Kling, ChainHub, OmniRouters, OrcaRouter or a New API gateway.

    \(columns(Command.allCases.map { ($0.rawValue, $0.summary) }))

    'omnivideo COMMAND --help' shows a command's own options.

    Keys come from the environment: KLING_ACCESS_KEY and KLING_SECRET_KEY (or KLING_API_KEY),
    CHAINHUB_API_KEY, OMNIROUTERS_API_KEY, ORCAROUTER_API_KEY, NEWAPI_API_KEY.

    \(codes)

    """

  static func page(_ command: Command) -> String {
    let options = Option.of(command)
    let fields = options.filter { $0.field != nil }
    let others = options.filter { $0.field == nil }
    return """
      omnivideo \(command.usage)
        \(command.summary)

      \(command.details)

      Options:
      \(table(others))
      \(fields.isEmpty ? "" : "\nFields (MEDIA is an address, a file or base64):\n\(table(fields))\n")
      \(codes)

      """
  }

  private static let codes = """
    Exit codes: 0 fine, 1 failed or refused, 2 wrong use, 3 nobody knows whether a create was
    accepted, 4 not over yet and resumable, 130 interrupted and resumable.
    """

  private static func table(_ options: [Option]) -> String {
    columns(
      options.map { option in
        let isListed = option.choices.isEmpty || option.field != nil
        let choices = isListed ? "" : ": " + option.choices.joined(separator: ", ")
        return ("--\(option.name)\(option.value.map { " \($0)" } ?? "")", option.help + choices)
      })
  }

  private static func columns(_ rows: [(name: String, text: String)]) -> String {
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    return rows.map { row in
      "  " + row.name.padding(to: width) + row.text
    }.joined(separator: "\n")
  }
}

extension String {
  /// The text with spaces after it up to a width.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
