import ClientRuntime
import Foundation

/// Makes videos with one vendor: checks, creates and never pays twice, follows, downloads.
public struct VideoStudio: Sendable {
  /// The vendor.
  public let provider: VideoProvider
  /// Where creates are written down; without one a lost process may lose its tasks.
  public let journal: (any Journal)?
  /// How many videos each account has in the making.
  public let slots: VideoSlots
  /// How the studio works.
  public let options: StudioOptions
  let api: any VendorAPI

  /// Opens a studio.
  public init(
    provider: VideoProvider, journal: (any Journal)? = nil, slots: VideoSlots = .shared,
    options: StudioOptions = StudioOptions(), transport: any Transport = .default
  ) {
    self.provider = provider
    self.journal = journal
    self.slots = slots
    self.options = options
    api = provider.api(options: options.client, transport: transport)
  }

  /// Checks a request against everything known of the vendor, without sending it.
  public func check(_ request: VideoRequest) -> CheckReport {
    provider.check(request, strict: options.strict)
  }

  /// Creates a video, which begins to cost money, and gives its task back at once.
  ///
  /// The request is sent a second time only when the first certainly was not accepted. While the
  /// account has no free slot, it waits for its turn.
  public func create(
    _ request: VideoRequest, identical: IdenticalRequest = .refuse
  ) async throws(VideoError) -> VideoTask {
    let report = check(request)
    guard report.isAcceptable else { throw .invalid(report) }
    let body: VendorBody
    do throws(RefusedRequest) {
      body = try provider.map(request)
    } catch {
      throw .unmappable(error)
    }
    return try await create(body, identical: identical)
  }

  /// Creates a video from a body in the vendor's own words.
  public func create(
    _ body: VendorBody, identical: IdenticalRequest = .refuse
  ) async throws(VideoError) -> VideoTask {
    try await Creation(studio: self, body: body, identical: identical).run()
  }

  /// Picks up a task that was begun before, maybe by another process.
  public func task(_ handle: VideoHandle) throws(VideoError) -> VideoTask {
    guard handle.provider == provider.id, handle.baseURL == provider.baseURL else {
      throw .foreign(handle, provider: provider.id, baseURL: provider.baseURL)
    }
    return VideoTask(handle: handle, studio: self, lease: nil)
  }

  /// Picks up a task by the vendor's id alone.
  public func task(id: String, created: Date? = nil) -> VideoTask {
    let handle = VideoHandle(
      provider: provider.id, baseURL: provider.baseURL, route: provider.id.route, taskID: id,
      created: created ?? .distantPast)
    return VideoTask(handle: handle, studio: self, lease: nil)
  }

  /// The vendor's list of tasks, a page at a time; a page that is not full is the last.
  public func list(page: Int = 1, size: Int = 30) async throws(VideoError) -> [TaskState] {
    let answer: VendorAnswer?
    do throws(APIError) {
      answer = try await api.list(page: page, size: size)
    } catch {
      throw .call(error)
    }
    guard let answer else { throw .unsupported(provider.id, operation: "list tasks") }
    guard let tasks = answer.raw?["data"]?.arrayValue, (200..<300).contains(answer.status) else {
      throw .refused(answer.refusal)
    }
    return tasks.compactMap { AnswerReader($0).state }
  }

  var now: Date { options.environment.now() }

  /// Writes into the journal, when there is one.
  func note(
    _ intent: String?, _ event: JournalEntry.Event, handle: VideoHandle? = nil
  ) throws(VideoError) {
    guard let journal, let intent else { return }
    do {
      try journal.append(JournalEntry(intent: intent, time: now, event: event))
    } catch {
      throw .journal("\(error)", handle)
    }
  }
}

extension ProviderID {
  /// The operation that creates videos.
  var route: Route {
    switch self {
    case .kling: .klingOmniVideo
    case .chainhub: .chainHubOmniVideo
    case .omnirouters: .omniRoutersVideos
    case .orcarouter: .orcaRouterVideoGenerations
    case .newapi: .newAPIVideos
    }
  }
}
