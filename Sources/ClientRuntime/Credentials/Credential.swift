import Foundation

/// What proves to a service who is calling; it never shows itself in print.
public struct Credential: Sendable {
  enum Kind: Sendable {
    case text(String)
    case basic(user: String, password: String)
    case signed(SignedToken)
    case provided(@Sendable () async throws -> String)
  }

  let kind: Kind

  /// A token that is sent as it is.
  public static func bearer(_ token: String) -> Credential { Credential(kind: .text(token)) }

  /// A key that is sent as it is, wherever the service wants it.
  public static func apiKey(_ key: String) -> Credential { Credential(kind: .text(key)) }

  /// A user and a password.
  public static func basic(user: String, password: String) -> Credential {
    Credential(kind: .basic(user: user, password: password))
  }

  /// A token signed here from two keys; it lasts half an hour and is renewed in time.
  public static func signedToken(accessKey: String, secretKey: String) -> Credential {
    Credential(kind: .signed(SignedToken(accessKey: accessKey, secretKey: secretKey)))
  }

  /// A token from elsewhere, asked for before every attempt.
  public static func token(
    _ provide: @escaping @Sendable () async throws -> String
  ) -> Credential {
    Credential(kind: .provided(provide))
  }

  /// What to send at a moment.
  func secret(at now: Date) async throws -> Secret {
    switch kind {
    case .text(let text): Secret(text: text)
    case .basic(let user, let password):
      Secret(text: Data("\(user):\(password)".utf8).base64EncodedString(), isBasic: true)
    case .signed(let token): Secret(text: try token.text(at: now))
    case .provided(let provide): Secret(text: try await provide())
    }
  }

  /// Makes sure that the next attempt gets another token than `text`; whether that is possible.
  func renew(_ text: String) -> Bool {
    switch kind {
    case .text, .basic: return false
    case .provided: return true
    case .signed(let token):
      token.forget(text)
      return true
    }
  }
}

/// What a credential came to for one attempt.
struct Secret: Sendable {
  var text: String
  var isBasic = false
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The sort of credential, without its secret.
  public var description: String {
    switch kind {
    case .text: "Credential(token: <hidden>)"
    case .basic: "Credential(user: <hidden>, password: <hidden>)"
    case .signed: "Credential(signed token: <hidden>)"
    case .provided: "Credential(provided token)"
    }
  }

  /// The sort of credential, without its secret.
  public var debugDescription: String { description }

  /// The sort of credential, without its secret.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
