import ClientRuntime
import Foundation

/// Makes the same calls on `URLSession` in one of three shapes: bare, through the transport alone, or
/// through all of the runtime.
struct SessionCalls {
  var count: Int
  var parallel: Int
  var shape: String

  func run() async throws {
    let call = try call()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<parallel {
        group.addTask { for _ in 0..<count / parallel { try await call() } }
      }
      try await group.waitForAll()
    }
  }

  private func call() throws -> @Sendable () async throws -> Void {
    switch shape {
    case "bare":
      guard let url = URL(string: address) else { throw URLError(.badURL) }
      let (session, delegate) = BareSession.session()
      return { _ = try await delegate.data(url, session) }
    case "transport":
      let transport = URLSessionTransport()
      let headers: HTTPHeaders = [
        "Accept": "application/json", "User-Agent": "swift-client-runtime",
        "Authorization": "Bearer key",
      ]
      return {
        let request = TransportRequest(.get, address, headers: headers)
        _ = try await transport.send(request).body.data()
      }
    default:
      let client = client(URLSessionTransport())
      return { try await makeCalls(1, client) }
    }
  }
}
