import ClientRuntime
import Foundation
import Loopback

/// A request as the vendors' APIs look at it.
struct APIRequest: Sendable {
  var method: String
  /// The path's parts, decoded.
  var path: [String]
  var query: [String: String]
  var headers: [String: String]
  var body: Data

  init(_ received: ReceivedRequest) {
    let parts = received.target.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    method = received.method
    path = (parts.first ?? "").split(separator: "/").map { Self.decoded($0) }
    let pairs = parts.count > 1 ? parts[1].split(separator: "&") : []
    query = Dictionary(
      pairs.map { pair in
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (Self.decoded(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
      }, uniquingKeysWith: { $1 })
    headers = received.headers
    body = received.body
  }

  private static func decoded(_ text: Substring) -> String {
    text.removingPercentEncoding ?? String(text)
  }
}

/// Where a request belongs, by a vendor's table of routes.
struct Route: Sendable {
  var kind: Misbehaviour.Route
  var method: String
  /// The path's parts; `{id}` stands for the task's.
  var path: [String]

  init(_ kind: Misbehaviour.Route, _ method: String, _ path: String) {
    (self.kind, self.method) = (kind, method)
    self.path = path.split(separator: "/").map(String.init)
  }

  /// The task's id, or an empty text where the path has none; `nil` when the route is another.
  func id(_ method: String, _ parts: some Collection<String>) -> String? {
    let isRead = self.method == "GET" && method == "HEAD"
    guard self.method == method || isRead, parts.count == path.count else { return nil }
    var id = ""
    for (part, pattern) in zip(parts, path) {
      if pattern == "{id}" { id = part } else if part != pattern { return nil }
    }
    return id
  }
}
