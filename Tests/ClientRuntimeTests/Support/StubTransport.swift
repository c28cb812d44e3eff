import ClientRuntime
import Foundation
import Synchronization

/// A transport that gives prepared answers and keeps the requests.
final class StubTransport: Transport {
  typealias Answer = Result<(status: Int, headers: HTTPHeaders, body: String), TransportError>

  private struct State {
    var answers: [Answer]
    var requests: [TransportRequest] = []
  }

  private let state: Mutex<State>
  private let answering: (@Sendable (TransportRequest) -> Answer)?

  /// Answers in turn; the last answer stays.
  init(_ answers: [Answer]) {
    state = Mutex(State(answers: answers))
    answering = nil
  }

  /// Answers as a closure says.
  init(_ answer: @escaping @Sendable (TransportRequest) -> Answer) {
    state = Mutex(State(answers: []))
    answering = answer
  }

  convenience init(_ body: String, status: Int = 200, headers: HTTPHeaders = [:]) {
    self.init([.success((status, headers, body))])
  }

  var requests: [TransportRequest] { state.withLock { $0.requests } }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let answer = state.withLock { state in
      state.requests.append(request)
      if let answering { return answering(request) }
      return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
    }
    let (status, headers, body) = try answer.get()
    return TransportResponse(
      head: ResponseHead(status: status, headers: headers), body: ResponseBody(Data(body.utf8)))
  }
}

extension StubTransport.Answer {
  static func status(_ status: Int, _ body: String = "{}", _ headers: HTTPHeaders = [:]) -> Self {
    .success((status, headers, body))
  }

  static func lost(_ kind: TransportError.Kind, mayHaveArrived: Bool) -> Self {
    .failure(TransportError(kind, mayHaveArrived: mayHaveArrived))
  }
}

/// Time that passes only by sleeping, and chance without surprise.
final class FakeTime: Sendable {
  private let state = Mutex<[Duration]>([])
  let random: Double
  let start: Date

  init(random: Double = 0, start: Date = Date(timeIntervalSince1970: 1_700_000_000)) {
    self.random = random
    self.start = start
  }

  var sleeps: [Duration] { state.withLock { $0 } }
  var elapsed: Duration { sleeps.reduce(.zero, +) }

  var environment: RuntimeEnvironment {
    RuntimeEnvironment(
      now: { [self] in start + Double(elapsed.components.seconds) },
      uptime: { [self] in elapsed },
      sleep: { [self] in
        try Task.checkCancellation()
        let delay = $0
        state.withLock { $0.append(delay) }
      },
      random: { [self] in random })
  }
}

extension Data {
  var text: String { String(decoding: self, as: UTF8.self) }
}
