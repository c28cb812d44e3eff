import ClientRuntime
import Foundation
import Synchronization

/// A vendor that answers as a closure says, and keeps what it was asked.
final class ScriptedVendor: Transport {
  enum Answer: Sendable {
    case json(Int, String)
    case lost(TransportError.Kind, mayHaveArrived: Bool)
    case full(Int, HTTPHeaders, Data)
  }

  typealias Script = @Sendable (TransportRequest, _ number: Int) -> Answer

  private let script: Script
  private let log = Mutex<[TransportRequest]>([])

  init(_ script: @escaping Script) { self.script = script }

  /// Answers creates and questions in turn; the last answer of each stays.
  convenience init(create: [Answer], query: [Answer] = []) {
    let counts = Mutex((creates: 0, queries: 0))
    self.init { request, _ in
      counts.withLock { counts in
        if request.method == .post {
          defer { counts.creates += 1 }
          return create[min(counts.creates, create.count - 1)]
        }
        defer { counts.queries += 1 }
        return query.isEmpty ? .json(404, "{}") : query[min(counts.queries, query.count - 1)]
      }
    }
  }

  var requests: [TransportRequest] { log.withLock { $0 } }
  var creates: Int { requests.count { $0.method == .post } }
  var queries: Int { requests.count { $0.method == .get } }

  /// Counts a request that was answered elsewhere.
  func count(_ request: TransportRequest) { log.withLock { $0.append(request) } }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let number = log.withLock { log in
      log.append(request)
      return log.count
    }
    switch script(request, number) {
    case .json(let status, let body):
      return TransportResponse(
        head: ResponseHead(status: status, headers: ["Content-Type": "application/json"]),
        body: ResponseBody(Data(body.utf8)))
    case .full(let status, let headers, let body):
      return TransportResponse(
        head: ResponseHead(status: status, headers: headers), body: ResponseBody(body))
    case .lost(let kind, let mayHaveArrived):
      throw TransportError(kind, mayHaveArrived: mayHaveArrived)
    }
  }
}
