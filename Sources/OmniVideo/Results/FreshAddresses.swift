import ClientRuntime
import Foundation
import Synchronization

/// Where else a video can be had, once an address is refused.
final class FreshAddresses: Sendable {
  private let video: Video
  private let task: VideoTask
  private let state: Mutex<State>

  private struct State {
    var tried: Set<String>
    var hasAsked = false
    var ending: VideoError?
  }

  init(video: Video, task: VideoTask) {
    self.video = video
    self.task = task
    state = Mutex(State(tried: [video.url]))
  }

  /// Why there is no other address, when the task says so.
  var ending: VideoError? { state.withLock { $0.ending } }

  /// The next address: from a fresh answer of the vendor, or another known one.
  func next() async throws(APIError) -> String {
    var candidates = video.alternatives
    if state.withLock({ state in
      defer { state.hasAsked = true }
      return !state.hasAsked
    }) {
      candidates = await ask() + candidates
    }
    if let content = task.studio.api.traits.contentURL(video.handle) { candidates.append(content) }
    return state.withLock { state in
      let next = candidates.first { !state.tried.contains($0) } ?? candidates.first ?? video.url
      state.tried.insert(next)
      return next
    }
  }

  private func ask() async -> [String] {
    do throws(VideoError) {
      let update = try await task.status()
      let videos = try task.videos(of: update.state)
      guard videos.indices.contains(video.index) else { return [] }
      return [videos[video.index].url] + videos[video.index].alternatives
    } catch {
      state.withLock { $0.ending = error }
      return []
    }
  }
}
