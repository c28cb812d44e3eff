import Diagnostics
import Generation
import Testing

@Suite struct LintingTests {
  static let text = """
    openapi: 3.0.3
    info: {title: '', version: '1'}
    paths: {}
    components: {schemas: {A: {type: integer, example: a, minLength: 1}}}
    """

  /// What gen.yaml says, with what is found then.
  @Test(arguments: [
    ("{}", ["warning unnamed", "error invalid-example", "warning misplaced-keyword"]),
    (
      "lint: {unnamed: off, invalid-example: note, misplaced-keyword: error}",
      ["note invalid-example", "error misplaced-keyword"]
    ),
    (
      "lint: {unnamd: off}",
      [
        "warning unnamed", "error invalid-example", "warning misplaced-keyword",
        "warning configuration",
      ]
    ),
    ("lint: {unnamed: never}", ["error configuration"]),
  ])
  func findingsAreGraded(configuration: String, expected: [String]) throws {
    let folder = try TemporaryFolder(["a.yaml": Self.text, "gen.yaml": configuration])
    let found = lint(GenerationRequest(inputs: [folder.path])).all
    let lines = found.map { "\($0.severity.rawValue) \($0.id)" }
    #expect(Set(expected).isSubset(of: lines))
    #expect(lines.count == expected.count || expected == ["error configuration"])
  }

  @Test func whatGeneratingCanLiveWithIsAnErrorToOneWhoChecks() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "openapi: 3.0.3\ninfo: {title: A}\npaths: {}\n"
    ])
    let request = GenerationRequest(
      inputs: [folder.path], output: folder.path + "/Generated", mode: .compare)
    #expect(generate(request).diagnostics.hasErrors == false)
    #expect(lint(request).all.map { "\($0.severity) \($0.id)" } == ["error missing-field"])
  }

  @Test func styleIsAskedForAndRulesAreListed() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n"
        + "components: {schemas: {A: {type: string}}}"
    ])
    let request = GenerationRequest(inputs: [folder.path])
    #expect(lint(request).all.isEmpty)
    #expect(lint(request, stages: .linting(style: true)).all.map(\.id) == ["unused-component"])
    #expect(lintRules.contains { $0.id == "unused-component" && $0.isStyle })
  }
}
