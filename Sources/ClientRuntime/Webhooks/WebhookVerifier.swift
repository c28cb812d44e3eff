import Foundation

/// Verifies webhooks that are signed as the Standard Webhooks specification says.
public struct WebhookVerifier: Sendable {
  /// The keys, of which any may have signed: two while a service changes from one to the next.
  public var keys: [WebhookKey]
  /// How far the webhook's time may be from now, in either direction.
  public var tolerance: Duration
  /// The date.
  public var now: @Sendable () -> Date

  /// Makes a verifier.
  public init(
    keys: [WebhookKey], tolerance: Duration = .seconds(300),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.keys = keys
    self.tolerance = tolerance
    self.now = now
  }

  /// Makes a verifier from a secret as the service hands it out.
  public init(secret: String) throws(WebhookError) {
    self.init(keys: [try WebhookKey(secret)])
  }

  /// Verifies a webhook and reads its payload; `body` must be the bytes as they came.
  public func decode<Payload: Decodable>(
    _ type: Payload.Type = Payload.self, from body: Data, headers: HTTPHeaders
  ) throws(WebhookError) -> Payload {
    try verify(body, headers: headers)
    do {
      return try JSONCoding.decode(type, from: body)
    } catch {
      let (path, reason) = DecodingFailure.explain(error)
      throw .undecodable(path: path, reason: reason)
    }
  }

  /// Verifies a webhook; returns when it is genuine. `body` must be the bytes as they came.
  public func verify(_ body: Data, headers: HTTPHeaders) throws(WebhookError) {
    let id = try Self.header("webhook-id", headers)
    let timestamp = try Self.header("webhook-timestamp", headers)
    let signatures = try Self.header("webhook-signature", headers)
      .split(separator: " ").compactMap { Self.signature($0) }
    try checkTime(timestamp)
    // The header's own text is signed, not the number that it stands for.
    let signed = Data("\(id).\(timestamp).".utf8) + body
    var isGenuine = false
    for key in keys {
      let code = MessageAuthentication.sha256(signed, key: key.bytes)
      // All are looked at, so that the time taken says nothing about which of them fits.
      for signature in signatures where Self.areEqual(code, signature) { isGenuine = true }
    }
    if !isGenuine { throw .noMatchingSignature }
  }

  private static func header(
    _ name: String, _ headers: HTTPHeaders
  ) throws(WebhookError) -> String {
    // Some services still use the names of the specification's first draft.
    let old = name.replacing("webhook-", with: "svix-")
    // A list of signatures may stand on several lines.
    for name in [name, old] {
      let value = headers.values(for: name).joined(separator: " ")
      if !value.isEmpty { return value }
    }
    throw .missingHeader(name)
  }

  private func checkTime(_ text: String) throws(WebhookError) {
    guard text.utf8.count <= 15, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
      let seconds = Int64(text)
    else { throw .malformedTimestamp }
    let age = now().timeIntervalSince1970.rounded(.down) - Double(seconds)
    if age > tolerance.inSeconds { throw .tooOld }
    if -age > tolerance.inSeconds { throw .tooNew }
  }

  /// The bytes of `v1,…`; other versions are other schemes.
  private static func signature(_ text: Substring) -> Data? {
    guard text.hasPrefix("v1,") else { return nil }
    return Base64.data(from: String(text.dropFirst(3)))
  }

  /// Compares without stopping at the first difference.
  static func areEqual(_ left: Data, _ right: Data) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
