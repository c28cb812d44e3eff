import Foundation

/// One download on its way, over as many attempts as it takes.
struct Download {
  let client: HTTPClient
  let file: URL
  let part: PartialFile
  let options: DownloadOptions
  let security: [[SecurityUse]]
  private var address: String

  private var retries = 0
  private var refreshes = 0
  private var restarts = 0
  private var hasResumed = false
  private var hasRenewed = false
  /// How many bytes of the file were there at most.
  private var furthest: Int64 = 0
  private var contentType: String?
  private var total: Int64?
  private var progress: ProgressReport
  private let begin: Duration

  private var environment: RuntimeEnvironment { client.options.environment }
  private var context: CallContext { Self.context(address) }

  init(
    client: HTTPClient, file: URL, part: PartialFile, options: DownloadOptions,
    security: [[SecurityUse]], address: String
  ) {
    self.client = client
    self.file = file
    self.part = part
    self.options = options
    self.security = security
    self.address = address
    progress = ProgressReport(options, client.options.environment)
    begin = client.options.environment.uptime()
  }

  /// The download as errors name it; the query of such an address often is a key to the file.
  static func context(_ address: String) -> CallContext {
    let shown = String(address.prefix { $0 != "?" && $0 != "#" }).withoutUser
    return CallContext(operation: "download", method: .get, url: shown)
  }

  static func unwritable(_ file: URL, _ error: any Error, _ context: CallContext) -> APIError {
    let detail = "\(file.path): \(error.localizedDescription)"
    return .transport(
      context, TransportError(.fileUnwritable, mayHaveArrived: true, detail: detail))
  }

  /// Goes on until the file is complete or the failure is final.
  mutating func run() async throws(APIError) -> DownloadedFile {
    while true {
      if Task.isCancelled { throw .cancelled(context) }
      switch try await attempt() {
      case .complete:
        if let file = try finish() { return file }
      case .changed:
        try restart(
          TransportError(
            .badResponse, mayHaveArrived: true, detail: "the file changes while it is sent"))
      case .refused(let failure):
        if try await renewAddress(failure) { continue }
        let delay = decision.delay(
          afterStatus: failure.status, retryAfter: failure.retryAfter, random: environment.random())
        guard try await wait(delay) else { throw .http(failure) }
      case .stale: hasRenewed = true
      case .lost(let error):
        let delay = decision.delay(after: error, random: environment.random())
        guard try await wait(delay) else { throw APIError(error, context) }
      }
    }
  }

  private mutating func attempt() async throws(APIError) -> DownloadAttempt.Outcome {
    var attempt = DownloadAttempt(
      client: client, address: address, file: file, part: part, options: options,
      security: security, timeout: try timeLeft(), context: context, mayRenew: !hasRenewed,
      progress: progress)
    let outcome = try await attempt.run()
    progress = attempt.progress
    contentType = attempt.contentType ?? contentType
    total = attempt.total
    hasResumed = hasResumed || attempt.hasResumed
    if attempt.reached > furthest {
      // Whoever makes headway may go on for as long as it takes; to come as far as before is none.
      (retries, refreshes, hasRenewed, furthest) = (0, 0, false, attempt.reached)
    }
    return outcome
  }

  private func timeLeft() throws(APIError) -> Duration? {
    guard let deadline = options.deadline else { return nil }
    let left = deadline - (environment.uptime() - begin)
    if left > .zero { return left }
    throw .timedOut(
      context,
      TransportError(.timedOut, mayHaveArrived: true, detail: "the deadline of \(deadline)"))
  }

  // MARK: After an attempt

  private var decision: RetryDecision {
    RetryDecision(
      policy: options.retry, idempotency: .safe, isReplayable: true, retries: retries)
  }

  private mutating func wait(_ delay: Duration?) async throws(APIError) -> Bool {
    guard let delay else { return false }
    if let deadline = options.deadline, environment.uptime() - begin + delay >= deadline {
      return false
    }
    do {
      try await environment.sleep(delay)
    } catch {
      throw .cancelled(context)
    }
    retries += 1
    return true
  }

  private mutating func renewAddress(_ failure: HTTPFailure) async throws(APIError) -> Bool {
    guard let freshAddress = options.freshAddress, refreshes < 2,
      [401, 403, 404, 410].contains(failure.status)
    else { return false }
    refreshes += 1
    address = try await freshAddress()
    return true
  }

  private mutating func restart(_ error: TransportError) throws(APIError) {
    restarts += 1
    guard restarts <= 2 else { throw .transport(context, error) }
    (hasResumed, furthest) = (false, 0)
    try onDisk { () throws in try part.restart(nil) }
  }

  // MARK: When everything is there

  /// Checks the file and puts it into its place; `nil` when it must be fetched anew.
  private mutating func finish() throws(APIError) -> DownloadedFile? {
    let length = try onDisk { () throws in try part.length() }
    if let problem = try problem(length) {
      let error = TransportError(.corrupt, mayHaveArrived: true, detail: problem)
      // Bytes of two versions may have been put together; that is settled by starting over.
      guard hasResumed else {
        try onDisk { () throws in try part.restart(nil) }
        throw .transport(context, error)
      }
      try restart(error)
      return nil
    }
    try onDisk { () throws in try part.finish() }
    progress.report(length, of: total ?? length, isFinal: true)
    return DownloadedFile(url: file, length: length, contentType: contentType)
  }

  /// What is wrong with the bytes.
  private func problem(_ length: Int64) throws(APIError) -> String? {
    if let wanted = options.length ?? total, wanted != length {
      return "\(length) bytes instead of \(wanted)"
    }
    guard let wanted = options.checksum else { return nil }
    let found = try onDisk { () throws in try Checksum.sha256(of: part.handle) }
    return found == wanted ? nil : "the checksum differs"
  }

  private func onDisk<Value>(_ work: () throws -> Value) throws(APIError) -> Value {
    do {
      return try work()
    } catch {
      throw Self.unwritable(file, error, context)
    }
  }
}
