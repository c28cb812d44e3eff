import Foundation

/// A video that was made, and where it is.
public struct Video: Sendable, Hashable, Codable {
  /// The task that made it.
  public var handle: VideoHandle
  /// Which of the task's videos it is, counted from 0.
  public var index: Int
  /// How many videos the task has, where those are several.
  public var count: Int?
  /// Where it is; `data:` and the video itself where a vendor answers so.
  public var url: String
  /// Where it is as well.
  public var alternatives: [String]
  /// The same video with a watermark.
  public var watermarkURL: String?
  /// How many seconds it lasts, as the vendor says.
  public var duration: Double?
  /// A picture of it.
  public var cover: String?
  /// Its last picture, which the next video can begin with.
  public var lastFrame: String?
  /// When the vendor deletes it, as far as that is known; download it before.
  public var expires: Date?
}

extension Video {
  /// What is odd about it: a vendor that ignored the length asked for says so by the length alone.
  public var remark: String? {
    guard let duration, let seconds = handle.seconds, abs(duration - seconds) >= 1 else {
      return nil
    }
    return "lasts \(duration) s, and \(seconds) s were asked for"
  }

  /// The videos of a task that succeeded.
  static func all(
    _ state: TaskState, _ handle: VideoHandle, _ traits: VendorTraits, now: Date
  ) -> [Video] {
    var links = state.videos
    if links.isEmpty, let content = traits.contentURL(handle) { links = [VideoLink(url: content)] }
    let end = state.expires ?? traits.retention(handle).map { (state.updated ?? now) + $0 }
    return links.enumerated().map { index, link in
      Video(
        handle: handle, index: index, count: links.count > 1 ? links.count : nil, url: link.url,
        alternatives: link.alternatives,
        watermarkURL: link.watermarkURL, duration: link.duration,
        cover: link.cover ?? (index == 0 ? state.cover : nil),
        lastFrame: index == 0 ? state.lastFrame : nil, expires: end)
    }
  }
}
