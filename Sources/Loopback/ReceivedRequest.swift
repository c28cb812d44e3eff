import Foundation

/// A request as the server got it.
public struct ReceivedRequest: Sendable {
  /// The method as written.
  public var method: String
  /// The path and the query as written.
  public var target: String
  /// The headers by their names in lower case.
  public var headers: [String: String]
  /// The body.
  public var body: Data

  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// Makes a request as if it had been received.
  public init(method: String, target: String, headers: [String: String] = [:], body: Data = Data())
  {
    (self.method, self.target, self.headers, self.body) = (method, target, headers, body)
  }
}
