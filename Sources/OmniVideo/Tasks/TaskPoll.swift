import ClientRuntime
import Foundation

/// Asks for one task again and again, and remembers what is known.
struct TaskPoll {
  let task: VideoTask
  private(set) var known: TaskState?
  /// How many questions in a row failed.
  private(set) var failures = 0
  private(set) var lastProblem: VideoError
  /// How long the vendor asked to wait.
  private(set) var hint: Duration?
  private var emptyAnswers = 0
  private var noted: VideoStatus?

  private var studio: VideoStudio { task.studio }
  private var handle: VideoHandle { task.handle }
  private var environment: RuntimeEnvironment { studio.options.environment }

  init(task: VideoTask) {
    self.task = task
    lastProblem = .interrupted(task.handle)
  }

  /// Asks once; `nil` when the question failed in a way that may pass.
  mutating func ask() async throws(VideoError) -> VideoUpdate? {
    hint = nil
    let answer: VendorAnswer
    do throws(APIError) {
      answer = try await studio.api.query(handle.taskID)
    } catch {
      try fail(error)
      return nil
    }
    hint = answer.retryAfter
    switch QueryVerdict(answer) {
    case .state(let state): return try take(state)
    case .missing(let refusal): return try missing(refusal, answer.raw)
    case .later(let refusal): fail(.unanswered(handle, refusal))
    case .final(let refusal): throw .unanswered(handle, refusal)
    }
    return nil
  }

  private mutating func fail(_ error: APIError) throws(VideoError) {
    if case .cancelled = error { throw .interrupted(handle) }
    if Task.isCancelled { throw .interrupted(handle) }
    guard error.mayPass else { throw .call(error) }
    fail(.call(error))
  }

  private mutating func fail(_ problem: VideoError) {
    failures += 1
    lastProblem = problem
  }

  /// Takes the vendor's word in.
  private mutating func take(_ answer: TaskState) throws(VideoError) -> VideoUpdate {
    failures = 0
    var state = answer
    // A gateway's inner answer may carry another number; the task is the one that was asked for.
    state.taskID = handle.taskID
    if let known, known.status.isFinal { state = known.merged(with: state) }
    known = state
    studio.options.checkpoint(.polled)
    if state.status == .succeeded, state.videos.isEmpty, emptyAnswers < studio.options.emptyAnswers
    {
      emptyAnswers += 1
      known = nil
      state.status = .running
      return VideoUpdate(handle: handle, state: state)
    }
    try note(state)
    return VideoUpdate(handle: handle, state: state)
  }

  /// Writes a change down, and gives the slot back at the end.
  private mutating func note(_ state: TaskState) throws(VideoError) {
    if state.status.isFinal { task.lease?.release() }
    guard state.status != noted else { return }
    noted = state.status
    try studio.note(
      handle.intent, .state(state.status, progress: state.progress), handle: handle)
    studio.options.checkpoint(.stateWritten)
  }

  /// The vendor does not know the task: not yet, or no longer.
  private mutating func missing(
    _ refusal: VendorRefusal, _ raw: JSONValue?
  ) throws(VideoError) -> VideoUpdate? {
    let age = environment.now().timeIntervalSince(handle.created)
    let grace = Double(studio.options.grace.components.seconds)
    if known == nil, age < grace {
      fail(.unanswered(handle, refusal))
      return nil
    }
    var state = TaskState(.expired, taskID: handle.taskID, raw: raw ?? .null)
    state.failure = TaskProblem(code: refusal.code, message: refusal.message)
    known = state
    try note(state)
    return VideoUpdate(handle: handle, state: state)
  }
}
