import ClientRuntime
import Foundation

/// Why there is no video, or not yet; its description says what happened and what to do.
public enum VideoError: Error, Sendable {
  /// The rules found what the vendor would reject; nothing was sent.
  case invalid(CheckReport)
  /// The vendor has no words for the request; nothing was sent.
  case unmappable(RefusedRequest)
  /// The request certainly did not reach the vendor; nothing was created.
  case notSent(APIError)
  /// The vendor refused the request; nothing was created.
  case refused(VendorRefusal)
  /// Nobody knows whether there is a task that will be billed.
  case createUnclear(UnclearCreate)
  /// The same request was made before and is not known to be over; nothing was sent.
  case duplicate(JournalRecord)
  /// The vendor could not make the video.
  case failed(VideoHandle, TaskState)
  /// Somebody ended the task.
  case cancelled(VideoHandle, TaskState)
  /// The vendor gave the task up, or keeps it no longer.
  case expired(VideoHandle, TaskState)
  /// The task went on for longer than the caller waits; it may still succeed.
  case deadline(VideoHandle, last: TaskState?, after: Duration)
  /// The vendor says that the video is there, and does not say where.
  case noVideo(VideoHandle, TaskState)
  /// The vendor does not answer questions about the task; it can be resumed later.
  case unanswered(VideoHandle, VendorRefusal)
  /// The caller's task was cancelled; a video that was begun goes on.
  case interrupted(VideoHandle?)
  /// The handle belongs to another vendor or another address.
  case foreign(VideoHandle, provider: ProviderID, baseURL: String)
  /// The journal cannot be written; the task goes on, if there is one.
  case journal(String, VideoHandle?)
  /// The vendor has no such operation.
  case unsupported(ProviderID, operation: String)
  /// A file cannot be written.
  case file(String, reason: String)
  /// A call failed in a way that concerns no create.
  case call(APIError)
}

extension VideoError {
  /// The task that can be resumed, when there is one.
  public var handle: VideoHandle? {
    switch self {
    case .failed(let handle, _), .cancelled(let handle, _), .expired(let handle, _),
      .deadline(let handle, _, _), .noVideo(let handle, _), .unanswered(let handle, _),
      .foreign(let handle, _, _):
      handle
    case .interrupted(let handle), .journal(_, let handle): handle
    case .duplicate(let record): record.handle
    case .invalid, .unmappable, .notSent, .refused, .createUnclear, .unsupported, .file, .call: nil
    }
  }
}

extension VideoError: CustomStringConvertible, LocalizedError {
  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .invalid(let report):
      "the request would be rejected, nothing was sent:\n"
        + report.errors.map { "  \($0)" }.joined(separator: "\n")
    case .unmappable(let refusal): refusal.description
    case .notSent(let error): "nothing was created: \(error)"
    case .refused(let refusal): "nothing was created: \(refusal)"
    case .createUnclear(let create): create.description
    case .duplicate(let record): Self.text(record)
    case .failed(let handle, let state): "\(handle) failed: \(Self.reason(state))"
    case .cancelled(let handle, let state): "\(handle) was cancelled: \(Self.reason(state))"
    case .expired(let handle, let state):
      "\(handle) is not known to the vendor, or not any longer: \(Self.reason(state))"
    case .deadline(let handle, let last, let time):
      "\(handle) is not over after \(Self.text(time)), last seen \(last?.status.description ?? "never"); "
        + "it may still succeed, resume it later"
    case .noVideo(let handle, _):
      "\(handle) succeeded, but the vendor does not say where the video is; resume it later"
    case .unanswered(let handle, let refusal):
      "\(handle) cannot be asked for: \(refusal); resume it when that is mended"
    case .interrupted(let handle?): "interrupted; \(handle) goes on, resume it later"
    case .interrupted(nil): "interrupted before anything was sent"
    case .foreign(let handle, let provider, let baseURL):
      "\(handle) cannot be resumed by \(provider) at \(baseURL); use the provider that began it"
    case .journal(let reason, let handle):
      "the journal cannot be written: \(reason)"
        + (handle.map { "; \($0) goes on, note its id" } ?? "; nothing was sent")
    case .unsupported(let provider, let operation): "\(provider) cannot \(operation)"
    case .file(let path, let reason): "\(path) cannot be written: \(reason)"
    case .call(let error): error.description
    }
  }

  /// The same as `description`.
  public var errorDescription: String? { description }

  private static func reason(_ state: TaskState) -> String {
    state.failure?.description ?? "the vendor gives no reason"
  }

  private static func text(_ time: Duration) -> String {
    let tenths = (time / .milliseconds(100)).rounded()
    let isWhole = tenths.truncatingRemainder(dividingBy: 10) == 0 && tenths < 1e12
    return isWhole ? "\(Int(tenths / 10)) seconds" : "\(tenths / 10) seconds"
  }

  private static func text(_ record: JournalRecord) -> String {
    let when = record.intent.created.formatted(.iso8601)
    guard let handle = record.handle else {
      return "the same request was sent at \(when) and it is not known whether it was accepted "
        + "(create \(record.id)); resume it first, or say that you want another video"
    }
    return "the same request was sent at \(when) and is \(handle), which is not known to be over; "
      + "resume it, or say that you want another video"
  }
}
