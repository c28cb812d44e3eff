import Foundation
import Testing

@testable import ClientRuntime

@Suite struct VerdictTests {
  /// A service whose own codes say more than its statuses.
  private static func options(_ time: FakeTime) -> ClientOptions {
    var options = ClientOptions()
    options.environment = time.environment
    options.retry.verdictHeader = "X-Should-Retry"
    options.isRefusal = { _, body in
      let answer = try? JSONCoding.decode(JSONValue.self, from: body)
      return answer?["code"].map { $0 != 0 } ?? false
    }
    options.classify = { failure in
      switch failure.code {
      case "1102": .final
      case "1302": .retry()
      case "1303":
        .retry(
          RetryPolicy(
            maximumRetries: 3, initialDelay: .seconds(5), maximumDelay: .seconds(12),
            maximumRetryAfter: .seconds(99)))
      default: nil
      }
    }
    return options
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var method = HTTPMethod.post
    var answers: [StubTransport.Answer]
    var outcome: String
    var sleeps: [Double] = []
  }

  private static func coded(
    _ status: Int, _ code: Int, _ headers: HTTPHeaders = [:]
  ) -> StubTransport.Answer {
    .status(status, #"{"code":\#(code),"message":"m"}"#, headers)
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a code for good", answers: [coded(429, 1102)],
      outcome: "429, code 1102: m"),
    Case(
      testDescription: "a code for good in an answer that is a success",
      answers: [coded(200, 1102)], outcome: "200, code 1102: m"),
    Case(
      testDescription: "a code that nobody knows in an answer that is a success",
      answers: [coded(200, 7)], outcome: "200, code 7: m"),
    Case(testDescription: "a success", answers: [coded(200, 0)], outcome: "ok"),
    Case(
      testDescription: "a code that passes", answers: [coded(429, 1302), coded(200, 0)],
      outcome: "ok", sleeps: [0.5]),
    Case(
      testDescription: "a code that passes with a status that does not",
      answers: [coded(400, 1302), coded(200, 1302), coded(200, 0)], outcome: "ok",
      sleeps: [0.5, 1]),
    Case(
      testDescription: "a slower pace", answers: [coded(429, 1303)],
      outcome: "429, code 1303: m, after 3 retries", sleeps: [5, 10, 12]),
    Case(
      testDescription: "a slower pace, and the server's wish",
      answers: [
        coded(429, 1303, ["Retry-After": "2"]), coded(429, 1303, ["Retry-After": "20"]),
        coded(200, 0),
      ], outcome: "ok", sleeps: [5, 20]),
    Case(
      testDescription: "a slower pace, and a wish that is too long for it",
      answers: [coded(429, 1303, ["Retry-After": "100"])],
      outcome: "429, code 1303: m, wait 100.0 seconds before the next attempt"),
    Case(
      testDescription: "a wish that is too long",
      answers: [coded(429, 1302, ["Retry-After": "121"])],
      outcome: "429, code 1302: m, wait 121.0 seconds before the next attempt"),
    Case(
      testDescription: "the code counts more than the header",
      answers: [coded(429, 1102, ["X-Should-Retry": "true"])], outcome: "429, code 1102: m"),
    Case(
      testDescription: "a code without a verdict leaves it to the header",
      answers: [coded(500, 9, ["X-Should-Retry": "true"]), coded(200, 0)], outcome: "ok",
      sleeps: [0.5]),
    Case(
      testDescription: "a code without a verdict leaves it to the status",
      answers: [coded(500, 9)], outcome: "500, code 9: m"),
    Case(
      testDescription: "a question without a verdict", method: .get,
      answers: [coded(500, 9), coded(200, 0)], outcome: "ok", sleeps: [0.5]),
  ]

  @Test("A service's codes have the last word on repetition", arguments: cases)
  func verdict(expected: Case) async throws {
    let time = FakeTime()
    let client = HTTPClient(
      server: "https://h", transport: StubTransport(expected.answers), options: Self.options(time))
    #expect(await Self.outcome(client, expected.method) == expected.outcome)
    #expect(time.sleeps == expected.sleeps.map { .seconds($0) })
  }

  @Test("Who wants no repetition gets none, whatever the code says")
  func none() async throws {
    let time = FakeTime()
    var options = Self.options(time)
    options.retry = .none
    let transport = StubTransport([Self.coded(429, 1303)])
    let client = HTTPClient(server: "https://h", transport: transport, options: options)
    #expect(await Self.outcome(client, .post) == "429, code 1303: m")
    #expect(transport.requests.count == 1)
  }

  @Test("A refusal in an answer that is a success is typed, counted and not looked for in streams")
  func refusal() async throws {
    let log = Collected<String>()
    var options = Self.options(FakeTime())
    options.observe = { log.add("\($0)") }
    let client = HTTPClient(
      server: "https://h", transport: StubTransport([Self.coded(200, 1102)]), options: options)
    guard case .failure(.http(let failure)) = await Self.result(client, .post) else {
      throw CancellationError()
    }
    #expect(failure.status == 200 && failure.decoded(as: JSONValue.self)?["message"] == "m")
    #expect(failure.delivery == .answered)
    #expect(log.values.last?.contains("finished with 200") == true)
    #expect(try await client.stream(Call("test", .get, "/")).data().text.contains("1102"))
  }

  private static func result(
    _ client: HTTPClient, _ method: HTTPMethod
  ) async -> Result<JSONValue, APIError> {
    do {
      return .success(try await client.json(Call("test", method, "/")))
    } catch {
      return .failure(error)
    }
  }

  private static func outcome(_ client: HTTPClient, _ method: HTTPMethod) async -> String {
    switch await result(client, method) {
    case .success: "ok"
    case .failure(let error):
      "\(error)".replacing("test (\(method) https://h/): the server answered ", with: "")
    }
  }
}
