import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hands what a session reports to the exchange that it belongs to.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
  private let exchanges = Mutex<[Int: SessionExchange]>([:])

  func register(_ exchange: SessionExchange) {
    exchanges.withLock { $0[exchange.task.taskIdentifier] = exchange }
  }

  func isRegistered(_ task: URLSessionTask) -> Bool {
    exchanges.withLock { $0[task.taskIdentifier] != nil }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let exchange = exchanges.withLock { $0[dataTask.taskIdentifier] }
    // What comes before the answer (1xx) only announces it.
    if let response = response as? HTTPURLResponse, response.statusCode >= 200 {
      exchange?.incoming.receive(Self.head(response))
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let exchange = exchanges.withLock { $0[dataTask.taskIdentifier] }
    if let exchange, !exchange.incoming.append(data) { exchange.pause() }
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
      let exchange = exchanges.withLock { $0[task.taskIdentifier] }
      if let response = task.response as? HTTPURLResponse {
        exchange?.incoming.receive(Self.head(response))
      }
      exchange?.incoming.end(nil)
      completionHandler(.cancelAuthenticationChallenge, nil)
    #else
      completionHandler(.rejectProtectionSpace, nil)
    #endif
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    guard let exchange else { return }
    if error == nil, let response = task.response as? HTTPURLResponse {
      // A redirect that is not followed may end without having been reported.
      exchange.incoming.receive(Self.head(response))
    }
    exchange.incoming.end(error.map(TransportError.init(session:)))
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
    for (name, value) in response.allHeaderFields { headers.add("\(name)", "\(value)") }
    return ResponseHead(status: response.statusCode, headers: headers)
  }
}
