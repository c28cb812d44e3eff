import Foundation

/// A server's refusal: what was asked, what it said.
public struct HTTPFailure: Sendable {
  /// The call that was refused.
  public var context: CallContext
  /// The status code.
  public var status: Int
  /// The response's headers.
  public var headers: HTTPHeaders
  /// The response's body, without the call's secrets; empty when it breaks off or is over 1 MiB, as a
  /// secret that is cut in two could not be found.
  public var body: Data
  /// The service's own code for the error, if the body has one in a usual place.
  public var code: String?
  /// The service's own words, if the body has them in a usual place.
  public var message: String?
  /// What the service calls this request; support will ask for it.
  public var requestID: String?
  /// How long the service asks to wait before the next attempt.
  public var retryAfter: Duration?
  /// How often the call was repeated before giving up.
  public var retries: Int
  /// What to do, when the caller can do something.
  public var advice: String?
  var value: (any Sendable)?

  /// The operation that was refused.
  public var operation: String { context.operation }

  /// The error body as a type: the one the description names, or any other that fits.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) -> Value? {
    if let value = value as? Value { return value }
    return try? JSONCoding.decode(type, from: body)
  }
}

extension HTTPFailure: CustomStringConvertible, CustomDebugStringConvertible {
  /// What was asked, what the server said, and what to do.
  public var description: String {
    var text = "\(context): the server answered \(status)"
    if let code { text += ", code \(code)" }
    if let message { text += ": \(message)" }
    if message == nil, let excerpt { text += ": \(excerpt)" }
    if let requestID { text += " [request \(requestID)]" }
    if retries > 0 { text += ", after \(retries) \(retries == 1 ? "retry" : "retries")" }
    if let retryAfter { text += ", wait \(retryAfter) before the next attempt" }
    if let advice { text += "; \(advice)" }
    return text
  }

  /// The same as `description`, so that a dump holds no more.
  public var debugDescription: String { description }

  private var excerpt: String? {
    let text = String(decoding: body.prefix(300), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : text
  }
}

extension HTTPFailure {
  /// Reads a refusal, without the secrets that the server may repeat in it.
  static func read(
    _ response: TransportResponse, shown: ShownCredentials, retries: Int, now: Date,
    within patience: Deadline
  ) async -> HTTPFailure {
    let body = shown.redaction.clean(await received(response, within: patience))
    let headers = shown.redaction.clean(response.head.headers)
    let parts = ErrorBody(body, headers)
    let status = response.head.status
    return HTTPFailure(
      context: patience.context, status: status, headers: headers, body: body, code: parts.code,
      message: parts.message, requestID: parts.requestID,
      retryAfter: RetryAfter.delay(headers, now: now), retries: retries,
      advice: shown.advice(status))
  }

  private static func received(
    _ response: TransportResponse, within patience: Deadline
  ) async -> Data {
    if let whole = response.whole { return whole }
    let body = response.body
    // The status says enough when the body cannot be had.
    return
      (try? await patience.bound { () throws(APIError) in try await body.data(limit: 1 << 20) })
      ?? Data()
  }
}
