import Foundation

/// Why a call failed; its description says what happened, what the server said, and what to do.
public enum APIError: Error, Sendable {
  /// The request did not arrive, or may be repeated without harm.
  case transport(CallContext, TransportError)
  /// It is not known whether the server acted on the request; repeating it might do things twice.
  case unclear(CallContext, TransportError)
  /// The deadline passed.
  case timedOut(CallContext, TransportError)
  /// The server refused.
  case http(HTTPFailure)
  /// The server's answer is not as described.
  case decoding(DecodingFailure)
  /// The request could not be put together.
  case encoding(CallContext, reason: String)
  /// The request breaks a limit of the description; nothing was sent.
  case validation(CallContext, ValidationError)
  /// The credential could not be had.
  case credential(CallContext, reason: String)
  /// The caller's task was cancelled.
  case cancelled(CallContext)
  /// A task that was begun has no result.
  case task(TaskFailure)
}

extension APIError: CustomStringConvertible {
  /// What happened, what the server said, and what to do.
  public var description: String {
    switch self {
    case .transport(let context, let error): "\(context): \(error); \(error.advice)"
    case .unclear(let context, let error):
      "\(context): \(error), and the server may have acted on the request; "
        + "look whether it did before sending it again"
    case .timedOut(let context, let error):
      "\(context): \(error); allow more time or try again later"
    case .http(let failure): failure.description
    case .decoding(let failure): failure.description
    case .encoding(let context, let reason):
      "\(context): the request could not be put together: \(reason); nothing was sent"
    case .validation(let context, let error): "\(context): \(error); nothing was sent"
    case .credential(let context, let reason):
      "\(context): no credential could be had: \(reason); nothing was sent"
    case .cancelled(let context): "\(context): cancelled"
    case .task(let failure): failure.description
    }
  }

  /// The call that failed.
  public var context: CallContext {
    switch self {
    case .transport(let context, _), .unclear(let context, _), .timedOut(let context, _): context
    case .http(let failure): failure.context
    case .decoding(let failure): failure.context
    case .encoding(let context, _), .validation(let context, _): context
    case .credential(let context, _), .cancelled(let context): context
    case .task(let failure): failure.handle.context
    }
  }
}

extension APIError: LocalizedError {
  /// The same as `description`, for those who print `localizedDescription`.
  public var errorDescription: String? { description }
}
