import ClientRuntime
import Foundation

/// One video on its way into being, from the intent to the task.
struct Creation {
  let studio: VideoStudio
  let identical: IdenticalRequest
  var body: VendorBody
  var intent: CreateIntent

  private var options: StudioOptions { studio.options }
  private var environment: RuntimeEnvironment { options.environment }
  private var account: AccountSlots { studio.slots.account(of: studio.provider) }

  init(studio: VideoStudio, body: VendorBody, identical: IdenticalRequest) {
    self.studio = studio
    self.identical = identical
    self.body = body
    intent = CreateIntent(body, studio)
    guard body.externalID == nil, studio.api.traits.lookup != .none else { return }
    // So that the task can be found when its id is lost with the answer.
    self.body.externalID = intent.id
    self.body.body["external_task_id"] = .string(intent.id)
    intent.externalID = intent.id
  }

  /// Gives the task, or says for certain that there is none, or that nobody knows.
  func run() async throws(VideoError) -> VideoTask {
    let send: Sending
    do throws(UnfitBody) {
      send = try studio.api.creating(body)
    } catch {
      let finding = Finding(rule: "body", path: error.path, message: error.reason)
      throw .invalid(CheckReport(errors: [finding]))
    }
    let lease: SlotLease
    do throws(CancellationError) {
      lease = try await account.take()
    } catch {
      throw .interrupted(nil)
    }
    options.checkpoint(.slotTaken)
    if let task = try await open(lease) { return task }
    defer { studio.journal?.release(intent.id) }
    options.checkpoint(.intentWritten)
    do throws(VideoError) {
      let state = try await outcome(send)
      let handle = intent.handle(state.taskID ?? "")
      options.checkpoint(.answered)
      try studio.note(intent.id, .created(handle), handle: handle)
      options.checkpoint(.taskWritten)
      account.accepted()
      return VideoTask(handle: handle, studio: studio, lease: lease, first: state)
    } catch {
      lease.release()
      throw error
    }
  }

  /// Writes the intent, or gives the task that is there already.
  private func open(_ lease: SlotLease) async throws(VideoError) -> VideoTask? {
    guard let journal = studio.journal else { return nil }
    let opened: OpenedIntent
    do {
      opened = try journal.open(intent, unless: identical)
    } catch {
      throw .journal("\(error)", nil)
    }
    guard case .duplicate(let record) = opened else { return nil }
    guard identical == .resume else { throw .duplicate(record) }
    if let handle = record.handle {
      return VideoTask(handle: handle, studio: studio, lease: lease)
    }
    // The process that sent it may have died before it had the id.
    var report = ResumeReport()
    try await studio.recover(record, in: journal, &report)
    guard let task = report.running.first else { throw .duplicate(record) }
    return task
  }

  // MARK: Sending

  /// Sends until the vendor accepts, or it is clear that it will not.
  private func outcome(_ send: @escaping Sending) async throws(VideoError) -> TaskState {
    let begin = environment.uptime()
    var failures = 0
    try await pause(account.delay(now: begin))
    while true {
      // A cancelled caller must not lose the id of a task that is paid for.
      let result = await Task { await Self.attempt(send) }.value
      switch result {
      case .failure(let error):
        guard error.delivery == .notSent else { return try await lookUp("\(error)") }
        failures += 1
        guard failures <= options.resends, error.mayPass else {
          try refuse("\(error)")
          throw .notSent(error)
        }
        try await pause(RetryPolicy().delay(beforeRetry: failures, random: environment.random()))
      case .success(let answer):
        if let state = try await judge(answer, since: begin) { return state }
      }
    }
  }

  /// The task that an answer names; `nil` when the same request may be sent once more.
  private func judge(
    _ answer: VendorAnswer, since begin: Duration
  ) async throws(VideoError) -> TaskState? {
    switch studio.api.traits.rules.verdict(answer) {
    case .created(let state): return state
    case .unclear(let refusal): return try await lookUp("\(refusal)")
    case .refused(let refusal, let remedy):
      try refuse("\(refusal)")
      let now = environment.uptime()
      guard case .slowDown(let throttle) = remedy, now - begin < options.patience else {
        throw .refused(refusal)
      }
      account.slowDown(throttle, now: now, retryAfter: answer.retryAfter)
      let delay = account.delay(now: now)
      options.onWait(refusal, delay)
      try await pause(delay)
      try studio.note(intent.id, .intent(intent))
      return nil
    }
  }

  private static func attempt(_ send: Sending) async -> Result<VendorAnswer, APIError> {
    do throws(APIError) {
      return .success(try await send())
    } catch {
      return .failure(error)
    }
  }

  /// Waits while nothing is under way.
  private func pause(_ delay: Duration) async throws(VideoError) {
    do {
      try Task.checkCancellation()
      if delay > .zero { try await environment.sleep(delay) }
    } catch {
      try refuse("interrupted before it was sent")
      throw .interrupted(nil)
    }
  }

  private func refuse(_ reason: String) throws(VideoError) {
    try studio.note(intent.id, .refused(reason))
  }

  // MARK: When the answer was lost

  /// Looks for a task whose id was lost with the answer.
  private func lookUp(_ cause: String) async throws(VideoError) -> TaskState {
    let search = TaskSearch(studio: studio, intent: intent)
    if let found = await search.run(studio.options.lookups) { return found }
    try studio.note(intent.id, .unclear(cause))
    throw .createUnclear(
      UnclearCreate(
        intent: intent, cause: cause, wasLookedUp: studio.api.traits.lookup != .none))
  }
}

extension CreateIntent {
  /// What is about to be sent.
  init(_ body: VendorBody, _ studio: VideoStudio) {
    let provider = studio.provider
    let digits = (0..<5).map { _ in Int(studio.options.environment.random() * 65_536) }
    let id = digits.map { String(65_536 + $0, radix: 16).dropFirst() }.joined()
    let identity: JSONValue = [
      "provider": .string(provider.id.rawValue), "baseURL": .string(provider.baseURL),
      "account": .string(provider.account), "route": .string(body.route.rawValue),
      "body": body.body,
    ]
    let facts = BodyFacts(body.body)
    self.init(
      id: "ov-\(id)",
      requestHash: Checksum.of((try? TextCoding.text(identity)) ?? "").text(),
      externalID: body.externalID, provider: provider.id, baseURL: provider.baseURL,
      account: provider.account, route: body.route, model: facts.model, seconds: facts.seconds,
      body: Self.abridged(body.body), created: studio.now)
  }
}

/// What can be read from any vendor's body without knowing the vendor.
struct BodyFacts {
  var model: String?
  var seconds: Double?

  init(_ body: JSONValue) {
    model = (body["model_name"] ?? body["model"])?.stringValue
    let places = [body, body["metadata"] ?? .null]
    seconds =
      places.lazy.compactMap { ($0["seconds"] ?? $0["duration"]).flatMap(AnswerNumbers.number) }
      .first
  }
}
