/// Something that happened during a call, for logs and measurements.
public struct CallEvent: Sendable, CustomStringConvertible {
  /// What happened.
  public enum Kind: Sendable {
    /// An attempt begins.
    case started
    /// An answer's headers arrived; of a success whose whole body is wanted it is told together with
    /// the body, or up to a tenth of a second after the headers.
    case answered(status: Int, after: Duration)
    /// An attempt got no answer.
    case failed(TransportError, after: Duration)
    /// The call waits before it is repeated.
    case waiting(Duration)
    /// The call is over, all attempts and waits included; there is no status without an answer. A
    /// stream is handed over by then and still to be read.
    case finished(status: Int?, after: Duration)
  }

  /// The call.
  public var context: CallContext
  /// Which attempt, counted from 1; the last one, when the call is over.
  public var attempt: Int
  /// What happened.
  public var kind: Kind

  /// A line for a log.
  public var description: String {
    let what =
      switch kind {
      case .started: "started"
      case .answered(let status, let time): "answered \(status) after \(time)"
      case .failed(let error, let time): "failed after \(time): \(error)"
      case .waiting(let time): "repeats in \(time)"
      case .finished(let status?, let time): "finished with \(status) after \(time)"
      case .finished(nil, let time): "finished without an answer after \(time)"
      }
    return "\(context) attempt \(attempt) \(what)"
  }
}
