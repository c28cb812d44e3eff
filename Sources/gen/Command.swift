/// What gen can do; generating needs no word.
enum Command: String, Sendable, CaseIterable {
  case generate, lint, fix, diff, dump

  /// How it is typed after `gen`.
  var usage: String {
    switch self {
    case .generate: "[generate] PATH…"
    case .lint: "lint PATH…"
    case .fix: "fix PATH…"
    case .diff: "diff OLD NEW"
    case .dump: "dump STAGE FILE"
    }
  }

  var summary: String {
    switch self {
    case .generate: "write a Swift module for each OpenAPI description"
    case .lint: "check descriptions, write nothing"
    case .fix: "correct in the descriptions what a machine can correct"
    case .diff: "say what a change of a description does to its callers"
    case .dump: "show as JSON what a stage makes of a description"
    }
  }

  var details: String {
    switch self {
    case .generate:
      """
      PATH is a folder of descriptions (.yaml, .yml, .json, .md) or a description. The lines on
      standard output are the files that changed, and a summary; findings are on standard error.
      Nothing is written when there is an error.
      """
    case .lint:
      """
      PATH is a folder of descriptions or a description; - is standard input. Findings as text are
      on standard error; in the other formats they are the result, on standard output.
      What the specification forbids is an error here, also where gen only warns and goes on.
      gen.yaml grades findings by id:  lint: { invalid-example: warning, unnamed: off }
      """
    case .fix:
      """
      PATH is a folder of descriptions or a description. Each change is shown as a patch on standard
      output; what is left to a person is on standard error.
      """
    case .diff:
      """
      OLD and NEW are descriptions, or folders whose descriptions are compared by name; - is standard
      input. REF:PATH reads a path in a revision of git, gen diff REF PATH compares PATH with what it
      was at REF, and gen diff REF REF compares specs/ of two revisions, each with its gen.yaml.
      Each change is told once, at its place, with what it does to those who call:

        breaking    something that worked fails
        risky       nothing is refused, but what happens may be another thing
        compatible  everything that worked goes on working
        docs        only words for people changed

      Each line ends with the rule that found it, in brackets; gen diff --explain RULE says more of it.

      Exit codes: 0 below the --fail-on verdict, 1 at or above it, 2 wrong use, 3 a description cannot
      be read, parsed or resolved, 4 a report cannot be written, or a fault of gen itself.
      """
    case .dump: "FILE is a description; - is standard input. STAGE is one of:"
    }
  }
}
