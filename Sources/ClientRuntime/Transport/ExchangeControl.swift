/// What a transport does when the caller wants more of an answer, or nothing any more.
protocol ExchangeControl: AnyObject, Sendable {
  /// Lets the answer come again.
  func resume()
  /// Gives the exchange up.
  func abort()
}
