import Foundation
import Testing

@testable import ClientRuntime

/// An error at each place of a call's way, and what it tells of the call.
@Suite struct PhaseTests {
  private struct Failing: Middleware {
    var place: MiddlewarePlace
    var isAfter: Bool

    func intercept(
      _ request: TransportRequest, _ context: MiddlewareContext, next: Next
    ) async throws(APIError) -> TransportResponse {
      if isAfter { _ = try await next(request) }
      throw .encoding(context.call, reason: "attempt \(context.attempt)")
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kind: String
    var requests: Int
    var delivery: RequestDelivery
    var text: String
    var answer = StubTransport.Answer.status(200, #"{"id":"1"}"#)
    var middleware: [any Middleware] = []
    var change: @Sendable (inout Call) -> Void = { _ in }
    var credential = Credential.bearer("t")
  }

  static let cases: [Case] = [
    Case(
      testDescription: "the path", kind: "encoding", requests: 0, delivery: .notSent,
      text: "nothing fills ‘{id}’ of the path", change: { $0.path = "/v1/{id}" }),
    Case(
      testDescription: "the body", kind: "encoding", requests: 0, delivery: .notSent,
      text: "body: ", change: { $0.body(json: Double.nan) }),
    Case(
      testDescription: "the limits", kind: "validation", requests: 0, delivery: .notSent,
      text: "nothing was sent",
      change: { $0.body(json: Sample.VideoRequest(modelName: "")) }),
    Case(
      testDescription: "middleware around the call, before", kind: "encoding", requests: 0,
      delivery: .notSent, text: "attempt 1", middleware: [Failing(place: .call, isAfter: false)]),
    Case(
      testDescription: "the credential", kind: "credential", requests: 0, delivery: .notSent,
      text: "no credential could be had: POSIXError", credential: .token { throw POSIXError(.EIO) }),
    Case(
      testDescription: "middleware around the attempt, before", kind: "encoding", requests: 0,
      delivery: .notSent, text: "attempt 1",
      middleware: [Failing(place: .attempt, isAfter: false)]),
    Case(
      testDescription: "the transport, before sending", kind: "transport", requests: 3,
      delivery: .notSent, text: "no connection could be made",
      answer: .lost(.connectionFailed, mayHaveArrived: false)),
    Case(
      testDescription: "the transport, after sending", kind: "unclear", requests: 1,
      delivery: .unclear, text: "the connection was lost",
      answer: .lost(.connectionLost, mayHaveArrived: true)),
    Case(
      testDescription: "the server", kind: "http", requests: 1, delivery: .answered,
      text: "the server answered 400, code 7", answer: .status(400, #"{"code":7}"#)),
    Case(
      testDescription: "middleware around the attempt, after", kind: "encoding", requests: 1,
      delivery: .unclear, text: "attempt 1",
      middleware: [Failing(place: .attempt, isAfter: true)]),
    Case(
      testDescription: "middleware around the call, after", kind: "encoding", requests: 1,
      delivery: .unclear, text: "attempt 1", middleware: [Failing(place: .call, isAfter: true)]),
    Case(
      testDescription: "the answer", kind: "decoding", requests: 1, delivery: .answered,
      text: "‘id’ in the answer (200) is not as described", answer: .status(200, #"{"id":5}"#)),
  ]

  private struct Answer: Decodable, Sendable {
    var id: String
  }

  @Test("Wherever a call fails, the error names the call and the place", arguments: cases)
  func phase(expected: Case) async throws {
    let transport = StubTransport([expected.answer])
    var options = ClientOptions()
    options.environment = FakeTime().environment
    options.middleware = expected.middleware
    let client = HTTPClient(
      server: "https://h/base", credentials: ["k": expected.credential], transport: transport,
      options: options)
    var call = Call("createThing", .post, "/v1/things")
    call.security = [[.bearer("k")]]
    call.query("page", 1)
    expected.change(&call)
    do {
      _ = try await client.json(call) as Answer
      Issue.record("it did not fail")
    } catch {
      let kind = Mirror(reflecting: error).children.first?.label
      #expect(kind == expected.kind && error.delivery == expected.delivery, "\(error)")
      #expect(error.context.operation == "createThing" && error.context.method == .post)
      #expect(error.context.url == "https://h/base\(call.path)?page=1")
      #expect("\(error)".contains(expected.text) && transport.requests.count == expected.requests)
    }
  }
}
