import ClientRuntime
import Foundation

/// Something that happened to a create or its task, as a journal keeps it.
public struct JournalEntry: Sendable, Hashable {
  /// The intent that it belongs to.
  public var intent: String
  /// When it happened.
  public var time: Date
  /// What happened.
  public var event: Event

  /// The sorts of happenings.
  public enum Event: Sendable, Hashable {
    /// The request is about to be sent.
    case intent(CreateIntent)
    /// The vendor has made a task.
    case created(VideoHandle)
    /// The vendor certainly made none.
    case refused(String)
    /// Nobody knows whether there is a task.
    case unclear(String)
    /// How far the task was when it was asked for.
    case state(VideoStatus, progress: Double?)
    /// A video is in a file, one of as many as the task has.
    case downloaded(file: String, bytes: Int64, sha256: String, url: String, of: Int = 1)
    /// Somebody looked and says that there is no task, or that it does not matter.
    case settled(String)
  }

  /// Describes a happening.
  public init(intent: String, time: Date, event: Event) {
    self.intent = intent
    self.time = time
    self.event = event
  }
}

extension JournalEntry: Codable {
  /// An entry as it stands on its line: one object with few keys.
  private struct Line: Codable {
    var id: String
    var at: Double
    var event: String
    var intent: CreateIntent?
    var handle: VideoHandle?
    var status: VideoStatus?
    var progress: Double?
    var text: String?
    var file: String?
    var bytes: Int64?
    var sha256: String?
    var of: Int?
  }

  /// Reads an entry.
  public init(from decoder: any Decoder) throws {
    let line = try Line(from: decoder)
    guard let event = Self.event(line) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "‘\(line.event)’ is no event of a journal, or a part of it is missing"))
    }
    self.init(intent: line.id, time: Date(timeIntervalSince1970: line.at), event: event)
  }

  private static func event(_ line: Line) -> Event? {
    switch line.event {
    case "intent": line.intent.map { .intent($0) }
    case "created": line.handle.map { .created($0) }
    case "refused": .refused(line.text ?? "")
    case "unclear": .unclear(line.text ?? "")
    case "settled": .settled(line.text ?? "")
    case "state": line.status.map { .state($0, progress: line.progress) }
    case "downloaded":
      line.file.map {
        .downloaded(
          file: $0, bytes: line.bytes ?? 0, sha256: line.sha256 ?? "", url: line.text ?? "",
          of: line.of ?? 1)
      }
    default: nil
    }
  }

  /// Writes the entry.
  public func encode(to encoder: any Encoder) throws {
    var line = Line(id: intent, at: time.timeIntervalSince1970, event: "")
    switch event {
    case .intent(let intent): (line.event, line.intent) = ("intent", intent)
    case .created(let handle): (line.event, line.handle) = ("created", handle)
    case .refused(let reason): (line.event, line.text) = ("refused", reason)
    case .unclear(let reason): (line.event, line.text) = ("unclear", reason)
    case .settled(let reason): (line.event, line.text) = ("settled", reason)
    case .state(let status, let progress):
      (line.event, line.status, line.progress) = ("state", status, progress)
    case .downloaded(let file, let bytes, let sum, let url, let count):
      (line.event, line.file, line.bytes, line.text) = ("downloaded", file, bytes, url)
      (line.sha256, line.of) = (sum, count > 1 ? count : nil)
    }
    try line.encode(to: encoder)
  }
}
