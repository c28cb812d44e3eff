import Foundation
import Testing

@testable import ClientRuntime

/// Sequences of answers with the quota and the waits that each must leave behind.
@Suite struct QuotaTests {
  struct Step: Sendable {
    var answer: StubTransport.Answer
    var left: Int
    /// The wait before the next attempt; `nil` when the call is over.
    var wait: Double?
  }

  struct Sequence: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var quota = RetryBudget.capacity
    var retries = 2
    var maximum = 8.0
    var steps: [Step]
  }

  private static func step(
    _ status: Int, _ left: Int, _ wait: Double? = nil, _ headers: HTTPHeaders = [:]
  ) -> Step {
    Step(answer: .status(status, "{}", headers), left: left, wait: wait)
  }

  private static func lost(_ left: Int, _ wait: Double? = nil) -> Step {
    Step(answer: .lost(.timedOut, mayHaveArrived: true), left: left, wait: wait)
  }

  static let sequences: [Sequence] = [
    Sequence(testDescription: "a success", steps: [step(200, 500)]),
    Sequence(testDescription: "a success pays back", quota: 495, steps: [step(204, 496)]),
    Sequence(
      testDescription: "success in the end",
      steps: [step(500, 495, 0.5), step(500, 490, 1), step(200, 491)]),
    Sequence(
      testDescription: "as many attempts as allowed",
      steps: [step(502, 495, 0.5), step(502, 490, 1), step(502, 490)]),
    Sequence(
      testDescription: "enough for one", quota: 5, retries: 4,
      steps: [step(500, 0, 0.5), step(502, 0)]),
    Sequence(testDescription: "nothing left", quota: 0, steps: [step(500, 0)]),
    Sequence(testDescription: "too little left", quota: 4, steps: [step(500, 4)]),
    Sequence(
      testDescription: "the waits double", retries: 4,
      steps: [
        step(500, 495, 0.5), step(500, 490, 1), step(503, 485, 2), step(500, 480, 4),
        step(500, 480),
      ]),
    Sequence(
      testDescription: "the longest wait", retries: 4, maximum: 1.5,
      steps: [
        step(500, 495, 0.5), step(500, 490, 1), step(503, 485, 1.5), step(500, 480, 1.5),
        step(500, 480),
      ]),
    Sequence(
      testDescription: "used up", quota: 20, retries: 9,
      steps: [
        step(500, 15, 0.5), step(502, 10, 1), step(503, 5, 2), step(502, 0, 4), step(500, 0),
      ]),
    Sequence(
      testDescription: "recovery", quota: 14,
      steps: [
        step(500, 9, 0.5), step(502, 4, 1), step(200, 5), step(500, 0, 0.5), step(200, 1),
        step(503, 1),
      ]),
    Sequence(
      testDescription: "timeouts cost twice", steps: [lost(490, 0.5), lost(480, 1), lost(480)]),
    Sequence(
      testDescription: "not enough for a timeout", quota: 9,
      steps: [lost(9), step(500, 4, 0.5), lost(4)]),
    Sequence(
      testDescription: "a wish", steps: [step(429, 495, 9, ["Retry-After": "9"]), step(200, 496)]),
    Sequence(
      testDescription: "a wish that is too long",
      steps: [step(429, 500, nil, ["Retry-After": "121"])]),
    Sequence(testDescription: "a final answer", steps: [step(404, 500)]),
  ]

  @Test("Each answer changes the quota and the wait as laid down", arguments: sequences)
  func sequence(expected: Sequence) async throws {
    let time = FakeTime()
    let observed = Collected<String>()
    var options = ClientOptions()
    options.environment = time.environment
    options.retry.maximumRetries = expected.retries
    options.retry.maximumDelay = .seconds(expected.maximum)
    var client = HTTPClient(server: "https://h", transport: StubTransport("{}"), options: options)
    let budget = client.budgets.budget(for: "https://h/")
    while budget.balance >= expected.quota + 5 { _ = budget.spend(afterTimeout: false) }
    if budget.balance > expected.quota { _ = budget.spend(afterTimeout: false) }
    while budget.balance < expected.quota { budget.earn() }
    client.transport = StubTransport(expected.steps.map(\.answer))
    client.options.observe = { event in
      switch event.kind {
      case .waiting(let delay): observed.add("\(budget.balance) \(delay)")
      case .finished: observed.add("\(budget.balance) end")
      case .started, .answered, .failed: break
      }
    }
    let ends = expected.steps.filter { $0.wait == nil }.count
    for _ in 0..<ends { _ = try? await client.data(Call("test", .get, "/")) }
    #expect(
      observed.values
        == expected.steps.map { "\($0.left) \($0.wait.map { "\(Duration.seconds($0))" } ?? "end")" }
    )
  }
}
