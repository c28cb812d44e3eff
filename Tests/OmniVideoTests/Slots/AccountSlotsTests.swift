import ClientRuntime
import Foundation
import Synchronization
import Testing

@testable import OmniVideo

@Suite struct AccountSlotsTests {
  /// Who got a place, in order.
  private final class Order: Sendable {
    let names = Mutex<[Int]>([])
    func add(_ name: Int) { names.withLock { $0.append(name) } }
  }

  /// Lets a number of tasks wait, one after the other.
  private func queue(
    _ count: Int, at slots: AccountSlots, _ order: Order
  ) async -> [Task<SlotLease?, Never>] {
    var tasks: [Task<SlotLease?, Never>] = []
    for name in 0..<count {
      tasks.append(
        Task {
          guard let lease = try? await slots.take() else { return nil }
          order.add(name)
          return lease
        })
      while slots.load.waiting <= name { await Task.yield() }
    }
    return tasks
  }

  @Test func firstComeFirstServed() async throws {
    let slots = AccountSlots(limit: 1)
    let order = Order()
    var lease: SlotLease? = try await slots.take()
    let tasks = await queue(6, at: slots, order)
    tasks[2].cancel()
    _ = await tasks[2].value
    lease?.release()
    lease?.release()
    for task in tasks {
      lease = await task.value
      lease?.release()
    }
    #expect(order.names.withLock { $0 } == [0, 1, 3, 4, 5])
    #expect(slots.load == (0, 0))
  }

  @Test func neverMoreThanAllowed() async throws {
    let slots = AccountSlots(limit: 3)
    let most = Order()
    await withTaskGroup { group in
      for _ in 0..<60 {
        group.addTask {
          guard let lease = try? await slots.take() else { return }
          let inUse = slots.load.inUse
          most.add(inUse)
          await Task.yield()
          lease.release()
        }
      }
    }
    #expect(most.names.withLock { $0.max() } == 3 && slots.load == (0, 0))
  }

  @Test func aForgottenLeaseIsGivenBack() async throws {
    let slots = AccountSlots(limit: 1)
    do { _ = try await slots.take() }
    #expect(slots.load.inUse == 0)
  }

  @Test func theVendorsWordSlowsDownAndSuccessSpeedsUp() async throws {
    let slots = AccountSlots(limit: nil)
    let held = [slots.occupy(), slots.occupy(), slots.occupy()]
    slots.slowDown(.concurrency, now: .zero, retryAfter: nil)
    let first = slots.delay(now: .zero)
    let second = slots.delay(now: .zero)
    slots.slowDown(.concurrency, now: .seconds(30), retryAfter: nil)
    #expect([first, second] == [.seconds(30), .seconds(31)])
    #expect(slots.delay(now: .seconds(30)) == .seconds(60))
    // Two are allowed now, and three are there.
    let order = Order()
    let waiting = await queue(1, at: slots, order)
    held[0].release()
    #expect(slots.load.waiting == 1)
    held[1].release()
    let lease = await waiting[0].value
    #expect(lease != nil && slots.load.waiting == 0)
    for _ in 0..<12 { slots.accepted() }
    #expect(slots.delay(now: .seconds(500)) == .zero && slots.delay(now: .seconds(500)) == .zero)
    held[2].release()
  }

  @Test func allStudiosOfAKeyShareTheSlots() async throws {
    let slots = VideoSlots(limit: 1)
    let vendor = ScriptedVendor(
      create: [Studios.created(.kling)], query: [VideoUpdatesTests.done])
    let time = TestTime()
    let one = Studios.studio(.kling, vendor, time, journal: nil, slots: slots)
    let other = Studios.studio(.kling, vendor, time, journal: nil, slots: slots)
    let task = try await one.create(Studios.body(.kling))
    let second = Task { try await other.create(Studios.body(.kling)) }
    while slots.load(of: other.provider).waiting == 0 { await Task.yield() }
    #expect(vendor.creates == 1)
    _ = try await task.video()
    let late = try await second.value
    #expect(vendor.creates == 2 && slots.load(of: one.provider) == (1, 0))
    _ = late
    let elsewhere = VideoProvider.kling(
      accessKey: "ak2", secretKey: "s", baseURL: "https://vendor.test")
    #expect(slots.load(of: elsewhere) == (0, 0))
  }
}
