import Foundation

/// One call on its way: deadline, repetition, credentials, redirects, in this order.
struct CallExecution {
  let client: HTTPClient
  let call: Call
  let assembly: CallAssembly
  let context: CallContext
  private var retries = 0
  private var hasRenewed = false
  private let begin: Duration

  private var options: ClientOptions { client.options }
  private var environment: RuntimeEnvironment { client.options.environment }

  init(client: HTTPClient, call: Call) {
    self.client = client
    self.call = call
    assembly = CallAssembly(call: call, server: client.server, options: client.options)
    context = assembly.context
    begin = client.options.environment.uptime()
  }

  /// Makes the call and reads the answer into memory.
  mutating func whole(accept: String) async throws(APIError) -> HTTPResponse {
    let limit = options.maximumBodySize
    return try await run(accept: accept) { response, context throws(APIError) in
      let data = try await response.body.data(limit: limit)
      return HTTPResponse(context: context, head: response.head, body: data)
    }
  }

  /// Makes the call and hands the answer's body over while it arrives.
  mutating func streamed(accept: String) async throws(APIError) -> ResponseBody {
    try await run(accept: accept) { response, _ throws(APIError) in response.body }
  }

  /// Repeats until an answer was read or the failure is final.
  private mutating func run<Value: Sendable>(
    accept: String, read: (TransportResponse, CallContext) async throws(APIError) -> Value
  ) async throws(APIError) -> Value {
    let request = try assembly.request(accept: accept)
    while true {
      if Task.isCancelled { throw .cancelled(context) }
      switch try await attempt(request, read) {
      case .success(let value):
        client.budget.earn()
        return value
      case .failure(let failure): try await settle(failure, request)
      }
    }
  }

  private enum Failure: Error {
    case refused(HTTPFailure)
    case lost(TransportError)
    /// The server does not accept the token, and another one can be had.
    case stale
  }

  private mutating func attempt<Value: Sendable>(
    _ template: TransportRequest,
    _ read: (TransportResponse, CallContext) async throws(APIError) -> Value
  ) async throws(APIError) -> Result<Value, Failure> {
    var request = try withinDeadline(template)
    let auth = Authorization(call: call, credentials: client.credentials)
    let shown = try await auth.apply(to: &request, at: environment.now(), context)
    report(.started)
    let start = environment.uptime()
    let response: TransportResponse
    do throws(TransportError) {
      response = try await RedirectFollower(
        transport: client.transport, limit: options.maximumRedirects
      ).send(request)
    } catch {
      report(.failed(error, after: environment.uptime() - start))
      return .failure(.lost(error))
    }
    report(.answered(status: response.head.status, after: environment.uptime() - start))
    options.recorder?.record(response.head)
    if (200..<300).contains(response.head.status) {
      return try await finish(response, read)
    }
    if response.head.status == 401, !hasRenewed, request.body.isReplayable, shown.renew() {
      hasRenewed = true
      return .failure(.stale)
    }
    return .failure(.refused(await failure(response, shown)))
  }

  /// Reads a success; what breaks off in mid-body counts as a lost exchange.
  private func finish<Value: Sendable>(
    _ response: TransportResponse,
    _ read: (TransportResponse, CallContext) async throws(APIError) -> Value
  ) async throws(APIError) -> Result<Value, Failure> {
    var response = response
    response.body.context = context
    do throws(APIError) {
      return .success(try await read(response, context))
    } catch {
      switch error {
      case .transport(_, let cause), .timedOut(_, let cause): return .failure(.lost(cause))
      default: throw error
      }
    }
  }

  private func failure(_ response: TransportResponse, _ shown: ShownCredentials) async
    -> HTTPFailure
  {
    // The status says enough when the body cannot be had.
    let body = (try? await response.body.data(limit: 1 << 20)) ?? Data()
    let parts = ErrorBody(body, response.head.headers)
    let status = response.head.status
    let shape = call.failures.first { $0.statuses.contains(status) }
    return HTTPFailure(
      context: context, status: status, headers: response.head.headers, body: body,
      code: parts.code, message: parts.message, requestID: parts.requestID,
      retryAfter: RetryAfter.delay(response.head.headers, now: environment.now()),
      retries: retries, advice: shown.advice(status), value: shape.flatMap { try? $0.decode(body) })
  }

  /// Waits when the failure may pass, and throws when it is final.
  private mutating func settle(
    _ failure: Failure, _ request: TransportRequest
  ) async throws(APIError) {
    let decision = RetryDecision(
      policy: options.retry, idempotency: call.idempotency,
      isReplayable: request.body.isReplayable, retries: retries)
    let random = environment.random()
    switch failure {
    case .stale: return
    case .refused(let refusal):
      let delay = decision.delay(
        afterStatus: refusal.status, retryAfter: refusal.retryAfter, random: random)
      guard try await wait(delay, afterTimeout: false) else { throw .http(refusal) }
    case .lost(let error):
      let delay = decision.delay(after: error, random: random)
      guard try await wait(delay, afterTimeout: error.kind == .timedOut) else {
        throw final(error)
      }
    }
  }

  private func final(_ error: TransportError) -> APIError {
    if error.kind == .cancelled || Task.isCancelled { return .cancelled(context) }
    if error.mayHaveArrived, call.idempotency == .none, RetryDecision.mayPass(error.kind) {
      return .unclear(context, error)
    }
    return APIError(error, context)
  }

  /// Waits before the next attempt; `false` when there is none.
  private mutating func wait(
    _ delay: Duration?, afterTimeout: Bool
  ) async throws(APIError) -> Bool {
    guard let delay, isWithinDeadline(delay), client.budget.spend(afterTimeout: afterTimeout) else {
      return false
    }
    report(.waiting(delay))
    do {
      try await environment.sleep(delay)
    } catch {
      throw .cancelled(context)
    }
    retries += 1
    return true
  }

  private func isWithinDeadline(_ delay: Duration) -> Bool {
    guard let deadline = options.deadline else { return true }
    return environment.uptime() - begin + delay < deadline
  }

  /// The request with no more time than the deadline leaves.
  private func withinDeadline(
    _ request: TransportRequest
  ) throws(APIError) -> TransportRequest {
    guard let deadline = options.deadline else { return request }
    let left = deadline - (environment.uptime() - begin)
    guard left > .zero else {
      throw .timedOut(
        context,
        TransportError(.timedOut, mayHaveArrived: false, detail: "the deadline of \(deadline)"))
    }
    var request = request
    request.timeout = min(request.timeout ?? left, left)
    return request
  }

  private func report(_ kind: CallEvent.Kind) {
    options.observe?(CallEvent(context: context, attempt: retries + 1, kind: kind))
  }
}
