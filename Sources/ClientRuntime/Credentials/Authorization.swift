import Foundation

/// Adds the credentials that an operation takes to a request.
enum Authorization {
  private typealias Choice = (use: SecurityUse, credential: Credential)

  /// Shows the first set of credentials that is complete.
  static func apply(
    to request: inout TransportRequest, _ security: [[SecurityUse]],
    _ credentials: [String: Credential], for client: @autoclosure () -> HTTPClient,
    _ context: CallContext
  ) async throws(APIError) -> ShownCredentials {
    guard let choices = choose(security, credentials) else {
      return ShownCredentials(
        missing: security.first?.map(\.scheme) ?? [], redaction: Redaction(of: request))
    }
    var shown = ShownCredentials()
    var texts: [String] = []
    for (use, credential) in choices {
      let secret: Secret
      do {
        // Most are known without a wait, and without the client.
        secret =
          if let known = credential.known { known } else {
            try await credential.secret(for: client())
          }
      } catch {
        throw refusal(error, context)
      }
      if secret.text.utf8.contains(where: { $0 < 32 || $0 == 127 }) {
        throw .credential(context, reason: "it holds a line end or another control character")
      }
      show(secret, as: use, in: &request)
      shown.secrets.append((credential, secret.text))
      texts.append(secret.text)
      texts += secret.parts
    }
    shown.redaction = Redaction(texts, of: request)
    return shown
  }

  /// The first set that is complete; `nil` when there is none.
  ///
  /// An operation that can also be called anonymously is, only when no credential is there.
  private static func choose(
    _ security: [[SecurityUse]], _ credentials: [String: Credential]
  ) -> [Choice]? {
    var anonymous: [Choice]?
    for uses in security {
      var choices: [Choice] = []
      for use in uses {
        guard let credential = credentials[use.scheme] else { break }
        choices.append((use, credential))
      }
      if choices.count < uses.count { continue }
      if !choices.isEmpty { return choices }
      anonymous = []
    }
    return anonymous
  }

  private static func refusal(_ error: any Error, _ context: CallContext) -> APIError {
    if Task.isCancelled || error is CancellationError { return .cancelled(context) }
    if let error = error as? CredentialError {
      return .credential(context, reason: error.description)
    }
    return .credential(context, reason: "\(type(of: error))")
  }

  private static func show(
    _ secret: Secret, as use: SecurityUse, in request: inout TransportRequest
  ) {
    switch use {
    case .bearer, .basic:
      let scheme = secret.isBasic ? "Basic " : "Bearer "
      request.headers.remove("Authorization")
      request.headers.add("Authorization", scheme + secret.text, isSensitive: true)
    case .header(_, let name):
      request.headers.remove(name)
      request.headers.add(name, secret.text, isSensitive: true)
    case .query(_, let name):
      let pair = "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(secret.text))"
      request.url += (request.url.holds("?") ? "&" : "?") + pair
    case .cookie(_, let name):
      let pair = "\(name)=\(PercentEncoding.encode(secret.text))"
      request.headers.addCookies([pair])
    }
  }
}

/// What an attempt showed to the server.
struct ShownCredentials: Sendable {
  var missing: [String] = []
  /// What must not be repeated to anybody.
  var redaction = Redaction()
  var secrets: [(credential: Credential, text: String)] = []

  /// Whether the next attempt would show something else.
  func renew() -> Bool {
    secrets.map { $0.credential.renew($0.text) }.contains(true)
  }

  /// What to do about a refusal that has to do with credentials.
  func advice(_ status: Int) -> String? {
    switch status {
    case 401 where !missing.isEmpty, 403 where !missing.isEmpty:
      "the client has no credential for ‘\(missing.joined(separator: "’, ‘"))’; give it one"
    case 401: "check the credential"
    case 403: "check what the credential is allowed to do"
    default: nil
    }
  }
}
