import ClientRuntime
import Foundation
import OmniVideo

/// A task as a line of JSON for programs.
struct TaskLine {
  private var fields: [String: JSONValue]

  /// How far a task is.
  init(_ update: VideoUpdate) {
    self.init(update.state, id: update.handle.taskID)
    fields["provider"] = .string(update.handle.provider.rawValue)
  }

  init(_ state: TaskState, id: String) {
    fields = ["task": .string(id), "status": .string(Self.word(state.status))]
    fields["progress"] = state.progress.map { .init(floatLiteral: $0) } ?? .null
    fields["external_task_id"] = state.externalID.map { .string($0) }
    fields["error"] = state.status.isFinal ? state.failure.map { .string("\($0)") } : nil
    if case .unrecognized(let word) = state.status { fields["vendor_status"] = .string(word) }
  }

  /// A task that the vendor was not asked about.
  init(_ handle: VideoHandle, _ status: VideoStatus) {
    self.init(TaskState(status), id: handle.taskID)
    fields["provider"] = .string(handle.provider.rawValue)
    fields["external_task_id"] = handle.externalID.map { .string($0) }
  }

  /// The end: the videos, and where they were put; the first also beside the status.
  mutating func add(_ videos: [Video], files: [DownloadedFile]) {
    let places = files.map { file in
      [
        "output": JSONValue.string(file.url.path(percentEncoded: false)),
        "bytes": .integer(file.length),
      ]
    }
    fields["progress"] = 1
    fields["url"] = videos.first.map { .string($0.url) }
    fields["videos"] = .array(
      videos.enumerated().map { index, video in
        let place = places.indices.contains(index) ? places[index] : [:]
        return .object(Self.fields(video).merging(place) { $1 })
      })
    fields["expires"] = videos.first?.expires.map { .string($0.formatted(.iso8601)) }
    fields.merge(places.first ?? [:]) { $1 }
  }

  /// What a list says beyond the status.
  mutating func add(created: Date?, files: [String] = []) {
    fields["created"] = created.map { .string($0.formatted(.iso8601)) }
    if !files.isEmpty { fields["files"] = .array(files.map { .string($0) }) }
  }

  /// Why a command ended, where there is more to say than the status.
  mutating func add(_ error: VideoError) {
    fields["error"] = .string("\(error)")
    fields["exit"] = .integer(Int64(ExitCode(error).rawValue))
  }

  var json: JSONValue { .object(fields) }

  /// A word that nobody knows is no end, so the task still runs.
  private static func word(_ status: VideoStatus) -> String {
    if case .unrecognized = status { return VideoStatus.running.description }
    return status.description
  }

  private static func fields(_ video: Video) -> [String: JSONValue] {
    var fields: [String: JSONValue] = ["url": .string(video.url)]
    fields["watermark_url"] = video.watermarkURL.map { .string($0) }
    fields["seconds"] = video.duration.map { .init(floatLiteral: $0) }
    fields["cover"] = video.cover.map { .string($0) }
    fields["last_frame"] = video.lastFrame.map { .string($0) }
    return fields
  }
}
