import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hands what a session reports to the exchange that it belongs to.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
  private struct State {
    var exchanges: [Int: SessionExchange] = [:]
    /// When it is looked next whose time is up.
    var watch: DispatchTime?
  }

  private let state = Mutex(State())

  func register(_ exchange: SessionExchange) {
    let watch = state.withLock { state -> DispatchTime? in
      state.exchanges[exchange.task.taskIdentifier] = exchange
      guard let due = exchange.due, due < state.watch ?? .distantFuture else { return nil }
      state.watch = due
      return due
    }
    if let watch { look(at: watch) }
  }

  func isRegistered(_ task: URLSessionTask) -> Bool { exchange(of: task) != nil }

  private func exchange(of task: URLSessionTask) -> SessionExchange? {
    state.withLock { $0.exchanges[task.taskIdentifier] }
  }

  // MARK: Time

  /// One timer serves all exchanges: one for each would wait on after their ends.
  private func look(at time: DispatchTime) {
    DispatchQueue.global().asyncAfter(deadline: time) { [weak self] in self?.endLate(time) }
  }

  private func endLate(_ time: DispatchTime) {
    let now = DispatchTime.now()
    let (late, next) = state.withLock { state -> ([SessionExchange], DispatchTime?) in
      // A look that was set for an earlier time goes on with this one.
      guard state.watch == time else { return ([], nil) }
      let late = state.exchanges.values.filter { $0.due.map { $0 <= now } ?? false }
      state.watch = state.exchanges.values.compactMap(\.due).filter { $0 > now }.min()
      return (late, state.watch)
    }
    for exchange in late { exchange.expire() }
    if let next { look(at: next) }
  }

  // MARK: What a session reports

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    // What comes before the answer (1xx) only announces it.
    if let response = response as? HTTPURLResponse, response.statusCode >= 200 {
      exchange(of: dataTask)?.receive(Self.head(response))
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    exchange(of: dataTask)?.receive(data)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    // The redirect itself is the answer: the caller decides what goes to the other place.
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler:
      @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    guard Self.isOfServer(challenge.protectionSpace) else {
      return completionHandler(.performDefaultHandling, nil)
    }
    #if canImport(FoundationNetworking)
      // Here the answer and its body have come already; what follows is an error that means nothing.
      let exchange = exchange(of: task)
      if let response = task.response as? HTTPURLResponse, exchange?.awaitsHead == true {
        exchange?.receive(Self.head(response))
      }
      exchange?.end(nil)
      completionHandler(.cancelAuthenticationChallenge, nil)
    #else
      completionHandler(.rejectProtectionSpace, nil)
    #endif
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let exchange = state.withLock { $0.exchanges.removeValue(forKey: task.taskIdentifier) }
    guard let exchange else { return }
    // A redirect that is not followed may end without having been reported.
    if error == nil, exchange.awaitsHead, let response = task.response as? HTTPURLResponse {
      exchange.receive(Self.head(response))
    }
    exchange.end(error.map(TransportError.init(session:)))
  }

  /// Whether the server asks who calls, so that its answer is the caller's; how the connection and a
  /// proxy are trusted is the system's affair.
  static func isOfServer(_ space: URLProtectionSpace) -> Bool {
    let ofConnection = [
      "NSURLAuthenticationMethodServerTrust", "NSURLAuthenticationMethodClientCertificate",
    ]
    return !space.isProxy() && !ofConnection.contains(space.authenticationMethod)
  }

  private static func head(_ response: HTTPURLResponse) -> ResponseHead {
    var headers = HTTPHeaders()
    for (name, value) in response.allHeaderFields {
      // To put them into a text as they are takes longer than all the rest of the headers.
      let text = value as? String ?? "\(value)"
      let endsBlank = text.utf8.last == 32 || text.utf8.last == 9
      headers.add(
        name as? String ?? "\(name)",
        endsBlank ? text.trimmingCharacters(in: .whitespaces) : text)
    }
    return ResponseHead(status: response.statusCode, headers: headers)
  }
}
