import ClientRuntime
import Foundation
import OmniVideo
import Synchronization

/// Time that passes only by sleeping, and chance from a seed.
final class TestTime: Sendable {
  private struct State {
    var sleeps: [Duration] = []
    var elapsed = Duration.zero
    var seed: UInt64 = 42
  }

  private let state = Mutex(State())
  let start = Date(timeIntervalSince1970: 1_800_000_000)

  var sleeps: [Duration] { state.withLock { $0.sleeps } }
  var elapsed: Duration { state.withLock { $0.elapsed } }

  func pass(_ delay: Duration) { state.withLock { $0.elapsed += delay } }

  var environment: RuntimeEnvironment {
    RuntimeEnvironment(
      now: { [self] in start + Double(elapsed.components.seconds) },
      uptime: { [self] in elapsed },
      sleep: { [self] delay in
        try Task.checkCancellation()
        state.withLock { state in
          state.sleeps.append(delay)
          state.elapsed += delay
        }
      },
      random: { [self] in
        state.withLock { state in
          state.seed = state.seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return Double(state.seed >> 11) / Double(UInt64(1) << 53)
        }
      })
  }

  var options: StudioOptions {
    var options = StudioOptions()
    options.client.environment = environment
    return options
  }
}
