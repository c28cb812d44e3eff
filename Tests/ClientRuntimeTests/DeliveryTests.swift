import Foundation
import Loopback
import Testing

@testable import ClientRuntime

@Suite(.timeLimit(.minutes(5))) struct DeliveryTests {
  private static func lost(_ kind: TransportError.Kind, _ mayHaveArrived: Bool)
    -> StubTransport.Answer
  {
    .lost(kind, mayHaveArrived: mayHaveArrived)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var idempotency = Idempotency.none
    var answers: [StubTransport.Answer]
    var expected: RequestDelivery
  }

  static let cases: [Case] = [
    Case(
      testDescription: "no such name", answers: [lost(.nameNotFound, false)], expected: .notSent),
    Case(
      testDescription: "refused connection", answers: [lost(.connectionFailed, false)],
      expected: .notSent),
    Case(testDescription: "no TLS", answers: [lost(.tlsFailed, false)], expected: .notSent),
    Case(
      testDescription: "slow connection", answers: [lost(.connectTimedOut, false)],
      expected: .notSent),
    Case(testDescription: "timeout", answers: [lost(.timedOut, true)], expected: .unclear),
    Case(testDescription: "reset", answers: [lost(.connectionLost, true)], expected: .unclear),
    Case(
      testDescription: "never begun", answers: [lost(.cancelled, false)], expected: .notSent),
    Case(testDescription: "cancelled", answers: [lost(.cancelled, true)], expected: .unclear),
    Case(
      testDescription: "refused, then unreachable",
      answers: [.status(429), lost(.connectionFailed, false)], expected: .notSent),
    Case(
      testDescription: "lost, then unreachable", idempotency: .key("Idempotency-Key"),
      answers: [lost(.timedOut, true), lost(.connectionFailed, false)], expected: .unclear),
    Case(
      testDescription: "lost, then refused", idempotency: .key("Idempotency-Key"),
      answers: [lost(.timedOut, true), .status(400)], expected: .unclear),
    Case(
      testDescription: "bad gateway, then unreachable", idempotency: .safe,
      answers: [.status(502), lost(.connectionFailed, false)], expected: .unclear),
    Case(testDescription: "bad request", answers: [.status(400)], expected: .answered),
    Case(testDescription: "bad gateway", answers: [.status(502)], expected: .unclear),
    Case(testDescription: "gateway timeout", answers: [.status(504)], expected: .unclear),
    Case(testDescription: "breakdown", answers: [.status(500, "oops")], expected: .unclear),
    Case(
      testDescription: "error with a code", answers: [.status(500, #"{"code":5000}"#)],
      expected: .answered),
    Case(testDescription: "overload", answers: [.status(503)], expected: .unclear),
    Case(
      testDescription: "put off for too long",
      answers: [.status(503, "", ["Retry-After": "999"])], expected: .answered),
    Case(testDescription: "not as described", answers: [.status(200, "[")], expected: .answered),
  ]

  @Test("An error says whether the request was sent", arguments: cases)
  func delivery(expected: Case) async throws {
    var options = ClientOptions()
    options.environment = FakeTime().environment
    let client = HTTPClient(
      server: "https://h", transport: StubTransport(expected.answers), options: options)
    var call = Call("create", .post, "/")
    call.idempotency = expected.idempotency
    #expect(await Self.failure(client, call)?.delivery == expected.expected)
  }

  private static func failure(_ client: HTTPClient, _ call: Call) async -> APIError? {
    do {
      _ = try await client.json(call) as JSONValue
      return nil
    } catch {
      return error
    }
  }

  @Test("What cannot be put together was not sent")
  func unsent() async throws {
    let client = HTTPClient(server: "https://h", transport: StubTransport("{}"))
    #expect(await Self.failure(client, Call("create", .post, "/{id}"))?.delivery == .notSent)
    var signed = Call("create", .post, "/")
    signed.security = [[.bearer("k")]]
    var broken = client
    broken.credentials = ["k": .token { throw POSIXError(.EIO) }]
    #expect(await Self.failure(broken, signed)?.delivery == .notSent)
  }

  #if os(Linux)
    struct Wire: Sendable, CustomTestStringConvertible {
      var testDescription: String
      var expected: RequestDelivery
      var url: String?
      var act: @Sendable (ServerConnection) -> Void = { $0.close() }
    }

    static let wire: [Wire] = [
      Wire(testDescription: "nobody", expected: .notSent, url: "http://127.0.0.1:1"),
      Wire(testDescription: "no name", expected: .notSent, url: "http://host.invalid"),
      Wire(testDescription: "hung up", expected: .unclear),
      Wire(testDescription: "reset", expected: .unclear) { $0.reset() },
      Wire(testDescription: "silent", expected: .unclear) { $0.waitForHangUp() },
      Wire(testDescription: "cut", expected: .unclear) {
        $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
        $0.close()
      },
      Wire(testDescription: "gateway", expected: .unclear) { $0.respond(504, "") },
      Wire(testDescription: "refused", expected: .answered) { $0.respond(400, "no") },
    ]

    @Test("On the wire it is known whether a create was sent", arguments: Carrier.allCases, wire)
    func onTheWire(carrier: Carrier, expected: Wire) async throws {
      let server = try LoopbackServer { _, connection in expected.act(connection) }
      var options = ClientOptions()
      options.environment = FakeTime().environment
      options.inactivityTimeout = .seconds(1)
      let client = HTTPClient(
        server: expected.url ?? server.url, transport: carrier.transport(), options: options)
      var call = Call("create", .post, "/")
      call.body(text: "{}", contentType: "application/json")
      #expect(await Self.failure(client, call)?.delivery == expected.expected)
    }

    @Test("A server that never finishes the secure connection has got nothing")
    func secure() async throws {
      let server = try LoopbackServer("it is asked in another language")
      var options = ClientOptions()
      options.environment = FakeTime().environment
      options.connectTimeout = .milliseconds(300)
      let client = HTTPClient(
        server: server.url.replacing("http:", with: "https:"), transport: CurlTransport(),
        options: options)
      #expect(await Self.failure(client, Call("create", .post, "/"))?.delivery == .notSent)
    }
  #endif

  @Test(
    "A create whose answer leads elsewhere has arrived", arguments: [(303, true), (307, false)])
  func redirected(status: Int, mayHaveArrived: Bool) async throws {
    let transport = StubTransport { request in
      request.url == "https://h/"
        ? .status(status, "", ["Location": "/elsewhere"])
        : .lost(.connectionFailed, mayHaveArrived: false)
    }
    var options = ClientOptions()
    options.retry = .none
    let client = HTTPClient(server: "https://h", transport: transport, options: options)
    let error = await Self.failure(client, Call("create", .post, "/"))
    #expect(error?.delivery == (mayHaveArrived ? .unclear : .notSent))
  }
}
