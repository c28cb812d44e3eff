import OmniVideo

/// One option of the command line: the table that is parsed by is the one that help is printed from.
struct Option: Sendable {
  var name: String
  /// What stands for its value in help; `nil` for a flag.
  var value: String?
  var help: String
  /// The values it may have; empty when any will do.
  var choices: [String] = []
  /// The field of a request that it sets.
  var field: RequestField?
  /// Whether each use adds to those before.
  var isList = false
  /// Commands that know it; empty when all do.
  var commands: [Command] = []

  static let all: [Option] = vendor + request + fields + following + sandbox + general

  static func of(_ command: Command) -> [Option] {
    all.filter { $0.commands.isEmpty || $0.commands.contains(command) }
  }

  private static let calls: [Command] = [
    .create, .check, .status, .wait, .download, .list, .resume,
  ]
  private static let following: [Option] = [
    Option(name: "wait", help: "wait until the video is there", commands: [.create]),
    Option(
      name: "output", value: "PATH", help: "put the video there (a folder for resume)",
      commands: [.create, .wait, .download, .resume]),
    Option(
      name: "journal", value: "FILE",
      help: "write creates down there before they are sent (default: $OMNIVIDEO_JOURNAL)",
      commands: [.create, .status, .wait, .download, .list, .resume]),
    Option(
      name: "settle", value: "CREATE",
      help: "you looked, and an unclear create made no task (repeatable)", isList: true,
      commands: [.resume]),
    Option(
      name: "again", help: "send a request even if the same one is not over yet",
      commands: [.create]),
    Option(
      name: "deadline", value: "SECONDS", help: "how long to wait (default: 15 minutes or more)",
      commands: [.create, .wait, .resume]),
    Option(
      name: "every", value: "SECONDS", help: "how often to ask (default: the vendor's pace)",
      commands: [.create, .wait, .resume]),
    Option(name: "page", value: "N", help: "which page of the list", commands: [.list]),
    Option(name: "size", value: "N", help: "how many tasks a page has", commands: [.list]),
  ]
  private static let vendor: [Option] = [
    Option(
      name: "provider", value: "P", help: "the vendor",
      choices: ProviderID.allCases.map(\.rawValue), commands: calls + [.models]),
    Option(
      name: "base-url", value: "URL", help: "another address of the vendor's API", commands: calls),
    Option(
      name: "region", value: "REGION", help: "where Kling's account is",
      choices: VideoProvider.KlingRegion.allCases.map(\.rawValue), commands: calls),
  ]
  private static let request: [Option] = [
    Option(
      name: "request", value: "FILE", help: "a request in JSON or YAML; - is standard input",
      commands: [.create, .check]),
    Option(
      name: "native", help: "the request is the vendor's own body", commands: [.create, .check]),
    Option(
      name: "strict", help: "take what the vendor's pages disagree about as an error",
      commands: [.create, .check]),
    Option(
      name: "dry-run", help: "print the vendor's body and send nothing", commands: [.create]),
  ]
  private static let sandbox: [Option] = [
    Option(name: "port", value: "N", help: "the port (default: 8484; 0 takes one that is free)"),
    Option(name: "speed", value: "X", help: "how many times faster than ten seconds a video"),
    Option(name: "fail", value: "WORD", help: "fail tasks whose prompt holds it (default: fail)"),
    Option(name: "slots", value: "N", help: "how many tasks an account may have at a time"),
  ].map { option in
    var option = option
    option.commands = [.sandbox]
    return option
  }
  private static let general: [Option] = [
    Option(name: "json", help: "print JSON, one line an update"),
    Option(name: "quiet", help: "print no progress"),
    Option(name: "help", help: "show this help"),
    Option(name: "version", help: "show the version"),
  ]
}
