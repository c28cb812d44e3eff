import Foundation
import Testing

@testable import ClientRuntime

@Suite(.timeLimit(.minutes(5))) struct DeadlineTests {
  /// A place where a call can hang.
  enum Place: String, Sendable, CaseIterable {
    case credential, keptCredential, tokenEndpoint, around, attempt, server, body, waiting
  }

  /// Hangs until it is cancelled.
  @Sendable private static func hang() async throws {
    try await Timetable.shared.wait(.seconds(3600))
  }

  private struct Hanging: Middleware {
    var place: MiddlewarePlace

    func intercept(
      _ request: TransportRequest, _ context: MiddlewareContext, next: Next
    ) async throws(APIError) -> TransportResponse {
      let response = try await next(request)
      try? await DeadlineTests.hang()
      return response
    }
  }

  /// Hangs when it is asked for one of its addresses, or tells of another moment.
  private struct HangingTransport: Transport {
    var place: Place
    var reached: Counter

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
      let hangs = request.url.hasSuffix("/token") || place == .server
      if hangs {
        reached.add(1)
        try? await DeadlineTests.hang()
        throw TransportError(.cancelled, mayHaveArrived: true)
      }
      if place == .body {
        reached.add(1)
        return TransportResponse(head: ResponseHead(status: 200), body: ResponseBody(Silence()))
      }
      return TransportResponse(
        head: ResponseHead(status: place == .waiting ? 503 : 200, headers: ["Retry-After": "100"]),
        body: ResponseBody(Data("{}".utf8)))
    }
  }

  private final class Silence: ResponseSource {
    func next() async throws(TransportError) -> Data? {
      try? await DeadlineTests.hang()
      throw TransportError(.cancelled, mayHaveArrived: true)
    }

    func cancel() {}
  }

  private static func client(_ place: Place, _ reached: Counter) -> HTTPClient {
    var options = ClientOptions()
    options.deadline = .seconds(300)
    options.environment.watch = { _ in await reached.wait(for: 1) }
    options.environment.sleep = { _ in
      reached.add(1)
      try await hang()
    }
    if place == .around || place == .attempt {
      options.middleware = [Hanging(place: place == .around ? .call : .attempt)]
      reached.add(1)
    }
    let provide: @Sendable () async throws -> String = {
      reached.add(1)
      try await hang()
      return ""
    }
    let credential: Credential =
      switch place {
      case .credential: .token(provide)
      case .keptCredential: .token(lifetime: .seconds(60), provide)
      case .tokenEndpoint:
        .clientCredentials(tokenURL: "https://h/token", clientID: "i", clientSecret: "s")
      default: .bearer("t")
      }
    return HTTPClient(
      server: "https://h", credentials: ["k": credential],
      transport: HangingTransport(place: place, reached: reached), options: options)
  }

  @Test(
    "A deadline ends a call wherever it hangs", arguments: Place.allCases, [HTTPMethod.get, .post])
  func deadline(place: Place, method: HTTPMethod) async throws {
    let reached = Counter()
    let client = Self.client(place, reached)
    var call = Call("test", method, "/")
    call.security = [[.bearer("k")]]
    var outcome = ""
    do {
      _ = try await client.data(call)
    } catch {
      outcome = "\(error)"
      let isSent = place == .server || place == .body
      #expect(error.delivery == (isSent ? .unclear : .notSent))
      // Only of a create it matters what became of it.
      let isUnclear = if case .unclear = error { true } else { false }
      #expect(isUnclear == (isSent && method == .post))
    }
    // A middleware that shrugs off its cancellation has its answer in the end.
    if place == .around || place == .attempt { return #expect(outcome.isEmpty) }
    #expect(outcome.contains("the server did not answer in time (the deadline of 300.0 seconds)"))
  }

  @Test("Whoever cancels a call with a deadline is told so")
  func cancelled() async throws {
    let reached = Counter()
    var client = Self.client(.credential, reached)
    client.options.environment.watch = { _ in try await Self.hang() }
    var call = Call("test", .get, "/")
    call.security = [[.bearer("k")]]
    let task = Task { [client, call] in try await client.data(call) }
    await reached.wait(for: 1)
    task.cancel()
    await #expect {
      _ = try await task.value
    } throws: {
      if case .cancelled? = $0 as? APIError { true } else { false }
    }
  }

  private struct Refusing: Transport {
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
      TransportResponse(head: ResponseHead(status: 404), body: ResponseBody(Silence()))
    }
  }

  @Test("The words of a refusal are not waited for without an end", arguments: [false, true])
  func refusal(isDownload: Bool) async throws {
    var options = ClientOptions()
    options.environment.watch = { _ in }
    let client = HTTPClient(server: "https://h", transport: Refusing(), options: options)
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    var status: Int?
    do {
      if isDownload {
        _ = try await client.download("https://h/file", to: file)
      } else {
        _ = try await client.stream(Call("test", .get, "/"))
      }
    } catch {
      status = error.status
    }
    #expect(status == 404)
  }

  @Test("A poll that hangs ends with the time for its task")
  func poll() async throws {
    let reached = Counter()
    let time = FakeTime()
    var environment = time.environment
    environment.watch = { [environment] limit in
      await reached.wait(for: 1)
      // The clock has gone on meanwhile.
      try await environment.sleep(limit)
    }
    let operation = LongRunningOperation<String>("service.make") { handle throws(APIError) in
      reached.add(1)
      try? await Self.hang()
      throw .cancelled(handle.context)
    }
    await #expect {
      _ = try await operation.task(id: "7", environment: environment).value()
    } throws: {
      "\($0)".hasPrefix("service.make task 7 is not over after 900.0 seconds")
    }
  }
}
