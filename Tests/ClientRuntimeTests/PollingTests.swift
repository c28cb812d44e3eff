import Foundation
import Synchronization
import Testing

@testable import ClientRuntime

@Suite(.timeLimit(.minutes(5))) struct PollingTests {
  typealias Answer = Result<TaskUpdate<String>, APIError>

  private static let context = CallContext(operation: "get", method: .get, url: "https://h/1")

  /// Answers in turn; the last answer stays.
  private static func operation(
    _ answers: [Answer], asked: Counter = Counter()
  ) -> LongRunningOperation<String> {
    LongRunningOperation("service.make") { _ throws(APIError) in
      let index = min(asked.value, answers.count - 1)
      asked.add(1)
      return try answers[index].get()
    }
  }

  private static func running(_ hint: Double? = nil) -> Answer {
    .success(TaskUpdate(.running(), "r", hint: hint.map { .seconds($0) }))
  }

  private static func lost(_ kind: TransportError.Kind) -> Answer {
    .failure(.transport(context, TransportError(kind, mayHaveArrived: true)))
  }

  private static func refused(_ status: Int, retryAfter: Duration? = nil) -> Answer {
    .failure(
      .http(
        HTTPFailure(
          context: context, status: status, headers: [:], body: Data(), retryAfter: retryAfter,
          retries: 0)))
  }

  private static let done = Answer.success(TaskUpdate(.succeeded, "done"))

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { name }
    var name: String
    var answers: [Answer]
    var policy = PollPolicy()
    var random = 0.5
    var sleeps: [Double] = []
    var outcome = "done"
  }

  static let cases: [Case] = [
    Case(name: "over at once", answers: [done]),
    Case(
      name: "pace", answers: Array(repeating: running(), count: 6) + [done],
      sleeps: [2, 3, 4.5, 6.75, 10, 10]),
    Case(name: "least of chance", answers: [running(), done], random: 0, sleeps: [1.5]),
    Case(name: "most of chance", answers: [running(), done], random: 1, sleeps: [2.5]),
    Case(
      name: "the service's wish", answers: [running(7), running(), done], sleeps: [7, 3]),
    Case(name: "a long wish is cut", answers: [running(500), done], sleeps: [120]),
    Case(
      name: "the caller's pace wins", answers: [running(7), running(7), done],
      policy: PollPolicy(interval: .seconds(5)), sleeps: [5, 5]),
    Case(
      name: "the caller's pace counts for the last poll", answers: [running()],
      policy: PollPolicy(interval: .seconds(5), timeout: .seconds(12)), sleeps: [5, 2],
      outcome: "service.make task 7 is not over after 7.0 seconds, last seen running; "
        + "it may still succeed, resume it later"),
    Case(
      name: "no wait is longer than the longest", answers: [running(), running(), done],
      policy: PollPolicy(initialDelay: .seconds(20)), sleeps: [10, 10]),
    Case(
      name: "an unknown word is no end",
      answers: [.success(TaskUpdate(.unknown("dreaming"), "?")), done], sleeps: [2]),
    Case(
      name: "failed", answers: [.success(TaskUpdate(.failed(reason: "bad prompt"), "f"))],
      outcome: "service.make task 7 failed: bad prompt"),
    Case(
      name: "failed silently", answers: [.success(TaskUpdate(.failed(), "f"))],
      outcome: "service.make task 7 failed, and the service gives no reason"),
    Case(
      name: "cancelled", answers: [.success(TaskUpdate(.cancelled, "c"))],
      outcome: "service.make task 7 was cancelled before there was a result"),
    Case(
      name: "failed polls", answers: [lost(.connectionLost), refused(503), lost(.timedOut), done],
      sleeps: [2, 3, 4.5]),
    Case(
      name: "a failed poll with a wish", answers: [refused(429, retryAfter: .seconds(9)), done],
      sleeps: [9]),
    Case(
      name: "too many failed polls",
      answers: [lost(.connectionLost), running(), lost(.connectionLost), lost(.connectionLost)],
      policy: PollPolicy(toleratedFailures: 1), sleeps: [2, 3, 4.5],
      outcome: "get (GET https://h/1): the connection was lost; try again later"),
    Case(
      name: "a final failure", answers: [running(), refused(404)], sleeps: [2],
      outcome: "get (GET https://h/1): the server answered 404"),
    Case(
      name: "the last poll comes before the end", answers: [running()],
      policy: PollPolicy(timeout: .seconds(12)), sleeps: [2, 3, 4.5, 0.5],
      outcome: "service.make task 7 is not over after 10.0 seconds, last seen running; "
        + "it may still succeed, resume it later"),
    Case(
      name: "a long wish does not cost the last poll", answers: [running(60), done],
      policy: PollPolicy(timeout: .seconds(12)), sleeps: [10]),
    Case(
      name: "no time at all", answers: [lost(.timedOut)], policy: PollPolicy(timeout: .seconds(1)),
      outcome: "service.make task 7 is not over after 0.0 seconds and no answer came; "
        + "it may still succeed, resume it later"),
    Case(
      name: "no end of patience", answers: Array(repeating: running(), count: 200) + [done],
      policy: PollPolicy(interval: .seconds(60), timeout: nil),
      sleeps: Array(repeating: 60, count: 200)),
  ]

  @Test("A task is asked for at its pace, and ends as it should", arguments: cases)
  func value(expected: Case) async throws {
    let time = FakeTime(random: expected.random)
    let task = Self.operation(expected.answers).task(
      id: "7", policy: expected.policy, environment: time.environment)
    var outcome: String
    do {
      outcome = try await task.value()
    } catch {
      outcome = "\(error)"
    }
    #expect(outcome == expected.outcome, "\(expected.name)")
    #expect(time.sleeps == expected.sleeps.map { .seconds($0) }, "\(expected.name)")
  }

  /// The worked table of the Smithy specification's waiters: shortest wait 2, longest 120, 300 in all.
  /// Its last wait takes all the time that is left; here the last poll comes one shortest wait before
  /// the end, so that its answer is still in time.
  static let waits: [(elapsed: Int, drawn: Int, wait: Int?)] = [
    (0, 2, 2), (2, 3, 3), (5, 6, 6), (11, 6, 6), (17, 22, 22), (39, 62, 62), (101, 43, 43),
    (144, 24, 24), (168, 71, 71), (239, 42, 42), (281, 9, 9), (290, 6, 6), (296, 4, 2),
    (298, 2, nil),
  ]

  @Test("A task is polled as in the worked table of another specification", arguments: waits)
  func waiterTable(elapsed: Int, drawn: Int, wait: Int?) {
    var schedule = PollSchedule(
      PollPolicy(multiplier: 2, maximumDelay: .seconds(120), timeout: .seconds(300)))
    let next = schedule.next(elapsed: .seconds(elapsed), hint: .seconds(drawn), random: 0.5)
    #expect(next == wait.map { .seconds($0) })
  }

  @Test("Every word of the service is an update, the last one included")
  func updates() async throws {
    let operation = Self.operation([
      .success(TaskUpdate(.running(progress: 0.25), "a")),
      .success(TaskUpdate(.unknown("odd"), "b")), .success(TaskUpdate(.succeeded, "c")),
    ])
    var seen: [String] = []
    for try await update in operation.task(id: "1", environment: FakeTime().environment).updates() {
      seen.append("\(update.status) \(update.answer) \(update.progress ?? -1)")
    }
    #expect(
      seen == [
        "running(progress: Optional(0.25)) a 0.25", #"unknown("odd") b -1.0"#,
        "succeeded c 1.0",
      ])
  }

  @Test("After a failure nothing more is asked")
  func afterFailure() async throws {
    let asked = Counter()
    let task = Self.operation([Self.refused(404), Self.done], asked: asked).task(id: "1")
    var updates = task.updates().makeAsyncIterator()
    await #expect(throws: APIError.self) { try await updates.next() }
    #expect(try await updates.next() == nil && asked.value == 1)
  }

  @Test("A failure carries the service's answer and the way back to the task")
  func failure() async throws {
    let task = Self.operation([.success(TaskUpdate(.failed(), "why"))]).task(id: "1")
    do {
      _ = try await task.value()
    } catch {
      guard case .task(let failure) = error else { throw error }
      #expect(failure.answer(as: String.self) == "why" && failure.handle == task.handle)
    }
  }

  @Test("The waits of a policy can be listed")
  func delays() {
    #expect(
      Array(PollPolicy().delays.prefix(6)) == [2, 3, 4.5, 6.75, 10, 10].map { .seconds($0) })
    #expect(Array(PollPolicy().delays.prefix(2000)).last == .seconds(10), "they never end")
    #expect(
      Array(PollPolicy(interval: .seconds(6)).delays.prefix(2)) == [.seconds(6), .seconds(6)])
  }

  @Test(
    "A service's wish is read from the headers",
    arguments: [
      (["OpenAI-Poll-After-Ms": "1500", "Retry-After": "9"], 1500), (["Retry-After": "9"], 9000),
      (["openai-poll-after-ms": "soon"], nil), ([:], nil), (["openai-poll-after-ms": "1e300"], nil),
      (["openai-poll-after-ms": "0", "Retry-After": "9"], 9000),
    ] as [(HTTPHeaders, Int?)])
  func hint(headers: HTTPHeaders, milliseconds: Int?) {
    #expect(PollHint.delay(headers) == milliseconds.map { .milliseconds($0) })
  }

  @Test(
    "A handle goes through JSON, and only its own operation picks it up",
    arguments: [
      ("service.make", 1, ""),
      (
        "service.other", 1,
        "the task ‘7’ belongs to ‘service.make’, not to ‘service.other’; resume it there"
      ),
      (
        "service.make", 2,
        "the handle of the task ‘7’ has the form 1, and ‘service.make’ reads the form 2; "
          + "resume it with the release that wrote it"
      ),
    ])
  func handle(name: String, version: Int, refusal: String) async throws {
    let task = Self.operation([Self.done]).task(id: "7", details: ["path": "/a"])
    let stored = try JSONEncoder().encode(task.handle)
    let handle = try JSONDecoder().decode(TaskHandle.self, from: stored)
    let operation = LongRunningOperation<String>(name, version: version) { handle in
      TaskUpdate(.succeeded, handle.details["path"] ?? "")
    }
    do {
      #expect(try await operation.resume(handle).value() == "/a" && refusal.isEmpty)
    } catch let error as TaskHandleMismatch {
      #expect("\(error)" == refusal)
    }
  }

  @Test(
    "Cancelling ends the wait and the poll at once, whatever the poll makes of it",
    arguments: [nil, .connectionLost, .corrupt] as [TransportError.Kind?])
  func cancellation(inPoll kind: TransportError.Kind?) async throws {
    let asked = Counter()
    let operation = LongRunningOperation<String>("x") { _ throws(APIError) in
      asked.add(1)
      if let kind {
        do {
          try await Timetable.shared.wait(.seconds(3600))
        } catch {
          throw .transport(Self.context, TransportError(kind, mayHaveArrived: true))
        }
      }
      return TaskUpdate(.running(), "")
    }
    let policy = PollPolicy(interval: .seconds(3600), timeout: nil)
    let task = Task { try await operation.task(id: "1", policy: policy).value() }
    await asked.wait(for: 1)
    task.cancel()
    await #expect {
      try await task.value
    } throws: {
      if case .cancelled? = $0 as? APIError { true } else { false }
    }
    #expect(asked.value == 1)
  }
}
