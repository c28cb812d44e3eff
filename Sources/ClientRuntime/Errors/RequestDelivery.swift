/// Whether the server acted on a request, as far as can be known when a call failed.
public enum RequestDelivery: String, Hashable, Sendable, CaseIterable {
  /// Nothing of the request was sent, so nothing was done.
  case notSent
  /// The server may have acted on it, or may yet: look before sending it again.
  case unclear
  /// The server gave its answer, which says what it did.
  case answered
}

extension APIError {
  /// Whether the server acted on the request; what earlier attempts left open stays open.
  public var delivery: RequestDelivery {
    switch self {
    case .http(let failure): failure.delivery
    case .decoding, .task: .answered
    case .unclear: .unclear
    case .transport(let context, let error), .timedOut(let context, let error):
      context.mayHaveArrived ? .unclear : error.delivery
    case .encoding(let context, _), .validation(let context, _), .credential(let context, _),
      .cancelled(let context):
      context.mayHaveArrived ? .unclear : .notSent
    }
  }

  /// The same error of a call of which an attempt may have arrived.
  func afterLostAttempt() -> APIError {
    switch self {
    case .transport(let context, let error): return .transport(context.lost, error)
    case .unclear(let context, let error): return .unclear(context.lost, error)
    case .timedOut(let context, let error): return .timedOut(context.lost, error)
    case .encoding(let context, let reason): return .encoding(context.lost, reason: reason)
    case .validation(let context, let error): return .validation(context.lost, error)
    case .credential(let context, let reason): return .credential(context.lost, reason: reason)
    case .cancelled(let context): return .cancelled(context.lost)
    case .http(var failure):
      failure.context = failure.context.lost
      return .http(failure)
    case .decoding, .task: return self
    }
  }
}

extension CallContext {
  fileprivate var lost: CallContext {
    var copy = self
    copy.mayHaveArrived = true
    return copy
  }
}

extension TransportError {
  /// Whether the server acted on the request.
  public var delivery: RequestDelivery { mayHaveArrived ? .unclear : .notSent }
}

extension HTTPFailure {
  /// Statuses by which a server in between says that it does not know what became of a request.
  private static let unknownFate: Set<Int> = [502, 504, 520, 522, 524]

  /// Whether the service itself gave the answer; a server in between, or one that broke down without
  /// a word, may have acted on the request.
  public var delivery: RequestDelivery {
    if context.mayHaveArrived || Self.unknownFate.contains(status) { return .unclear }
    let isWordless = code == nil && retryAfter == nil
    return (status == 500 || status == 503) && isWordless ? .unclear : .answered
  }
}
