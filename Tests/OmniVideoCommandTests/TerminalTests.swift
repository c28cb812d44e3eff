import ClientRuntime
import Foundation
import Sandbox
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What only shows on a terminal, and what only shows where keys are really checked.
@Suite(.timeLimit(.minutes(2))) struct TerminalTests {
  /// A bar goes to a terminal, lines go elsewhere.
  @Test(arguments: [true, false]) func aTerminalGetsABar(_ isTerminal: Bool) async throws {
    let stage = try Stage()
    let words =
      ["create"] + stage.vendor(.omnirouters) + [
        "--prompt", "A girl smiles by the sea", "--seconds", "5", "--resolution", "1080p",
        "--aspect-ratio", "16:9", "--wait", "--every", "0.05",
      ]
    var (leader, follower): (Int32, Int32) = (-1, -1)
    try #require(openpty(&leader, &follower, nil, nil, nil) == 0)
    let terminal = FileHandle(fileDescriptor: follower, closeOnDealloc: true)
    let ending = try await Program(
      words, keys: Program.keys.merging(["TERM": "xterm"]) { $1 },
      errors: isTerminal ? terminal : nil
    ).waitForEnd()
    #expect(ending.code == 0)
    var bytes = [UInt8](repeating: 0, count: 65536)
    try terminal.close()
    let count = isTerminal ? max(read(leader, &bytes, bytes.count), 0) : 0
    close(leader)
    let shown = isTerminal ? String(decoding: bytes[..<count], as: UTF8.self) : ending.err
    #expect(shown.contains("░") == isTerminal && shown.contains("\r") == isTerminal)
    #expect(shown.contains("running") || shown.contains("queued"))
  }

  /// Kling's own check of the token that is signed from both keys.
  @Test(arguments: [("secret-of-one", 0), ("another", 1)])
  func aTokenIsSignedFromBothKeys(_ secret: String, _ code: Int32) async throws {
    var options = SandboxOptions()
    options.pace = .polls(queued: 1, running: 1)
    options.secrets = ["one": "secret-of-one"]
    let sandbox = Sandbox(options)
    try sandbox.start()
    let ending = try await Program.run(
      [
        "create", "--provider", "kling", "--base-url", sandbox.baseURL(for: .kling),
        "--prompt", "By the sea", "--seconds", "5", "--aspect-ratio", "16:9", "--wait", "--json",
        "--every", "0.05",
      ], keys: ["KLING_ACCESS_KEY": "one", "KLING_SECRET_KEY": secret])
    #expect(ending.code == code, "\(ending)")
    #expect(sandbox.ledger.count == (code == 0 ? 1 : 0))
    #expect(!ending.out.contains(secret) && !ending.err.contains(secret))
  }
}
