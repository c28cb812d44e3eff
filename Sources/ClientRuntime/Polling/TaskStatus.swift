/// How far a long-running task is.
public enum TaskStatus: Hashable, Sendable {
  /// It goes on; the progress is from 0 to 1 where the service tells it.
  case running(progress: Double? = nil)
  /// It is done and the result is there.
  case succeeded
  /// It is over without a result; the text is the service's reason.
  case failed(reason: String? = nil)
  /// Somebody ended it before there was a result.
  case cancelled
  /// A word that the client does not know, which is never taken for an end.
  case unknown(String)

  /// Whether nothing more will change.
  public var isFinal: Bool {
    switch self {
    case .running, .unknown: false
    case .succeeded, .failed, .cancelled: true
    }
  }
}
