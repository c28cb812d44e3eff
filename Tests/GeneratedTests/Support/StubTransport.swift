import ClientRuntime
import Foundation
import Synchronization

/// A transport that gives one answer to everything and keeps the requests.
final class StubTransport: Transport {
  private let status: Int
  private let headers: HTTPHeaders
  private let body: Data
  private let received = Mutex<[TransportRequest]>([])

  init(_ body: Data, status: Int = 200, headers: HTTPHeaders = [:]) {
    self.body = body
    self.status = status
    self.headers = headers
  }

  /// Answers with a fixture.
  convenience init(answer: String, status: Int = 200, headers: HTTPHeaders = [:]) throws {
    self.init(try Fixture.data("responses/" + answer), status: status, headers: headers)
  }

  var requests: [TransportRequest] { received.withLock { $0 } }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    received.withLock { $0.append(request) }
    return TransportResponse(
      head: ResponseHead(status: status, headers: headers), body: ResponseBody(body))
  }
}

extension TransportRequest {
  /// Method and address in a line.
  var line: String { "\(method) \(url)" }

  /// The body as text, whatever pieces it comes in.
  var bodyText: String {
    switch body {
    case .none, .stream: ""
    case .bytes(let data): String(decoding: data, as: UTF8.self)
    case .pieces(let pieces):
      pieces.map { piece in
        if case .bytes(let data) = piece { String(decoding: data, as: UTF8.self) } else { "<file>" }
      }.joined()
    }
  }
}
