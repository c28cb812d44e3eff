import ClientRuntime
import Foundation

/// How one vendor's API looks: its routes, what it refuses, and the shapes of its answers.
protocol VendorAPI: Sendable {
  var vendor: SandboxVendor { get }
  var routes: [Route] { get }
  /// Whether a task can be asked for by the caller's own id.
  var findsExternalIDs: Bool { get }
  /// Whether the route that carries the video's bytes knows ranges.
  var contentHasRanges: Bool { get }

  /// Who pays, by the key in the header.
  func account(_ key: String, _ options: SandboxOptions) throws(Refusal) -> String
  func check(_ body: JSONValue) throws(Refusal)
  func order(_ body: JSONValue) -> VideoOrder
  func taskID(_ number: Int, at time: Date) -> String
  func created(_ view: TaskView) -> JSONValue
  /// `path` is the route's, for vendors that answer by the route.
  func shown(_ view: TaskView, path: [String]) -> JSONValue
  func listed(_ views: [TaskView]) -> JSONValue
  func answer(_ refusal: Refusal) -> Answer
}

extension VendorAPI {
  var findsExternalIDs: Bool { false }
  var contentHasRanges: Bool { true }
  func listed(_ views: [TaskView]) -> JSONValue { .null }

  func account(_ key: String, _ options: SandboxOptions) throws(Refusal) -> String {
    "…" + key.suffix(6)
  }

  func taskID(_ number: Int, at time: Date) -> String {
    "task_" + UUID().uuidString.replacing("-", with: "")
  }
}

/// A task at a moment, ready to be written in a vendor's shape.
struct TaskView: Sendable {
  var task: SandboxTask
  var progress: Progress
  /// Where the results are, once there are some.
  var urls: [String]
  /// A status that no page mentions, told instead of the true one.
  var strangeWord: String?

  var url: String? { urls.first }
  var id: String { task.entry.taskID }
  var order: VideoOrder { task.order }
  var hasFailed: Bool { progress.stage == .failed }
  var created: Int64 { Int64(task.entry.time.timeIntervalSince1970) }
  var updated: Int64 { Int64(progress.since.timeIntervalSince1970) }
  var createdMilliseconds: Int64 { Int64(task.entry.time.timeIntervalSince1970 * 1000) }
  var updatedMilliseconds: Int64 { Int64(progress.since.timeIntervalSince1970 * 1000) }
  var percent: Int { Int(progress.fraction * 100) }

  /// The status in a vendor's words for queued, running, succeeded and failed.
  func word(_ words: [String]) -> JSONValue {
    .string(strangeWord ?? words[progress.stage.rawValue])
  }

  static let failure = "the content was refused by the moderation (the prompt asks for it)"
}

extension JSONValue {
  /// An object without the keys that have no value.
  static func fields(_ fields: [String: JSONValue?]) -> JSONValue {
    .object(fields.compactMapValues { $0 })
  }
}
