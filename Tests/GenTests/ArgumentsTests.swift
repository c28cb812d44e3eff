import Testing

@testable import gen

@Suite struct ArgumentsTests {
  struct Good: Sendable {
    var line: String
    var command: Command
    var operands: [String]
    var options: [String: [String]]
  }

  @Test(arguments: [
    Good(line: "specs/", command: .generate, operands: ["specs/"], options: [:]),
    Good(line: "generate a b", command: .generate, operands: ["a", "b"], options: [:]),
    Good(
      line: "a --output=x --check --include-tag t --include-tag u", command: .generate,
      operands: ["a"], options: ["output": ["x"], "check": [], "include-tag": ["t", "u"]]),
    Good(
      line: "lint - --format sarif", command: .lint, operands: ["-"], options: ["format": ["sarif"]]
    ),
    Good(
      line: "dump contract x.yaml", command: .dump, operands: ["contract", "x.yaml"], options: [:]),
    Good(
      line: "diff a - --fail-on any", command: .diff, operands: ["a", "-"],
      options: ["fail-on": ["any"]]),
    Good(line: "-- --x", command: .generate, operands: ["--x"], options: [:]),
    Good(line: "lint -h", command: .lint, operands: [], options: ["help": []]),
    Good(line: "--version", command: .generate, operands: [], options: ["version": []]),
  ])
  func understood(_ good: Good) throws {
    let arguments = try Arguments(good.line.split(separator: " ").map(String.init))
    #expect(
      arguments.command == good.command && arguments.operands == good.operands
        && arguments.values == good.options)
  }

  @Test(arguments: [
    ("", "no description was given", "gen [generate] PATH…"),
    ("a --ouput x", "there is no option '--ouput'", "did you mean '--output'?"),
    ("a -x", "there is no option '-x'", nil),
    ("a --output", "'--output' needs a value", "--output DIR"),
    ("a --check=1", "'--check' takes no value", nil),
    ("a --format jsn", "'--format' cannot be 'jsn'", "did you mean 'json'?"),
    ("lint a --output x", "'gen lint' has no option '--output'", nil),
    ("fix -", "'gen fix' cannot read standard input", nil),
    ("dump contrct x", "there is no stage 'contrct'", "did you mean 'contract'?"),
    ("diff a", "diff takes two descriptions", "gen diff OLD NEW"),
    ("diff - -", "standard input can be only one of the two", nil),
    ("dump yaml", "dump takes a stage and a file", "gen dump STAGE FILE"),
  ])
  func refused(line: String, message: String, help: String?) {
    #expect(throws: UsageError(message: message, help: help)) {
      try Arguments(line.split(separator: " ").map(String.init))
    }
  }

  @Test(arguments: Command.allCases)
  func helpShowsEveryOption(command: Command) {
    let page = Help.page(command)
    #expect(Option.of(command).allSatisfy { page.contains("--\($0.name)") })
  }
}
