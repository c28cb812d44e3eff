import Foundation
import Testing

@testable import ClientRuntime

@Suite struct RetryTests {
  @Test("The delays of a policy can be listed")
  func delays() {
    #expect(Array(RetryPolicy().delays) == [.milliseconds(500), .seconds(1)])
    #expect(
      Array(RetryPolicy(maximumRetries: 6).delays)
        == [0.5, 1, 2, 4, 8, 8].map { Duration.seconds($0) })
    #expect(Array(RetryPolicy.none.delays).isEmpty)
  }

  @Test(
    "Chance takes away up to a quarter",
    arguments: [(0, 0.0, 500), (0, 1, 375), (1, 0.5, 875), (4, 0, 8000), (1000, 1, 6000)])
  func jitter(retry: Int, random: Double, milliseconds: Int) {
    #expect(
      RetryPolicy().delay(beforeRetry: retry, random: random) == .milliseconds(milliseconds))
  }

  @Test("No wait is longer than the longest, the first one neither")
  func longest() {
    let policy = RetryPolicy(initialDelay: .seconds(10), maximumDelay: .seconds(2))
    #expect(Array(policy.delays) == [.seconds(2), .seconds(2)])
    #expect(policy.delay(beforeRetry: 0, random: 0) == .seconds(2))
  }

  @Test(
    "Few statuses pass by themselves, and fewer say that nothing was done",
    arguments: [
      (.safe, nil, [408, 429, 500, 502, 503, 504]),
      (.key("Idempotency-Key"), nil, [408, 429, 500, 502, 503, 504]), (.none, nil, [429]),
      (.none, .seconds(1), [429, 503]),
    ] as [(Idempotency, Duration?, [Int])])
  func statuses(idempotency: Idempotency, retryAfter: Duration?, repeated: [Int]) {
    let decision = RetryDecision(
      policy: RetryPolicy(), idempotency: idempotency, isReplayable: true, retries: 0)
    let found = (300..<600).filter {
      decision.delay(afterStatus: $0, retryAfter: retryAfter, random: 0) != nil
    }
    #expect(found == repeated)
  }

  @Test(
    "The server's wish is read in three forms",
    arguments: [
      (["Retry-After": "20"], 20_000), (["Retry-After": "0.5"], 500), (["Retry-After": "0"], nil),
      (["Retry-After": "-10"], nil), (["retry-after-ms": "1500"], 1500),
      (["Retry-After-Ms": "100", "Retry-After": "7"], 100), (["Retry-After": "inf"], nil),
      (["Retry-After": "nan"], nil), (["Retry-After": ""], nil),
      (["Retry-After": "Tue, 14 Nov 2023 22:13:30 GMT"], 10_000),
      (["Retry-After": "Tue, 14 Nov 2023 22:13:10 GMT"], nil),
      (["Retry-After": "Zun, 99 Nov 2023 22:13:30 GMT"], nil),
      (["Retry-After": "60"], 60_000), (["Retry-After": "120"], 120_000),
      (["Retry-After": "121"], 121_000), (["Retry-After-Ms": "120000"], 120_000),
      (["Retry-After-Ms": "120001"], 120_001), (["Retry-After": "-inf"], nil),
      (["Retry-After-Ms": "soon", "Retry-After": "3"], 3000),
      (["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"], nil),
      (["Retry-After": "Tue, 14 Nov 100000 22:13:30 GMT"], nil), ([:], nil),
      (["Retry-After": "Tue, 14 Nov 2023 24:13:30 GMT"], nil),
      (["Retry-After": "Tue, 14 Nov 2023 22:60:30 GMT"], nil),
      (["Retry-After": "Tue, 14 Nov 2023 22:13:61 GMT"], nil),
      (["Retry-After": "Tue, 14 Nov 2023 22:13:60 GMT"], 40_000),
      (["Retry-After": "Tue, 14 Nov 2023 22:13:30 CET"], nil),
      (["Retry-After": "Tue 14 Nov 2023 22:13:30 GMT"], nil),
      (["Retry-After": "Tue, 31 Nov 2023 22:13:30 GMT"], nil),
      (["Retry-After": "Tuesday, 14-Nov-23 22:13:30 GMT"], 10_000),
      (["Retry-After": "Tuesday, 14-Nov-94 22:13:30 GMT"], nil),
      (["Retry-After": "Tuesday, 14-Nov-2023 22:13:30 GMT"], nil),
      (["Retry-After": "Tue Nov 14 22:13:30 2023"], 10_000),
      (["Retry-After": "Sat Nov  4 22:13:30 2023"], nil),
      (["Retry-After": "Mon Dec  4 22:13:20 2023"], 1_728_000_000),
      (["Retry-After": "1e300"], nil), (["Retry-After-Ms": "0.6"], 1),
    ] as [(HTTPHeaders, Int?)])
  func retryAfter(headers: HTTPHeaders, milliseconds: Int?) {
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    #expect(
      RetryAfter.delay(headers, now: now) == milliseconds.map { .milliseconds($0) })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { name }
    var name: String
    var method: HTTPMethod = .get
    var idempotency: Idempotency?
    var verdictHeader: String?
    var answers: [StubTransport.Answer]
    var attempts: Int
    var sleeps: [Double] = []
  }

  static let cases: [Case] = [
    Case(name: "success", answers: [.status(200)], attempts: 1),
    Case(name: "one failure", answers: [.status(500), .status(200)], attempts: 2, sleeps: [0.5]),
    Case(name: "given up", answers: [.status(503)], attempts: 3, sleeps: [0.5, 1]),
    Case(name: "final status", answers: [.status(400)], attempts: 1),
    Case(name: "lock", answers: [.status(409)], attempts: 1),
    Case(
      name: "told when", answers: [.status(429, "", ["Retry-After": "7"]), .status(200)],
      attempts: 2, sleeps: [7]),
    Case(
      name: "told too late", answers: [.status(429, "", ["Retry-After": "121"])], attempts: 1),
    Case(
      name: "told the longest", answers: [.status(429, "", ["Retry-After": "120"]), .status(200)],
      attempts: 2, sleeps: [120]),
    Case(
      name: "told the longest in milliseconds",
      answers: [.status(429, "", ["Retry-After-Ms": "120000"]), .status(200)], attempts: 2,
      sleeps: [120]),
    Case(
      name: "told a millisecond too much",
      answers: [.status(429, "", ["Retry-After-Ms": "120001"])], attempts: 1),
    Case(
      name: "told nothing sensible",
      answers: [.status(429, "", ["Retry-After": "-10"]), .status(200)],
      attempts: 2, sleeps: [0.5]),
    Case(
      name: "a redirect that leads nowhere",
      answers: [.lost(.badRedirect, mayHaveArrived: true)], attempts: 1),
    Case(name: "cancelled", answers: [.lost(.cancelled, mayHaveArrived: true)], attempts: 1),
    Case(name: "not as described", answers: [.status(200, "[")], attempts: 1),
    Case(
      name: "the service's yes", verdictHeader: "X-Should-Retry",
      answers: [.status(400, "", ["x-should-retry": "true"]), .status(200)], attempts: 2,
      sleeps: [0.5]),
    Case(
      name: "the service's no", verdictHeader: "X-Should-Retry",
      answers: [.status(503, "", ["x-should-retry": "false"])], attempts: 1),
    Case(
      name: "a create with the service's yes", method: .post, verdictHeader: "X-Should-Retry",
      answers: [.status(500, "", ["x-should-retry": "true"]), .status(200)], attempts: 2,
      sleeps: [0.5]),
    Case(
      name: "a word that is not asked for",
      answers: [.status(400, "", ["x-should-retry": "true"])], attempts: 1),
    Case(
      name: "lost", answers: [.lost(.connectionLost, mayHaveArrived: true), .status(200)],
      attempts: 2, sleeps: [0.5]),
    Case(
      name: "untrusted", answers: [.lost(.untrustedCertificate, mayHaveArrived: false)],
      attempts: 1),
    Case(name: "a create fails", method: .post, answers: [.status(500)], attempts: 1),
    Case(name: "a create at 503", method: .post, answers: [.status(503)], attempts: 1),
    Case(
      name: "a create is put off", method: .post,
      answers: [.status(503, "", ["Retry-After": "2"]), .status(200)], attempts: 2, sleeps: [2]),
    Case(
      name: "a create at 429", method: .post, answers: [.status(429), .status(200)], attempts: 2,
      sleeps: [0.5]),
    Case(
      name: "a create never left", method: .post,
      answers: [.lost(.connectionFailed, mayHaveArrived: false), .status(200)], attempts: 2,
      sleeps: [0.5]),
    Case(
      name: "a create may have arrived", method: .post,
      answers: [.lost(.timedOut, mayHaveArrived: true)], attempts: 1),
    Case(
      name: "a create with a key", method: .post, idempotency: .key("Idempotency-Key"),
      answers: [.lost(.timedOut, mayHaveArrived: true), .status(500), .status(200)], attempts: 3,
      sleeps: [0.5, 1]),
  ]

  @Test("What is repeated, how often, and when", arguments: cases)
  func sequence(expected: Case) async throws {
    let time = FakeTime()
    let transport = StubTransport(expected.answers)
    var options = ClientOptions()
    options.environment = time.environment
    options.retry.verdictHeader = expected.verdictHeader
    let client = HTTPClient(server: "https://h", transport: transport, options: options)
    var call = Call("test", expected.method, "/")
    if let idempotency = expected.idempotency { call.idempotency = idempotency }
    _ = try? await client.json(call) as JSONValue
    let keys = Set(transport.requests.map { $0.headers["Idempotency-Key"] })
    #expect(transport.requests.count == expected.attempts, "\(expected.name)")
    #expect(time.sleeps == expected.sleeps.map { .seconds($0) }, "\(expected.name)")
    #expect(keys.count == 1, "every attempt carries the same key")
  }

  @Test(
    "A body that can be sent once is not repeated",
    arguments: [
      .status(503), .status(401), .lost(.connectionFailed, mayHaveArrived: false),
    ] as [StubTransport.Answer])
  func oneShot(answer: StubTransport.Answer) async throws {
    let transport = StubTransport([answer])
    var call = Call("test", .put, "/")
    call.security = [[.bearer("k")]]
    call.body(.stream(RequestStream { try await $0(Data("x".utf8)) }))
    var client = Self.client(transport, FakeTime())
    client.credentials = ["k": .token { "t" }]
    _ = try? await client.data(call)
    #expect(transport.requests.count == 1)
  }

  @Test("Of hosts without number not all quotas are kept")
  func manyHosts() {
    let budgets = RetryBudgets()
    #expect(budgets.budget(for: "https://h/").spend(afterTimeout: false))
    for index in 0..<1000 { _ = budgets.budget(for: "https://h\(index)/") }
    #expect(budgets.budget(for: "https://h/").balance == 500)
  }

  @Test("A key that the caller chose is the only one")
  func ownKey() async throws {
    let transport = StubTransport("")
    var call = Call("test", .post, "/")
    call.idempotency = .key("Idempotency-Key")
    call.header("Idempotency-Key", "mine")
    _ = try await Self.client(transport, FakeTime()).data(call)
    #expect(transport.requests.first?.headers.values(for: "idempotency-key") == ["mine"])
  }

  @Test("A deadline ends the repetitions and shortens each attempt")
  func deadline() async throws {
    let time = FakeTime()
    let transport = StubTransport("", status: 503)
    var options = ClientOptions()
    options.environment = time.environment
    options.deadline = .milliseconds(1200)
    let client = HTTPClient(server: "https://h", transport: transport, options: options)
    _ = try? await client.data(Call("test", .get, "/"))
    #expect(transport.requests.map(\.timeout) == [.milliseconds(1200), .milliseconds(700)])
    #expect(time.sleeps == [.milliseconds(500)])
  }

  @Test("The budget stops a storm, and successes pay back")
  func budget() async throws {
    let transport = StubTransport("", status: 500)
    var options = ClientOptions()
    options.environment = FakeTime().environment
    let client = HTTPClient(server: "https://h", transport: transport, options: options)
    for _ in 0..<200 { _ = try? await client.data(Call("test", .get, "/")) }
    #expect(transport.requests.count == 200 + 100)
    let budget = RetryBudget()
    budget.earn()
    #expect(budget.balance == 500 && budget.spend(afterTimeout: true) && budget.balance == 490)
  }

  private static func client(_ transport: any Transport, _ time: FakeTime) -> HTTPClient {
    var options = ClientOptions()
    options.environment = time.environment
    return HTTPClient(server: "https://h", transport: transport, options: options)
  }

  @Test("Each host has a quota of its own, and none goes below nothing or above its size")
  func hosts() async throws {
    let client = Self.client(StubTransport("", status: 500), FakeTime())
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<300 {
        group.addTask {
          var call = Call("test", .get, "/x?\(index)")
          if index % 2 == 0 { call.server = "https://other.example.com:8443/v1" }
          _ = try? await client.data(call)
        }
      }
    }
    let left = ["https://h/a", "https://OTHER.example.com:8443/b", "https://third/"]
      .map { client.budgets.budget(for: $0).balance }
    #expect(left == [0, 0, 500])
  }
}
