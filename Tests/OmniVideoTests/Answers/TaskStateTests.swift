import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

@Suite struct TaskStateTests {
  static func state(_ status: VideoStatus, at time: Double? = nil, url: String? = nil) -> TaskState
  {
    var state = TaskState(status, taskID: "t", raw: .string("\(status) \(time ?? 0) \(url ?? "")"))
    state.updated = time.map { Date(timeIntervalSince1970: $0) }
    state.videos = url.map { [VideoLink(url: $0)] } ?? []
    return state
  }

  static let states = [
    state(.queued, at: 1), state(.running, at: 2), state(.running, at: 3),
    state(.unrecognized("x"), at: 9), state(.succeeded, at: 4),
    state(.succeeded, at: 4, url: "https://a/1"), state(.succeeded, at: 5, url: "https://a/2"),
    state(.failed, at: 3), state(.expired),
  ]

  @Test func anyOrderAndAnyRepetitionGivesTheSame() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let some = Self.states.shuffled(using: &generator).prefix(5)
      let once = some.reduce(some[0]) { $0.merged(with: $1) }
      let many = (some + some).shuffled(using: &generator).reduce(some[0]) { $0.merged(with: $1) }
      #expect(once == many)
    }
  }

  @Test func anEndStays() {
    let done = Self.state(.succeeded, at: 4, url: "https://a/1")
    #expect(done.merged(with: Self.state(.running, at: 99)) == done)
    #expect(Self.state(.expired).merged(with: done) == done)
  }
}
