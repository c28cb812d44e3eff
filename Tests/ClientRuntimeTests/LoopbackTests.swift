import ClientRuntime
import Loopback
import Testing

/// The server that all other tests rely on.
struct LoopbackTests {
  @Test("Stopping a server again ends no stranger's connection")
  func stoppedTwice() async throws {
    let stopped = try (0..<20).map { _ in try LoopbackServer("stopped") }
    for server in stopped { server.stop() }
    // Whoever comes next gets the numbers that became free.
    let others = try (0..<40).map { try LoopbackServer("\($0)") }
    for server in stopped { server.stop() }
    var answers: [String] = []
    for other in others {
      let transport: any Transport = .default
      let response = try await transport.send(TransportRequest(.get, other.url))
      answers.append(String(decoding: try await response.body.data(), as: UTF8.self))
    }
    #expect(answers == (0..<40).map { "\($0)" })
  }
}
