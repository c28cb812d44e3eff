import Foundation

/// Follows redirects without carrying secrets to another origin.
struct RedirectFollower {
  /// What says something of a body that is not sent any more.
  private static let bodyHeaders = [
    "Content-Type", "Content-Length", "Content-Encoding", "Content-Language", "Content-Location",
  ]

  var transport: any Transport
  var limit: Int
  var uptime: @Sendable () -> Duration = { RuntimeEnvironment.systemUptime() }

  func send(_ first: TransportRequest) async throws(TransportError) -> TransportResponse {
    let begin = uptime()
    return try await follow(try await transport.send(first), to: first, since: begin)
  }

  /// Whether an answer may be one that leads elsewhere.
  static func isRedirect(_ response: TransportResponse) -> Bool {
    300..<400 ~= response.head.status
  }

  /// Goes wherever the first answer leads, in the time that the first request has since it began.
  func follow(
    _ response: TransportResponse, to first: TransportRequest, since begin: Duration
  ) async throws(TransportError) -> TransportResponse {
    guard let target = try Self.target(of: response.head, from: first.url), limit > 0 else {
      return response
    }
    return try await follow(target, response.head.status, from: first, begin)
  }

  private func follow(
    _ target: URL, _ status: Int, from first: TransportRequest, _ begin: Duration
  ) async throws(TransportError) -> TransportResponse {
    var request = try Self.next(first, target, status: status)
    for _ in 1...limit {
      request.timeout = try timeLeft(of: first, since: begin)
      let response = try await send(request, after: first)
      guard let target = try Self.target(of: response.head, from: request.url) else {
        return response
      }
      request = try Self.next(request, target, status: response.head.status)
    }
    throw TransportError(
      .badRedirect, mayHaveArrived: true, detail: "more than \(limit) redirects")
  }

  private func timeLeft(
    of first: TransportRequest, since begin: Duration
  ) throws(TransportError) -> Duration? {
    guard let timeout = first.timeout else { return nil }
    let left = timeout - (uptime() - begin)
    if left > .zero { return left }
    throw TransportError(.timedOut, mayHaveArrived: true, detail: "more than \(timeout)")
  }

  /// What was a create has arrived when a server answered it by sending to a place to read.
  private func send(
    _ request: TransportRequest, after first: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    do {
      return try await transport.send(request)
    } catch {
      var error = error
      if request.method != first.method { error.mayHaveArrived = true }
      throw error
    }
  }

  private static func target(
    of head: ResponseHead, from base: String
  ) throws(TransportError) -> URL? {
    guard [301, 302, 303, 307, 308].contains(head.status),
      let location = head.headers.values(for: "Location").first
    else { return nil }
    guard let url = URL(string: location, relativeTo: URL(string: base))?.absoluteURL,
      ["http", "https"].contains(url.scheme?.lowercased()), url.host() != nil
    else {
      throw TransportError(
        .badRedirect, mayHaveArrived: true, detail: "the target is not a web address")
    }
    return url
  }

  private static func next(
    _ request: TransportRequest, _ target: URL, status: Int
  ) throws(TransportError) -> TransportRequest {
    var next = request
    next.url = target.absoluteString
    let old = URL(string: request.url)
    if request.url.hasScheme("https:"), target.scheme?.lowercased() == "http" {
      throw TransportError(
        .badRedirect, mayHaveArrived: true, detail: "from a secure to an open connection")
    }
    if origin(of: old) != origin(of: target) { next.headers.removeSecrets() }
    let dropsBody = status == 303 || request.method == .post && (status == 301 || status == 302)
    if dropsBody, request.method != .get, request.method != .head {
      next.method = .get
      next.body = .none
      for name in bodyHeaders { next.headers.remove(name) }
    } else if !request.body.isReplayable {
      throw TransportError(
        .badRedirect, mayHaveArrived: true, detail: "the body cannot be sent a second time")
    }
    return next
  }

  /// Scheme, host and port.
  static func origin(of url: URL?) -> String? {
    guard let url, let scheme = url.scheme?.lowercased(), let host = url.host()?.lowercased() else {
      return nil
    }
    return "\(scheme)://\(host):\(url.port ?? (scheme == "https" ? 443 : 80))"
  }
}
