import Foundation
import Loopback
import Testing

@testable import ClientRuntime

/// What only `URLSession` needs; the rest is in the cases that all transports share.
///
/// On Linux it cannot keep a server back (to suspend a task restarts its transfer), send a body
/// with GET, tell apart how an answer or a secure connection broke off, trust a certificate of the
/// caller's, or keep header fields of one name apart.
@Suite(.timeLimit(.minutes(5))) struct SessionTransportTests {
  private let transport = URLSessionTransport()

  @Test("Letting go of an answer closes the connection")
  func abandonment() async throws {
    let gone = Counter()
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      connection.waitForHangUp()
      gone.add(1)
    }
    do { _ = try await transport.send(TransportRequest(.get, server.url)) }
    await gone.wait(for: 1)
    #expect(gone.value == 1)
  }

  @Test("Cancelling at any moment neither hangs nor crashes")
  func cancellationStorm() async throws {
    let server = try LoopbackServer { _, connection in connection.respond(200, "x") }
    let transport = transport
    for round in 0..<100 {
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<8 {
          group.addTask {
            let task = Task {
              try await transport.send(TransportRequest(.get, server.url)).body.data()
            }
            for _ in 0..<round * index { await Task.yield() }
            task.cancel()
            _ = await task.result
          }
        }
      }
    }
    #expect(await transport.outcome(TransportRequest(.get, server.url)) == "200 x")
  }
}
