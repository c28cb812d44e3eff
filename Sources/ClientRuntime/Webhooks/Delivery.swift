import Foundation

/// A request that the service sends on its own, to an address that the caller has given it: a webhook
/// or a callback, with the type of its payload.
public struct Delivery<Payload: Decodable & Sendable>: Sendable {
  /// What the description calls it.
  public let name: String
  /// The method that the request comes with.
  public let method: HTTPMethod
  /// Whether the payload comes as a form instead of JSON.
  public let isForm: Bool

  /// Names a delivery.
  public init(_ name: String, _ method: HTTPMethod, form: Bool = false) {
    self.name = name
    self.method = method
    isForm = form
  }

  /// Reads the payload of a request that is known to be genuine.
  public func decode(_ body: Data) throws(WebhookError) -> Payload {
    do {
      return isForm ? try FormText.decode(from: body) : try JSONCoding.decode(from: body)
    } catch {
      let (path, reason) = DecodingFailure.explain(error)
      throw .undecodable(path: path, reason: reason)
    }
  }

  /// Verifies a signed request and reads its payload; `body` must be the bytes as they came.
  public func decode(
    _ body: Data, headers: HTTPHeaders, verifiedBy verifier: WebhookVerifier
  ) throws(WebhookError) -> Payload {
    try verifier.verify(body, headers: headers)
    return try decode(body)
  }
}
