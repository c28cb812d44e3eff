import ClientRuntime
import Foundation

/// Where a video can be had, one address after the other as they are refused.
struct VideoAddresses {
  private let video: Video
  private let task: VideoTask
  private(set) var current: String
  private var left: [String] = []
  private var hasAsked = false

  init(video: Video, task: VideoTask) {
    self.video = video
    self.task = task
    current = video.url
  }

  /// What may be shown at the address: the vendor's key only to the vendor's API.
  var security: [[SecurityUse]] {
    current.hasPrefix(video.handle.baseURL + "/") ? [[.bearer("bearer")]] : []
  }

  /// Goes to the next address: a fresh one from the vendor first; `false` when there is none.
  mutating func advance() async throws(VideoError) -> Bool {
    if !hasAsked {
      hasAsked = true
      left = try await fresh() + video.alternatives
      if let content = task.studio.api.traits.contentURL(video.handle), content != current {
        left.append(content)
      }
    }
    guard let next = left.first else { return false }
    left.removeFirst()
    left.removeAll { $0 == next }
    current = next
    return true
  }

  /// What the vendor says now, which may be the same address, good once more.
  private func fresh() async throws(VideoError) -> [String] {
    let update = try await task.status()
    let videos = try task.videos(of: update.state)
    guard videos.indices.contains(video.index) else { return [] }
    return [videos[video.index].url] + videos[video.index].alternatives
  }
}
