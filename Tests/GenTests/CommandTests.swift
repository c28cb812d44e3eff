import Foundation
import Testing

/// The command as a person starts it, in a folder of its own: what it prints and how it ends.
@Suite struct CommandTests {
  /// Words, standard input, how it ends, and what standard output and standard error hold.
  struct Call: Sendable, CustomTestStringConvertible {
    var words: String
    var input = ""
    var code: Int32 = 0
    var out: [String] = []
    var err: [String] = []
    var testDescription: String { "gen \(words)" }
  }

  static let calls = [
    Call(words: "--version", out: ["gen 0."]),
    Call(words: "--help", out: ["gen [generate] PATH…", "Exit codes"]),
    Call(words: "", code: 2, err: ["no description was given"]),
    Call(words: "nowhere.yaml", code: 2, err: ["no file or folder 'nowhere.yaml'"]),
    Call(
      words: "pets.yaml --output new", out: ["created  new/PetsClient/Client.swift", "4 written"]),
    Call(words: "pets.yaml --output quiet --quiet"),
    Call(
      words: "pets.yaml --output dry --dry-run --quiet", out: ["created  dry/PetsClient/API.md"]),
    Call(words: "pets.yaml", out: ["4 files: 0 written, 4 unchanged"]),
    Call(words: "pets.yaml --check", out: ["1 module, 4 files: up to date"]),
    Call(
      words: "pets.yaml --check --output none", code: 1, out: ["missing"],
      err: ["not up to date: run gen without --check"]),
    Call(
      words: "slip.yaml --output slip", out: ["created"],
      err: ["slip.yaml:9:", "did you mean 'properties'?"]),
    Call(words: "broken.yaml", code: 1, err: ["broken.yaml:2:1: error: expected a value here"]),
    Call(words: "lint pets.yaml"),
    Call(words: "lint slip.yaml", code: 1, err: ["error: 'propreties' is no keyword"]),
    Call(
      words: "lint - --format json", input: "openapi: 3.1.0\n", code: 1,
      out: ["\"diagnostics\": [", "\"severity\": \"error\"", "\"line\": 1"]),
    Call(words: "fix slip.yaml --dry-run", out: ["+    Pet: {type: object, properties:"]),
    Call(words: "diff pets.yaml pets.yaml", out: ["no changes"]),
    Call(words: "diff pets.yaml strict.yaml", code: 1, out: ["schema-required-added"]),
    Call(
      words: "diff pets.yaml strict.yaml --format json --fail-on none",
      out: ["\"swift\": \"breaking\"", "\"rule\": \"schema-required-added\""]),
    Call(
      words: "diff pets.yaml strict.yaml --format json --category wire",
      out: ["\"wire\": \"compatible\"", "\"swift\": null"]),
    Call(
      words: "diff pets.yaml strict.yaml --accepted odd.yaml", code: 2,
      err: ["odd.yaml:2:28: error: there is no rule 'schema-requird-added'", "did you mean"]),
    Call(
      words: "diff --explain schema-required-added",
      out: ["schema-required-added\n", "a request body ", "breaking", "gen diff OLD NEW --accept"]),
    Call(
      words: "diff --explain requird-added", code: 2, err: ["there is no rule 'requird-added'"]),
    Call(
      words: "diff --explain required-property", code: 2,
      err: ["did you mean 'schema-required-property-added' or "]),
    Call(
      words: "diff --list-rules",
      out: ["schema-null-added\tnull of a schema was added\tbreaking in"]),
    Call(
      words: "diff --list-rules --format json",
      out: ["\"id\": \"schema-null-added\"", "\"places\": ["]),
    Call(words: "diff --list-rules --format html", code: 2, err: ["cannot be written as html"]),
    Call(words: "diff pets.yaml strict.yaml --explain schema-null-added", code: 2, err: ["leave"]),
    Call(words: "diff a b --category contract", code: 2, err: ["use wire, swift"]),
    Call(words: "diff a b --output markdwn=x", code: 2, err: ["did you mean 'markdown=PATH'?"]),
    Call(words: "diff pets.yaml", code: 2, err: ["takes two descriptions"]),
    Call(words: "dump contract pets.yaml", out: ["\"Pet\""]),
    Call(words: "dump nothing pets.yaml", code: 2, err: ["use yaml, document, contract, plan"]),
  ]

  @Test(arguments: calls) func keepsItsWord(_ call: Call) async throws {
    let folder = try Workplace()
    _ = try await folder.run("pets.yaml", "")
    let ending = try await folder.run(call.words, call.input)
    #expect(ending.code == call.code, "\(ending)")
    #expect(call.out.allSatisfy(ending.out.contains) && ending.out.isEmpty == call.out.isEmpty)
    #expect(call.err.allSatisfy(ending.err.contains), "\(ending)")
  }
}
