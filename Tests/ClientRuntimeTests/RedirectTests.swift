import Foundation
import Testing

@testable import ClientRuntime

@Suite struct RedirectTests {
  @Test("What said something of the body goes with it")
  func headers() async throws {
    let transport = StubTransport([.status(303, "", ["Location": "/x"]), .status(200)])
    let follower = RedirectFollower(transport: transport, limit: 3)
    let headers: HTTPHeaders = [
      "Accept": "*/*", "Content-Type": "a/b", "content-length": "2", "Content-Encoding": "gzip",
    ]
    let request = TransportRequest(
      .post, "https://h/", headers: headers, body: .bytes(Data("{}".utf8)))
    #expect(try await follower.send(request).head.status == 200)
    #expect(transport.requests.map { $0.headers.fields.map(\.name) }.last == ["Accept"])
  }
}
