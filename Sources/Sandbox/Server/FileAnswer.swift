import Foundation
import Synchronization

/// A task's video as an answer, whole or a range of it.
enum FileAnswer {
  private static let made = Mutex<[TestVideo: Data]>([:])

  static func answer(_ task: SandboxTask, headers: [String: String]) -> Answer {
    let data = video(task)
    let tag = "\"\(task.entry.taskID)-\(data.count)\""
    var answer = Answer(text: "", type: "video/mp4")
    answer.headers["ETag"] = tag
    answer.headers["Accept-Ranges"] = "bytes"
    answer.body = data
    if headers["if-none-match"] == tag {
      answer.status = 304
      answer.body = Data()
    }
    guard let range = headers["range"], headers["if-range"].map({ $0 == tag }) ?? true else {
      return answer
    }
    guard let bytes = bytes(range, of: data.count) else {
      answer.status = 416
      answer.body = Data()
      answer.headers["Content-Range"] = "bytes */\(data.count)"
      return answer
    }
    answer.status = 206
    answer.body = data[bytes]
    answer.headers["Content-Range"] =
      "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(data.count)"
    return answer
  }

  /// Videos of the same length and shape are the same, so each is made once.
  private static func video(_ task: SandboxTask) -> Data {
    let video = TestVideo(aspectRatio: task.order.aspectRatio, seconds: task.order.seconds)
    return made.withLock { made in
      if let data = made[video] { return data }
      let data = video.data
      made[video] = data
      return data
    }
  }

  /// One range of bytes; `nil` when there is no byte in it.
  private static func bytes(_ header: String, of count: Int) -> Range<Int>? {
    let sides = header.dropFirst("bytes=".count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard header.hasPrefix("bytes="), sides.count == 2 else { return nil }
    if sides[0].isEmpty {
      guard let length = Int(sides[1]), length > 0 else { return nil }
      return max(0, count - length)..<count
    }
    guard let first = Int(sides[0]), first < count else { return nil }
    let last = min(Int(sides[1]) ?? count - 1, count - 1)
    return first <= last ? first..<last + 1 : nil
  }
}
