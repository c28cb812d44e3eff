import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Sends requests through `URLSession`, by its delegate alone.
///
/// `URLSession` has no limit for connecting: silence while connecting counts as inactivity. A body
/// that is neither bytes nor a single file is written to a temporary file first, as its length
/// must be known.
///
/// On Linux, where `CurlTransport` is the one to use, the system's session ends the process when an
/// answer has trailers, and keeps all that comes in memory, however slowly it is read.
public struct URLSessionTransport: Transport {
  private let owner: SessionOwner

  /// The transport that clients share, and with it their connections.
  public static let shared = URLSessionTransport()

  /// Makes a transport with connections of its own: no cookies, no cache, no stored passwords.
  public init() { owner = SessionOwner() }

  /// Sends a request; cancelling the task closes the connection.
  public func send(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    guard let url = URL(string: request.url), url.host() != nil,
      ["http", "https"].contains(url.scheme?.lowercased())
    else {
      throw TransportError(
        .badURL, mayHaveArrived: false, detail: "it must begin with https:// or http://")
    }
    try request.checkHeaders()
    let upload = try await SessionUpload(request.body)
    let exchange = owner.exchange(Self.native(request, url), upload, for: request)
    return TransportResponse(head: try await exchange.start(), body: exchange.body)
  }

  private static func native(_ request: TransportRequest, _ url: URL) -> URLRequest {
    var native = URLRequest(url: url)
    // Every change of a request copies what it holds, also to what it was.
    if request.method != .get { native.httpMethod = request.method.rawValue }
    native.httpShouldHandleCookies = false
    native.cachePolicy = .reloadIgnoringLocalAndRemoteCacheData
    // Without a limit of its own the session would apply a minute.
    native.timeoutInterval = min(request.inactivityTimeout?.inSeconds ?? noLimit, noLimit)
    // At once: field by field, each costs more than all else that is done for a request here.
    native.allHTTPHeaderFields = request.headers.joined
    return native
  }
}

extension URLSessionTransport: CustomReflectable {
  /// Nothing: the system's session holds requests with their secrets, and changes while it is looked
  /// at.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

#if !os(Linux)
  extension Transport where Self == URLSessionTransport {
    /// The transport that fits this system.
    public static var `default`: URLSessionTransport { .shared }
  }
#endif

/// In seconds; the system takes numbers only, and larger ones end the process on Linux.
private let noLimit = 1e9

/// Keeps a session alive as long as a transport uses it.
private final class SessionOwner: Sendable {
  private let session: URLSession
  private let delegate = SessionDelegate()

  init() {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    // Each request has its own limit, which a stricter one of the session would override.
    configuration.timeoutIntervalForRequest = noLimit
    // Answers that nobody reads at the moment keep their connections, and must not keep others out.
    configuration.httpMaximumConnectionsPerHost = 1000
    let queue = OperationQueue()
    // Serial, so that a task cannot end while it is cancelled.
    queue.maxConcurrentOperationCount = 1
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
  }

  deinit { session.finishTasksAndInvalidate() }

  func exchange(
    _ native: URLRequest, _ upload: SessionUpload, for request: TransportRequest
  ) -> SessionExchange {
    let task =
      switch upload.content {
      case .none: session.dataTask(with: native)
      case .bytes(let data): session.uploadTask(with: native, from: data)
      case .file(let file): session.uploadTask(with: native, fromFile: file)
      }
    return SessionExchange(
      task, session, delegate, upload, timeout: request.timeout, wholeLimit: request.wholeLimit)
  }
}
