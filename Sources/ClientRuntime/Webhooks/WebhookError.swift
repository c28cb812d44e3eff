import Foundation

/// Why a webhook is not to be believed.
public enum WebhookError: Error, Hashable, Sendable {
  /// The secret is not base64, or empty.
  case malformedSecret
  /// A header that must be there is not.
  case missingHeader(String)
  /// The time in the header is not a number of seconds.
  case malformedTimestamp
  /// The webhook is older than the tolerance allows, and may be one sent again by a stranger.
  case tooOld
  /// The webhook comes from the future, so one of the two clocks is wrong.
  case tooNew
  /// No signature was made with a key of the verifier.
  case noMatchingSignature
  /// The webhook is genuine, and is not what the description promises.
  case undecodable(path: String, reason: String)
}

extension WebhookError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .malformedSecret: "the webhook secret is not base64; copy it again from the service"
    case .missingHeader(let name):
      "the header ‘\(name)’ is missing; the request is not a signed webhook"
    case .malformedTimestamp: "the header ‘webhook-timestamp’ is not a number of seconds"
    case .tooOld: "the webhook is too old; ignore it, and check this machine's clock"
    case .tooNew: "the webhook comes from the future; check this machine's clock"
    case .noMatchingSignature:
      "no signature of the webhook fits; ignore it, and check the secret and that the body is "
        + "verified as it came"
    case .undecodable(let path, let reason):
      "\(path.isEmpty ? "the webhook" : "‘\(path)’ in the webhook") is not as described: \(reason)"
    }
  }
}

extension WebhookError: LocalizedError {
  /// The same as `description`, for those who print `localizedDescription`.
  public var errorDescription: String? { description }
}
