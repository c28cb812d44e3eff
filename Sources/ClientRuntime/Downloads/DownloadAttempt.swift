import Foundation

/// One request for a file or the rest of it, and what comes of it.
struct DownloadAttempt {
  /// How an attempt ended.
  enum Outcome {
    case complete
    case refused(HTTPFailure)
    case lost(TransportError)
    /// The server does not accept the token, and another one can be had.
    case stale
    /// The bytes that are there belong to another version of the file.
    case changed
  }

  let client: HTTPClient
  let address: String
  let file: URL
  let part: PartialFile
  let options: DownloadOptions
  let security: [[SecurityUse]]
  let timeout: Duration?
  let context: CallContext
  /// Whether another token may be asked for.
  let mayRenew: Bool
  var progress: ProgressReport

  // What came of it.
  var contentType: String?
  var total: Int64?
  var hasResumed = false
  /// How many bytes of the file were there, when bytes came.
  var reached: Int64 = 0

  private var environment: RuntimeEnvironment { client.options.environment }

  mutating func run() async throws(APIError) -> Outcome {
    let origin = part.origin
    if let name = options.headers.unsendable {
      throw .encoding(context, reason: EncodingFailure.controlCharacter(in: name))
    }
    let offset = try onDisk { () throws in origin == nil ? 0 : try part.length() }
    var request = request(offset, origin)
    let shown = try await showCredentials(&request)
    let answer: TransportResponse
    do throws(TransportError) {
      answer = try await RedirectFollower(
        transport: client.transport, limit: client.options.maximumRedirects,
        uptime: environment.uptime
      ).send(request)
    } catch {
      return .lost(shown.redaction.clean(error))
    }
    contentType = answer.head.headers["content-type"] ?? contentType
    let range = RangeAnswer(answer.head)
    switch answer.head.status {
    case 200:
      total = range.total
      try onDisk { () throws in try part.restart(range.origin) }
      return try await save(answer, from: 0)
    case 206:
      guard let origin, range.continues(origin, at: offset) else { return .changed }
      hasResumed = offset > 0
      total = range.total ?? origin.total
      return try await save(answer, from: offset)
    case 416 where offset > 0:
      total = offset
      hasResumed = true
      return range.total == offset ? .complete : .changed
    case 401 where mayRenew && shown.renew(): return .stale
    default:
      return .refused(
        await HTTPFailure.read(
          answer, shown: shown, retries: 0, now: environment.now(), within: patience))
    }
  }

  /// What a server says when it refuses gets no longer than a silence.
  private var patience: Deadline {
    Deadline(limit: options.inactivityTimeout, context: context, watch: environment.watch)
  }

  private func request(_ offset: Int64, _ origin: PartialFile.Origin?) -> TransportRequest {
    var request = TransportRequest(
      .get, address, headers: options.headers, connectTimeout: client.options.connectTimeout,
      inactivityTimeout: options.inactivityTimeout, timeout: timeout)
    // What is counted and resumed are the bytes of the file itself.
    request.headers["Accept-Encoding"] = "identity"
    if request.headers["User-Agent"] == nil {
      request.headers["User-Agent"] = "swift-client-runtime"
    }
    if offset > 0, let origin {
      request.headers["Range"] = "bytes=\(offset)-"
      request.headers["If-Range"] = origin.validator
    }
    return request
  }

  /// Shows credentials when the file lies on the client's own server.
  private func showCredentials(
    _ request: inout TransportRequest
  ) async throws(APIError) -> ShownCredentials {
    let home = RedirectFollower.origin(of: URL(string: client.server))
    guard let home, home == RedirectFollower.origin(of: URL(string: address)) else {
      request.headers.removeSecrets()
      return ShownCredentials()
    }
    return try await Authorization.apply(
      to: &request, security, client.credentials, for: client, context)
  }

  private mutating func save(
    _ answer: TransportResponse, from offset: Int64
  ) async throws(APIError) -> Outcome {
    if let coding = answer.head.headers["content-encoding"], coding.lowercased() != "identity" {
      return .lost(
        TransportError(
          .badResponse, mayHaveArrived: true, detail: "the file is encoded as \(coding)"))
    }
    var position = offset
    try onDisk { () throws in _ = try part.handle.seekToEnd() }
    var chunks = answer.body.makeAsyncIterator()
    do throws(APIError) {
      while let chunk = try await chunks.next() {
        position += Int64(chunk.count)
        if let total, position > total { return .changed }
        try onDisk { () throws in try part.handle.write(contentsOf: chunk) }
        reached = position
        progress.report(position, of: total ?? options.length)
        // What is too long already need not be read to its end, which may never come.
        if total == nil, let length = options.length, position > length { return .complete }
      }
    } catch {
      switch error {
      case .transport(_, let cause) where cause.kind != .fileUnwritable: return .lost(cause)
      case .timedOut(_, let cause): return .lost(cause)
      case .cancelled: throw .cancelled(context)
      default: throw error
      }
    }
    if let total, position < total {
      let detail = "\(position) of \(total) bytes came"
      return .lost(TransportError(.badResponse, mayHaveArrived: true, detail: detail))
    }
    return .complete
  }

  private func onDisk<Value>(_ work: () throws -> Value) throws(APIError) -> Value {
    do {
      return try work()
    } catch {
      throw Download.unwritable(file, error, context)
    }
  }
}
