import Foundation
import Testing

@testable import ClientRuntime

@Suite struct RedirectTests {
  private static func follower(_ answer: @escaping @Sendable () -> Void = {}) -> (
    RedirectFollower, StubTransport
  ) {
    let transport = StubTransport { request in
      answer()
      return .status(302, "", ["Location": request.url + "x"])
    }
    return (RedirectFollower(transport: transport, limit: 3), transport)
  }

  @Test("Where redirects lead is reached in the time of one request")
  func time() async throws {
    let seconds = Counter()
    var (follower, transport) = Self.follower { seconds.add(25) }
    follower.uptime = { .seconds(seconds.value) }
    let request = TransportRequest(.get, "https://h/", timeout: .seconds(60))
    await #expect(throws: TransportError.self) { try await follower.send(request) }
    #expect(transport.requests.map(\.timeout) == [60, 60, 35, 10].map { .seconds($0) })
  }

  @Test("What said something of the body goes with it")
  func headers() async throws {
    let (follower, transport) = Self.follower()
    let headers: HTTPHeaders = [
      "Accept": "*/*", "Content-Type": "a/b", "content-length": "2", "Content-Encoding": "gzip",
    ]
    let request = TransportRequest(
      .post, "https://h/", headers: headers, body: .bytes(Data("{}".utf8)))
    await #expect(throws: TransportError.self) { try await follower.send(request) }
    #expect(transport.requests.map { $0.headers.fields.map(\.name) }.last == ["Accept"])
  }
}
