/// Which call an error or a log line speaks of; it holds no secret.
public struct CallContext: Hashable, Sendable, CustomStringConvertible {
  /// The operation's name.
  public var operation: String
  /// The method.
  public var method: HTTPMethod
  /// The address, without what a credential adds to it.
  public var url: String
  /// Whether an attempt that failed may have reached the server.
  var mayHaveArrived = false

  /// The operation and its request line.
  public var description: String { "\(operation) (\(method) \(url))" }
}
