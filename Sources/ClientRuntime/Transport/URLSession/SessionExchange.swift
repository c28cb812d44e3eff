import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One exchange of a session.
final class SessionExchange: ExchangeControl {
  /// How large an answer may be whose headers wait for its end: it comes along with them.
  private static let largestTogether = 64 * 1024

  let task: URLSessionTask
  /// When the time for the whole is up.
  let due: DispatchTime?
  private let incoming: IncomingResponse
  private let session: URLSession
  private let delegate: SessionDelegate
  // The temporary file, if any, must outlive the transfer.
  private let upload: SessionUpload
  private let timeout: Duration?
  private let brake = Brake()
  private let head = Mutex(Head.awaited)

  private enum Head {
    case awaited
    case held(ResponseHead)
    case given

    /// Takes out what is held.
    mutating func give() -> ResponseHead? {
      guard case .held(let head) = self else { return nil }
      self = .given
      return head
    }
  }

  init(
    _ task: URLSessionTask, _ session: URLSession, _ delegate: SessionDelegate,
    _ upload: SessionUpload, timeout: Duration?, wholeLimit: Int?
  ) {
    self.task = task
    // In three hundred years a number of nanoseconds is full.
    due = timeout.map { .now() + min($0.inSeconds, 1e9) }
    incoming = IncomingResponse(wholeLimit: wholeLimit)
    self.session = session
    self.delegate = delegate
    self.upload = upload
    self.timeout = timeout
  }

  // MARK: The caller's side

  /// The answer's body, to be read once.
  var body: ResponseBody { ResponseBody(incoming) }

  /// Starts the exchange and waits for the answer's headers.
  func start() async throws(TransportError) -> ResponseHead {
    try await incoming.head(self) { [self] in
      delegate.register(self)
      task.resume()
    }
  }

  /// Ends the transfer on the delegate's own queue: elsewhere it might end at the same moment,
  /// which `URLSession` on Linux does not survive.
  func abort() {
    session.delegateQueue.addOperation { [self] in
      if delegate.isRegistered(task) { task.cancel() }
    }
  }

  func resume() {
    #if !canImport(FoundationNetworking)
      brake.release { task.resume() }
    #endif
  }

  // MARK: The delegate's side

  /// Whether the headers have not come yet.
  var awaitsHead: Bool {
    head.withLock { if case .awaited = $0 { true } else { false } }
  }

  /// Takes the headers in. Who wants all of a small success is woken once, by its end.
  func receive(_ head: ResponseHead) {
    let isTogether = Self.comesTogether(head) && incoming.isGathering
    self.head.withLock { $0 = isTogether ? .held(head) : .given }
    if isTogether { incoming.announce(head) } else { incoming.receive(head) }
  }

  private static func comesTogether(_ head: ResponseHead) -> Bool {
    guard (200..<300).contains(head.status),
      let length = head.headers["content-length"].flatMap({ Int($0) })
    else { return false }
    return length <= largestTogether
  }

  /// Takes bytes of the body in, and holds the server back where that can be done without harm.
  func receive(_ data: Data) {
    if !incoming.append(data) {
      #if !canImport(FoundationNetworking)
        brake.pull(while: { incoming.isPaused }) { task.suspend() }
      #endif
    }
    // The reader may have been told meanwhile that it is too much.
    if !incoming.isGathering, let head = head.withLock({ $0.give() }) { incoming.receive(head) }
  }

  /// Closes the book, with the headers if they were not given out yet.
  func end(_ error: TransportError?) {
    incoming.end(error, head: head.withLock { $0.give() })
  }

  /// Gives up because it took too long.
  func expire() {
    let limit = timeout.map { "more than \($0)" } ?? ""
    end(TransportError(.timedOut, mayHaveArrived: true, detail: limit))
    abort()
  }
}
