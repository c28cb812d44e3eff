import Foundation

/// What proves to a service who is calling; it never shows itself in print.
public struct Credential: Sendable {
  enum Kind: Sendable {
    case text(String)
    case basic(user: String, password: String)
    case signed(SignedToken)
    case provided(@Sendable () async throws -> String)
    case shared(SharedToken)
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

  /// A token from elsewhere, asked for before every attempt, or once for as long as it lasts.
  ///
  /// A closure that throws `CredentialError` has its reason shown; of other errors only the type is.
  public static func token(
    lifetime: Duration? = nil, _ provide: @escaping @Sendable () async throws -> String
  ) -> Credential {
    guard let lifetime else { return Credential(kind: .provided(provide)) }
    let token = SharedToken { client in
      let moment = client.options.environment.now()
      return SharedToken.Issued(
        try await provide(), from: moment, lifetime: lifetime.inSeconds)
    }
    return Credential(kind: .shared(token))
  }

  /// A token from an OAuth 2 token endpoint by the client credentials grant, kept while it lasts.
  public static func clientCredentials(
    tokenURL: String, clientID: String, clientSecret: String, scopes: [String] = [],
    secretPlace: ClientSecretPlace = .header, parameters: [String: String] = [:]
  ) -> Credential {
    let grant = ClientCredentialsGrant(
      tokenURL: tokenURL, clientID: clientID, clientSecret: clientSecret, scopes: scopes,
      place: secretPlace, parameters: parameters)
    return Credential(kind: .shared(SharedToken { try await grant.fetch(for: $0) }))
  }

  /// What to send, where that is always the same.
  var known: Secret? {
    switch kind {
    case .text(let text): Secret(text: text)
    case .basic(let user, let password):
      Secret(
        text: Data("\(user):\(password)".utf8).base64EncodedString(), isBasic: true,
        parts: [password])
    case .signed, .provided, .shared: nil
    }
  }

  /// What to send now in a client's name.
  func secret(for client: HTTPClient) async throws -> Secret {
    switch kind {
    case .text, .basic: known ?? Secret(text: "")
    case .signed(let token):
      Secret(
        text: try token.text(at: client.options.environment.now()), parts: [token.secretKey])
    case .provided(let provide): Secret(text: try await provide())
    case .shared(let token): Secret(text: try await token.text(for: client))
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
    case .shared(let token):
      token.forget(text)
      return true
    }
  }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The sort of credential, without its secret.
  public var description: String {
    switch kind {
    case .text: "Credential(token: <hidden>)"
    case .basic: "Credential(user: <hidden>, password: <hidden>)"
    case .signed: "Credential(signed token: <hidden>)"
    case .provided, .shared: "Credential(provided token)"
    }
  }

  /// The sort of credential, without its secret.
  public var debugDescription: String { description }

  /// The sort of credential, without its secret.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
