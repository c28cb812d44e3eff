import Foundation

/// The secret that a service and the receiver of its webhooks share; it never shows itself in print.
public struct WebhookKey: Sendable {
  let bytes: Data

  /// Reads a secret as services hand it out: base64, with or without `whsec_` before it.
  public init(_ secret: String) throws(WebhookError) {
    let text = secret.hasPrefix("whsec_") ? String(secret.dropFirst(6)) : secret
    guard let bytes = Base64.data(from: text), !bytes.isEmpty else { throw .malformedSecret }
    self.bytes = bytes
  }

  /// Takes a secret whose bytes are the key themselves.
  public init(bytes: Data) throws(WebhookError) {
    if bytes.isEmpty { throw .malformedSecret }
    self.bytes = bytes
  }
}

extension WebhookKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// That there is a key, not which.
  public var description: String { "WebhookKey(<hidden>)" }

  /// The same as `description`.
  public var debugDescription: String { description }

  /// The same as `description`.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
