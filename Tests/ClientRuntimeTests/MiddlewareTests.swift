import Foundation
import Testing

@testable import ClientRuntime

@Suite struct MiddlewareTests {
  /// Notes what passes, and marks what it lets pass.
  private struct Note: Middleware {
    var name: String
    var place: MiddlewarePlace
    var log: Collected<String>

    func intercept(
      _ request: TransportRequest, _ context: MiddlewareContext, next: Next
    ) async throws(APIError) -> TransportResponse {
      let secret = request.headers["Authorization"] ?? "no key"
      log.add("> \(name) \(context.attempt) \(secret)")
      var request = request
      request.headers.add("X-Path", name)
      do throws(APIError) {
        let response = try await next(request)
        log.add("< \(name) \(response.head.status)")
        return response
      } catch {
        log.add("! \(name)")
        throw error
      }
    }
  }

  /// Does something else than to let a request pass.
  private struct Odd: Middleware {
    var place = MiddlewarePlace.attempt
    var act:
      @Sendable (TransportRequest, MiddlewareContext, Middleware.Next) async throws(APIError)
        -> TransportResponse

    func intercept(
      _ request: TransportRequest, _ context: MiddlewareContext, next: Next
    ) async throws(APIError) -> TransportResponse {
      try await act(request, context, next)
    }
  }

  private static func client(
    _ transport: StubTransport, _ middleware: [any Middleware], log: Collected<String>? = nil
  ) -> HTTPClient {
    var options = ClientOptions()
    options.environment = FakeTime().environment
    options.middleware = middleware
    if let log {
      options.observe = { log.add("\($0)".replacing("test (GET https://h/) ", with: "")) }
    }
    return HTTPClient(
      server: "https://h", credentials: ["k": .bearer("key")], transport: transport,
      options: options)
  }

  private static var call: Call {
    var call = Call("test", .get, "/")
    call.security = [[.bearer("k")]]
    return call
  }

  @Test("The order is logging, around the call, repetition, credentials, around the attempt")
  func order() async throws {
    let log = Collected<String>()
    let transport = StubTransport([.status(503), .status(200, "ok")])
    let client = Self.client(
      transport,
      [
        Note(name: "inner", place: .attempt, log: log),
        Note(name: "outer", place: .call, log: log), Note(name: "last", place: .attempt, log: log),
      ], log: log)
    #expect(try await client.text(Self.call) == "ok")
    #expect(
      log.values == [
        "> outer 1 no key", "attempt 1 started", "> inner 1 Bearer key", "> last 1 Bearer key",
        "< last 503", "< inner 503", "attempt 1 answered 503 after 0.0 seconds",
        "attempt 1 repeats in 0.5 seconds", "attempt 2 started", "> inner 2 Bearer key",
        "> last 2 Bearer key", "< last 200", "< inner 200",
        "attempt 2 answered 200 after 0.0 seconds", "< outer 200",
        "attempt 2 finished with 200 after 0.5 seconds",
      ])
    #expect(
      transport.requests.map { $0.headers["X-Path"] }
        == Array(repeating: "outer, inner, last", count: 2))
  }

  @Test("The end of a call is told, however it ends")
  func finished() async throws {
    let log = Collected<String>()
    let answers: [StubTransport.Answer] = [
      .status(204), .status(404), .lost(.untrustedCertificate, mayHaveArrived: false),
    ]
    for answer in answers {
      try? await Self.client(StubTransport([answer]), [], log: log).send(Self.call)
    }
    #expect(
      log.values.filter { $0.contains("finished") } == [
        "attempt 1 finished with 204 after 0.0 seconds",
        "attempt 1 finished with 404 after 0.0 seconds",
        "attempt 1 finished without an answer after 0.0 seconds",
      ])
  }

  @Test("A middleware may answer itself, send again, fail, or be passed by")
  func odd() async throws {
    let cached = Odd { _, _, _ throws(APIError) in
      TransportResponse(head: ResponseHead(status: 200), body: ResponseBody(Data("kept".utf8)))
    }
    let twice = Odd(place: .call) { request, _, next throws(APIError) in
      _ = try await next(request)
      return try await next(request)
    }
    let failing = Odd { _, context, _ throws(APIError) in
      throw .encoding(context.call, reason: "not today")
    }
    let losing = Odd { _, context, next throws(APIError) in
      throw .transport(context.call, TransportError(.connectionLost, mayHaveArrived: true))
    }
    var outcomes: [String] = []
    for middleware in [cached, twice, failing, losing] {
      let transport = StubTransport("fresh")
      var outcome: String
      do {
        outcome = try await Self.client(transport, [middleware]).text(Self.call)
      } catch {
        outcome = "\(error)"
      }
      outcomes.append("\(outcome) \(transport.requests.count)")
    }
    let line = "test (GET https://h/)"
    #expect(
      outcomes == [
        "kept 0", "fresh 2",
        "\(line): the request could not be put together: not today; nothing was sent 0",
        "\(line): the connection was lost; try again later 0",
      ])
  }

  @Test("A stream goes through middleware while it arrives")
  func streams() async throws {
    let log = Collected<String>()
    let client = Self.client(
      StubTransport("abc"), [Note(name: "n", place: .call, log: log)])
    #expect(try await client.stream(Self.call).data().text == "abc")
    #expect(log.values == ["> n 1 no key", "< n 200"])
  }
}
