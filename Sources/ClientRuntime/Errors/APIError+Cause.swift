extension APIError {
  /// Whether nobody who throws it looks at what became of the request.
  var isSilentAboutDelivery: Bool {
    switch self {
    case .encoding, .validation, .credential: true
    default: false
    }
  }

  /// The status of the answer that is an error.
  var status: Int? {
    switch self {
    case .http(let failure): failure.status
    case .decoding(let failure): failure.status
    default: nil
    }
  }

  /// What happened to the exchange, when that is what failed.
  var cause: TransportError? {
    switch self {
    case .transport(_, let cause), .timedOut(_, let cause), .unclear(_, let cause): cause
    case .cancelled(let context):
      TransportError(.cancelled, mayHaveArrived: context.mayHaveArrived)
    default: nil
    }
  }
}
