import Foundation
import Synchronization
import Testing

@testable import ClientRuntime

/// A clock that jumps to the end of every sleep, and counts who sleeps.
private final class JumpingClock: Sendable {
  private struct State {
    var now = Duration.zero
    var sleepers = 0
    var most = 0
  }

  private let state = Mutex(State())

  var now: Duration { state.withLock { $0.now } }
  var mostSleepers: Int { state.withLock { $0.most } }

  func sleep(_ delay: Duration) async throws {
    let end = state.withLock { state in
      state.sleepers += 1
      state.most = max(state.most, state.sleepers)
      return state.now + delay
    }
    for _ in 0..<20 { await Task.yield() }
    try state.withLock { state in
      state.sleepers -= 1
      try Task.checkCancellation()
      state.now = max(state.now, end)
    }
  }
}

@Suite(.timeLimit(.minutes(5))) struct TimetableTests {
  @Test("Who waits less is woken first")
  func order() async throws {
    let clock = JumpingClock()
    let timetable = Timetable(uptime: { clock.now }, sleep: { try await clock.sleep($0) })
    let woken = Collected<Int>()
    await withTaskGroup(of: Void.self) { group in
      for number in [5, 3, 9, 1, 7] {
        group.addTask {
          try? await timetable.wait(.seconds(number * 1000))
          woken.add(Int(clock.now.components.seconds))
        }
      }
    }
    #expect(woken.values == woken.values.sorted() && woken.values.count == 5)
    #expect(timetable.waiting == 0)
  }

  @Test("Cancelling wakes at once, before, during and after the wait begins")
  func cancellation() async throws {
    let timetable = Timetable(
      uptime: { RuntimeEnvironment.systemUptime() }, sleep: { try await Task.sleep(for: $0) })
    await withTaskGroup(of: Bool.self) { group in
      for round in 0..<2000 {
        group.addTask {
          let task = Task { try await timetable.wait(.seconds(3600)) }
          for _ in 0..<round % 10 { await Task.yield() }
          task.cancel()
          return (try? await task.value) == nil
        }
      }
      #expect(await group.reduce(true) { $0 && $1 })
    }
    #expect(timetable.waiting == 0)
  }

  @Test("Who left is forgotten, and those who stay are woken in time")
  func forgotten() async throws {
    let (now, gate) = (Counter(), Counter())
    let timetable = Timetable(
      uptime: { .seconds(now.value) },
      sleep: { delay in
        let end = now.value + Int(delay.components.seconds)
        await gate.wait(for: (end + 9) / 10)
        try Task.checkCancellation()
        now.add(end - now.value)
      })
    let wait = { (seconds: Int, waiting: Int) async -> Task<Int, any Error> in
      let task = Task {
        try await timetable.wait(.seconds(seconds))
        return now.value
      }
      while timetable.waiting < waiting { await Task.yield() }
      return task
    }
    let late = await wait(20, 1)
    let early = await wait(10, 2)
    // So many that the list was tidied up by the last of them.
    for _ in 0..<670 {
      let leaves = await wait(5, 3)
      leaves.cancel()
      _ = await leaves.result
    }
    #expect(timetable.remembered < 100)
    gate.add(1)
    #expect(try await early.value == 10)
    gate.add(1)
    #expect(try await late.value == 20)
    let last = await wait(30, 1)
    last.cancel()
    _ = await last.result
    #expect(timetable.remembered == 0)
  }

  @Test("Who waits for ever does so day by day, and keeps nobody else waiting")
  func endless() async throws {
    let clock = JumpingClock()
    let slept = Collected<Duration>()
    let timetable = Timetable(
      uptime: { clock.now },
      sleep: {
        slept.add($0)
        try await clock.sleep($0)
      })
    let endless = Task { try await timetable.wait(.seconds(Int64.max)) }
    try await timetable.wait(.seconds(200_000))
    try await timetable.wait(.seconds(-1))
    endless.cancel()
    await #expect(throws: CancellationError.self) { try await endless.value }
    #expect(slept.values.max() == .seconds(86_400) && clock.now >= .seconds(200_000))
  }

  @Test("Ten thousand tasks are polled at once by one timer and in little memory")
  func manyPolls() async throws {
    let polls = try await ManyPolls.run(10_000)
    #expect(polls.sum == 9_999 * 5_000)
    #expect(polls.mostWaiting > 5_000, "most of them waited at the same time")
    // A timer that is replaced by an earlier one may still be on its way out.
    #expect(polls.mostTimers < 50)
    #if os(Linux) && !SANITIZE_THREADS
      // In a process of its own: the other tests take memory too, and so does a sanitizer.
      await #expect(processExitsWith: .success) {
        let before = ManyPolls.residentBytes
        _ = try await ManyPolls.run(10_000)
        exit(ManyPolls.residentBytes - before < 160 << 20 ? 0 : 1)
      }
    #endif
  }
}

/// Many tasks that are polled until half a minute is over on their clock.
private struct ManyPolls {
  var sum: Int
  var mostWaiting: Int
  var mostTimers: Int

  static func run(_ count: Int) async throws -> ManyPolls {
    let clock = JumpingClock()
    let timetable = Timetable(uptime: { clock.now }, sleep: { try await clock.sleep($0) })
    let environment = RuntimeEnvironment(
      uptime: { clock.now }, sleep: { try await timetable.wait($0) })
    let waiting = Collected<Int>()
    let operation = LongRunningOperation<Int>("many") { handle in
      waiting.add(timetable.waiting)
      return TaskUpdate(clock.now > .seconds(30) ? .succeeded : .running(), Int(handle.id) ?? 0)
    }
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<count {
        group.addTask {
          let policy = PollPolicy(timeout: nil)
          return try await operation.task(
            id: "\(number)", policy: policy, environment: environment
          ).value()
        }
      }
      return try await group.reduce(0, +)
    }
    return ManyPolls(
      sum: sum, mostWaiting: waiting.values.max() ?? 0, mostTimers: clock.mostSleepers)
  }

  static var residentBytes: Int {
    let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return (status?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
  }
}
