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

  private static let answers = "responses: {'204': {description: d}}"

  private static func schema(_ text: String) -> String {
    "paths: {}\ncomponents: {schemas: {\(text)}}"
  }

  /// What stands in a description, with what is told of the names in Swift.
  @Test(arguments: [
    (
      "paths: {/a: {get: {operationId: class, \(answers)}, put: {operationId: 1 b, \(answers)}}}",
      ["warning 'class' -> '`class`'", "warning '1 b' -> '_1B'"]
    ),
    ("paths: {/a: {get: {operationId: get-a/b, \(answers)}}}", []),
    (schema("B: {type: string, enum: [a_b, aB]}"), ["warning 'a_b' -> 'aB2' 'aB' 'aB'"]),
    (
      schema("B: {type: string, enum: [none, None, default]}"),
      ["warning 'None' -> 'noneValue2' 'none' 'noneValue'", "note 'none' -> 'noneValue'"]
    ),
    (
      schema("B: {type: object, properties: {self: {}, in: {}, hash: {}}}"),
      ["note 'self' -> 'selfValue'", "note 'hash' -> 'hash2'"]
    ),
    (
      schema("B: {type: integer, example: b}, C: {type: string, enum: [a_b, aB]}"),
      ["error 'type' ->", "warning 'a_b' -> 'aB2' 'aB' 'aB'"]
    ),
    (schema("Type: {type: string, enum: [a, b]}"), ["note 'Type' -> 'Kind'"]),
  ])
  func namesThatComeOutOtherwiseAreTold(body: String, expected: [String]) throws {
    let folder = try TemporaryFolder([
      "a.yaml": "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n\(body)\n"
    ])
    let told = lint(GenerationRequest(inputs: [folder.path])).all
    let lines = told.map { finding in
      let words = finding.message.matches(of: /'[^']*'/).map { String($0.output) }
      return "\(finding.severity) "
        + (words.prefix(1) + ["->"] + words.dropFirst()).joined(separator: " ")
    }
    #expect(Set(lines) == Set(expected))
    let request = GenerationRequest(
      inputs: [folder.path], output: folder.path + "/Generated", mode: .compare)
    #expect(generate(request).diagnostics.all.map(\.message) == [])
  }

  /// A rule that only linting has stops no later stage, and what that says of the same place is left
  /// out.
  @Test func aFaultIsToldOnce() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n"
        + "paths: {/a: {get: {operationId: class, \(Self.answers), parameters: "
        + "[{name: q, in: query, style: simple, schema: {type: integer, default: b}}]}}}\n"
        + "components: {responses: {r: {description: d, content: {json: {}}}}}\n"
    ])
    let told = lint(GenerationRequest(inputs: [folder.path])).sorted
    #expect(
      told.map(\.id) == [
        "renamed-operation", "parameter-style", "invalid-default", "invalid-media-type",
      ])
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
    #expect(Set(lintRules.map(\.id)).isSuperset(of: ["colliding-values", "renamed-member"]))
  }
}
