import ClientRuntime
import Foundation
import Testing

/// What is said to somebody who mistypes, and to somebody who asks.
struct UsageTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    var words: String
    /// What standard error must tell.
    var text: String
    var input: String?
    var testDescription: String { words }
  }

  static let wrong = [
    Wrong(words: "", text: "no command"),
    Wrong(words: "creat", text: "did you mean 'create'?"),
    Wrong(words: "create --promt x", text: "did you mean '--prompt'?"),
    Wrong(words: "create --provider klang", text: "did you mean 'kling'?"),
    Wrong(words: "create --prompt x", text: "--provider kling|"),
    Wrong(words: "create --provider kling", text: "no request"),
    Wrong(words: "create --provider kling --prompt x", text: "KLING_ACCESS_KEY"),
    Wrong(words: "create --provider kling --prompt", text: "needs a value"),
    Wrong(words: "create --wait=yes", text: "takes no value"),
    Wrong(words: "status", text: "no task"),
    Wrong(words: "status x --prompt y", text: "has no option '--prompt'"),
    Wrong(words: "download x --provider kling", text: "--output"),
    Wrong(words: "resume", text: "--journal"),
    Wrong(words: "sandbox --port 99999", text: "0 to 65535"),
    Wrong(words: "check --provider kling --request none.json", text: "no such file"),
    Wrong(
      words: "check --provider kling --request -", text: "standard input:2:10: error: ",
      input: "prompt: x\nseconds: [5\n"),
    Wrong(
      words: "check --provider kling --request -", text: ":1:12: error: an alias",
      input: "{\"images\": *x}"),
    Wrong(words: "check --provider kling --request -", text: "object, not array", input: "[]"),
    Wrong(words: "check --provider kling --request /tmp", text: "it is a folder"),
    Wrong(words: "create --seconds", text: "'omnivideo create --help'"),
    Wrong(words: "list --journal none/at-all", text: "there is no journal none/at-all"),
    Wrong(words: "resume --journal none/at-all", text: "there is no journal none/at-all"),
  ]

  @Test(arguments: wrong)
  func isWrongUse(_ wrong: Wrong) async throws {
    let words = wrong.words.split(separator: " ").map(String.init)
    let ending = try await Program.run(words, keys: [:], input: wrong.input)
    #expect(ending.code == 2 && ending.out.isEmpty && ending.err.contains(wrong.text), "\(ending)")
  }

  @Test(arguments: [
    "create", "check", "status", "wait", "download", "list", "resume", "models", "sandbox", "",
  ])
  func everyCommandHasHelp(_ command: String) async throws {
    let words = command.split(separator: " ").map(String.init)
    let ending = try await Program.run(words + ["--help"], keys: [:])
    #expect(ending.code == 0 && ending.err.isEmpty && ending.out.contains("Exit codes"))
    #expect(ending.out.split(separator: "\n").allSatisfy { $0.count <= 110 }, "\(ending.out)")
  }

  @Test func checksWithoutAKey() async throws {
    let long = String(repeating: "x", count: 2501)
    let body =
      #"{"model_name":"kling-v3-omni","prompt":"\#(long)","duration":"5","aspect_ratio":"1:1"}"#
    let words = ["check", "--provider", "kling", "--native", "--request", "-", "--json"]
    let ending = try await Program.run(words, keys: [:], input: body)
    let errors = ending.lines.first?["errors"]?.arrayValue
    #expect(ending.code == 1 && errors?.map { $0["rule"] } == ["R7"], "\(ending)")
    #expect(errors?.first?["path"] == "prompt")
    let fine = try await Program.run(
      words, keys: [:], input: body.replacing(long, with: "A girl"))
    #expect(fine.code == 0 && fine.lines.first?["errors"] == [], "\(fine)")
  }

  @Test func checksWhatCreateWouldSend() async throws {
    let words = ["--provider", "chainhub", "--prompt", "x", "--seconds", "11", "--json"]
    let check = try await Program.run(["check"] + words, keys: [:])
    let create = try await Program.run(["create", "--dry-run"] + words, keys: [:])
    let rules = check.lines.first?["errors"]?.arrayValue?.map { $0["rule"] }
    #expect(check.code == 1 && rules == ["R55"] && create.code == 1, "\(check) \(create)")
    #expect(create.lines.first?["model_name"] == "kling-video-o1")
  }

  @Test func saysWhichHalfOfAKeyIsMissing() async throws {
    let words = ["create", "--provider", "kling", "--prompt", "x"]
    let ending = try await Program.run(words, keys: ["KLING_ACCESS_KEY": "ak"])
    #expect(ending.code == 2 && ending.err.contains("no KLING_SECRET_KEY"), "\(ending)")
  }

  @Test func showsTheModels() async throws {
    let ending = try await Program.run(["models", "--json"], keys: [:])
    #expect(ending.code == 0 && ending.lines.allSatisfy { $0["source"] != nil }, "\(ending)")
    #expect(!ending.lines.isEmpty)
    let table = try await Program.run(["models", "--provider", "kling"], keys: [:])
    #expect(table.code == 0 && table.out.contains("Kling-3.0-omni"), "\(table)")
  }
}
