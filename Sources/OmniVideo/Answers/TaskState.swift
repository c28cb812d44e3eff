import ClientRuntime
import Foundation

/// What a vendor said about a task, in terms that all vendors share.
public struct TaskState: Sendable, Hashable, Codable {
  /// What the vendor calls the task, when the answer says so.
  public var taskID: String?
  /// What the caller called the task.
  public var externalID: String?
  /// How far it is.
  public var status: VideoStatus
  /// The vendor's own word for that.
  public var word: String?
  /// How much of the work is done, from 0 to 1, where the vendor tells it.
  public var progress: Double?
  /// Why there is no video.
  public var failure: TaskProblem?
  /// The videos, once they are there.
  public var videos: [VideoLink]
  /// A picture of the video.
  public var cover: String?
  /// The video's last picture, which the next video can begin with.
  public var lastFrame: String?
  /// When the task was created, by the vendor's clock.
  public var created: Date?
  /// When the vendor last changed it.
  public var updated: Date?
  /// When the result is deleted, where the answer tells it.
  public var expires: Date?
  /// What the answer says about the price, under the vendor's own names.
  public var billing: [String: JSONValue]
  /// The whole answer as it came.
  public var raw: JSONValue

  /// Describes a task of which only the status is known.
  public init(_ status: VideoStatus, taskID: String? = nil, raw: JSONValue = .null) {
    self.taskID = taskID
    self.status = status
    self.raw = raw
    videos = []
    billing = [:]
  }
}

/// A video of a task as the vendor links to it.
public struct VideoLink: Sendable, Hashable, Codable {
  /// Where it is; also `data:` and the video itself.
  public var url: String
  /// The same video with a watermark.
  public var watermarkURL: String?
  /// The same video at other addresses that the answer gives.
  public var alternatives: [String]
  /// How many seconds it lasts.
  public var duration: Double?
  /// A picture of it.
  public var cover: String?
  /// What the vendor calls it.
  public var id: String?

  /// Links to a video.
  public init(url: String) {
    self.url = url
    alternatives = []
  }
}

/// Why a vendor made no video, in its own words.
public struct TaskProblem: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The vendor's code.
  public var code: String?
  /// The vendor's words.
  public var message: String?

  /// Describes a reason.
  public init(code: String? = nil, message: String? = nil) {
    self.code = code
    self.message = message
  }

  /// The words and the code.
  public var description: String {
    switch (message, code) {
    case (let message?, let code?): "\(message) (code \(code))"
    case (let message?, nil): message
    case (nil, let code?): "code \(code)"
    case (nil, nil): "no reason given"
    }
  }
}

extension TaskState {
  /// The later of two words about the same task, whichever came first: the order of arrival and
  /// repetitions make no difference.
  public func merged(with other: TaskState) -> TaskState {
    order.lexicographicallyPrecedes(other.order) ? other : self
  }

  /// What counts, most important first: an end, a video, the vendor's time, how far it is.
  private var order: [Double] {
    let time = updated?.timeIntervalSince1970 ?? 0
    return [
      status.isFinal ? Double(status.rank) : 0, Double(videos.count), time, Double(status.rank),
      progress ?? -1, tieBreak,
    ]
  }

  /// Tells answers apart that say the same, so that the choice between them is always the same.
  private var tieBreak: Double {
    let text = (try? TextCoding.text(raw)) ?? ""
    return Double(text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 })
  }
}
