import Foundation
import Synchronization

/// One call on its way: deadline, repetition, credentials, redirects, in this order.
struct CallExecution {
  let frame: CallFrame
  var retries = 0
  private var hasRenewed = false
  /// Whether an attempt that was repeated may have reached the server.
  var hasLostAttempt = false

  // Lent, as copies of them cost more than anything else in a small call.
  private var client: HTTPClient { _read { yield frame.client } }
  var call: Call { _read { yield frame.assembly.call } }
  var context: CallContext { _read { yield frame.context } }
  var options: ClientOptions { _read { yield frame.client.options } }
  var environment: RuntimeEnvironment { _read { yield frame.client.options.environment } }

  init(client: HTTPClient, call: consuming Call, limit: Int?) {
    frame = CallFrame(client: client, call: call, limit: limit)
  }

  /// Makes the call and reads the answer into memory.
  static func whole(
    _ client: HTTPClient, _ call: consuming Call, accept: String
  ) async throws(APIError) -> HTTPResponse {
    let limit = client.options.maximumBodySize
    let execution = CallExecution(client: client, call: call, limit: limit)
    let answer = try await execution.answer(accept)
    // Asked for where it is not there alone: what waits costs more than what does not.
    let body =
      if let whole = answer.whole { whole } else { try await answer.body.data(limit: limit) }
    return HTTPResponse(
      context: execution.context, head: answer.head, body: body,
      redaction: answer.body.redaction)
  }

  /// Makes the call and hands the answer's body over while it arrives.
  static func streamed(
    _ client: HTTPClient, _ call: consuming Call, accept: String
  ) async throws(APIError) -> ResponseBody {
    try await CallExecution(client: client, call: call, limit: nil).answer(accept).body
  }

  /// Makes the call; hands some answers over while they arrive and reads others into memory.
  func response(
    accept: String, streaming statuses: Set<Int>, limit: Int
  ) async throws(APIError) -> HTTPResponse {
    let answer = try await answer(accept)
    let isStreamed = statuses.contains(answer.head.status)
    return HTTPResponse(
      context: context, head: answer.head,
      body: isStreamed ? Data() : try await answer.body.data(limit: limit),
      rest: isStreamed ? answer.body : nil, redaction: answer.body.redaction)
  }

  /// Sends the request through the middleware around the call, and tells when all is over.
  private func answer(_ accept: String) async throws(APIError) -> TransportResponse {
    do throws(APIError) {
      let request = try frame.assembly.request(accept: accept, options)
      let answer: TransportResponse
      // What most calls do without costs them nothing.
      if options.deadline == nil, options.middleware.isEmpty {
        var execution = self
        answer = try await execution.run(request)
      } else {
        answer = try await bounded(request)
      }
      report(.finished(status: answer.head.status, after: environment.uptime() - frame.begin))
      return answer
    } catch {
      report(.finished(status: error.status, after: environment.uptime() - frame.begin))
      throw error.isSilentAboutDelivery && frame.sent?.isSet == true
        ? error.afterLostAttempt() : error
    }
  }

  /// Lets the request pass under the call's deadline and through the middleware around it.
  private func bounded(_ request: TransportRequest) async throws(APIError) -> TransportResponse {
    try await deadline.bound { () throws(APIError) in
      try await MiddlewareChain.send(
        request, through: middleware(.call), middlewareContext
      ) { request throws(APIError) in
        var execution = self
        return try await execution.run(request)
      }
    }
  }

  private var deadline: Deadline {
    Deadline(
      limit: options.deadline, context: context, isRepeatable: call.idempotency != .none,
      watch: environment.watch)
  }

  private func middleware(_ place: MiddlewarePlace) -> ArraySlice<any Middleware> {
    options.middleware.isEmpty ? [] : options.middleware.filter { $0.place == place }[...]
  }

  private var middlewareContext: MiddlewareContext {
    MiddlewareContext(
      call: context, idempotency: call.idempotency, attempt: retries + 1, environment: environment)
  }

  /// Repeats until an answer was read or the failure is final.
  private mutating func run(
    _ request: TransportRequest
  ) async throws(APIError) -> TransportResponse {
    do throws(APIError) {
      while true {
        if Task.isCancelled { throw .cancelled(context) }
        switch try await attempt(request) {
        case .success(let value):
          frame.budget.earn()
          return value
        case .failure(let failure): try await settle(failure, request)
        }
      }
    } catch {
      throw hasLostAttempt ? error.afterLostAttempt() : error
    }
  }

  enum Failure: Error {
    case refused(HTTPFailure)
    case lost(TransportError)
    /// The server does not accept the token, and another one can be had.
    case stale
  }

  private mutating func attempt(
    _ template: TransportRequest
  ) async throws(APIError) -> Result<TransportResponse, Failure> {
    frame.sent?.isSet = false
    var request = template
    request.wholeLimit = frame.limit
    try bound(&request)
    let shown = try await Authorization.apply(
      to: &request, call.security ?? client.security, client.credentials, for: frame.client,
      context)
    report(.started)
    let start = options.observe == nil ? .zero : environment.uptime()
    var response: TransportResponse
    do throws(APIError) {
      response = try await send(request)
    } catch {
      guard let cause = error.cause.map({ shown.redaction.clean($0) }) else { throw error }
      report(.failed(cause, after: environment.uptime() - start))
      return .failure(.lost(cause))
    }
    report(.answered(status: response.head.status, after: environment.uptime() - start))
    options.recorder?.record(response.head)
    if (200..<300).contains(response.head.status) {
      if let failure = try await finish(&response, shown) { return .failure(failure) }
      return .success(response)
    }
    if response.head.status == 401, !hasRenewed, request.body.isReplayable, shown.renew() {
      hasRenewed = true
      return .failure(.stale)
    }
    return .failure(.refused(await failure(response, shown)))
  }

  /// Sends an attempt through its middleware, and wherever redirects lead.
  private func send(_ request: TransportRequest) async throws(APIError) -> TransportResponse {
    if options.middleware.isEmpty { return try await Self.send(request, frame) }
    let frame = frame
    return try await MiddlewareChain.send(
      request, through: middleware(.attempt), middlewareContext
    ) { request throws(APIError) in
      try await Self.send(request, frame)
    }
  }

  private static func send(
    _ request: TransportRequest, _ frame: CallFrame
  ) async throws(APIError) -> TransportResponse {
    let begin = request.timeout == nil ? .zero : frame.client.options.environment.uptime()
    do throws(TransportError) {
      var response = try await frame.client.transport.send(request)
      if RedirectFollower.isRedirect(response) {
        let follower = RedirectFollower(
          transport: frame.client.transport, limit: frame.client.options.maximumRedirects,
          uptime: frame.client.options.environment.uptime)
        response = try await follower.follow(response, to: request, since: begin)
      }
      frame.sent?.isSet = true
      return response
    } catch {
      if error.mayHaveArrived { frame.sent?.isSet = true }
      throw APIError(error, frame.context)
    }
  }

  /// Reads a success; what breaks off in mid-body counts as a lost exchange.
  private func finish(
    _ response: inout TransportResponse, _ shown: ShownCredentials
  ) async throws(APIError) -> Failure? {
    response.body.context = context
    response.body.redaction = shown.redaction
    response.body.pieceLimit = options.maximumBodySize
    guard let limit = frame.limit else { return nil }
    do throws(APIError) {
      let data = try await response.body.data(limit: limit)
      if options.middleware.isEmpty {
        response.whole = data
      } else {
        response.body = ResponseBody(data)
        response.body.redaction = shown.redaction
      }
      guard options.isRefusal?(response.head, data) == true else { return nil }
      return .refused(await failure(response, shown))
    } catch {
      switch error {
      case .transport(_, let cause), .timedOut(_, let cause): return .lost(cause)
      default: throw error
      }
    }
  }

  /// A stream has no limit for the whole; the words of its refusal get no longer than a silence.
  private var patience: Deadline {
    Deadline(
      limit: frame.limit == nil ? options.inactivityTimeout : nil, context: context,
      watch: environment.watch)
  }

  private func failure(
    _ response: TransportResponse, _ shown: ShownCredentials
  ) async -> HTTPFailure {
    var failure = await HTTPFailure.read(
      response, shown: shown, retries: retries, now: environment.now(), within: patience)
    let shapes = call.failures.isEmpty ? client.failures : call.failures
    let shape = shapes.first { $0.statuses.contains(failure.status) }
    failure.value = shape.flatMap { try? $0.decode(failure.body) }
    return failure
  }

  /// Gives a request no more time than the deadline leaves.
  private func bound(_ request: inout TransportRequest) throws(APIError) {
    guard let deadline = options.deadline else { return }
    let left = deadline - (environment.uptime() - frame.begin)
    guard left > .zero else {
      throw .timedOut(
        context,
        TransportError(.timedOut, mayHaveArrived: false, detail: "the deadline of \(deadline)"))
    }
    request.timeout = min(request.timeout ?? left, left)
  }

  func report(_ kind: @autoclosure () -> CallEvent.Kind) {
    // Most calls are observed by nobody, and the time for an event would be asked for in vain.
    guard let observe = options.observe else { return }
    let kind = kind()
    var attempt = retries + 1
    // The end of a call is told where nobody counts.
    if case .finished = kind { attempt = frame.retries.load(ordering: .relaxed) + 1 }
    observe(CallEvent(context: context, attempt: attempt, kind: kind))
  }
}
