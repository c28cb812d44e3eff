import Foundation

/// Adds the credentials that an operation takes to a request.
enum Authorization {
  /// Shows the first set of credentials that is complete.
  static func apply(
    to request: inout TransportRequest, _ security: [[SecurityUse]],
    _ credentials: [String: Credential], for client: @autoclosure () -> HTTPClient,
    _ context: CallContext
  ) async throws(APIError) -> ShownCredentials {
    let isComplete = { (uses: [SecurityUse]) in
      uses.allSatisfy { credentials[$0.scheme] != nil }
    }
    // An operation that can also be called anonymously is, only when no credential is there.
    let complete = security.filter(isComplete)
    guard let uses = complete.first(where: { !$0.isEmpty }) ?? complete.first else {
      return ShownCredentials(
        missing: security.first?.map(\.scheme) ?? [], redaction: redaction(request, []))
    }
    var shown = ShownCredentials()
    var texts: [String] = []
    for use in uses {
      guard let credential = credentials[use.scheme] else { continue }
      let secret: Secret
      do {
        // Most are known without a wait, and without the client.
        secret =
          if let known = credential.known { known } else {
            try await credential.secret(for: client())
          }
      } catch {
        if Task.isCancelled || error is CancellationError { throw .cancelled(context) }
        if let error = error as? CredentialError {
          throw .credential(context, reason: error.description)
        }
        throw .credential(context, reason: "\(type(of: error))")
      }
      if secret.text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
        throw .credential(context, reason: "it holds a line end or another control character")
      }
      show(secret, as: use, in: &request)
      shown.secrets.append((credential, secret.text))
      texts += [secret.text] + secret.parts
    }
    shown.redaction = redaction(request, texts)
    return shown
  }

  /// Hides what was shown, the secret headers that the caller added, and the address's password.
  private static func redaction(_ request: TransportRequest, _ texts: [String]) -> Redaction {
    var texts = texts
    for field in request.headers.fields where field.isSecret {
      texts.append(field.value)
      // Without the scheme before it.
      if let word = lastWord(field.value) { texts.append(word) }
    }
    if request.url.holds("@"),
      let password = URL(string: request.url)?.password()
    {
      texts.append(password)
    }
    return Redaction(texts)
  }

  private static func lastWord(_ text: String) -> String? {
    let space = UInt8(ascii: " ")
    guard let end = text.utf8.lastIndex(where: { $0 != space }),
      let before = text.utf8[..<end].lastIndex(of: space)
    else { return nil }
    return String(text[text.utf8.index(after: before)...end])
  }

  private static func show(
    _ secret: Secret, as use: SecurityUse, in request: inout TransportRequest
  ) {
    switch use {
    case .bearer, .basic:
      let scheme = secret.isBasic ? "Basic" : "Bearer"
      request.headers.remove("Authorization")
      request.headers.add("Authorization", "\(scheme) \(secret.text)", isSensitive: true)
    case .header(_, let name):
      request.headers.remove(name)
      request.headers.add(name, secret.text, isSensitive: true)
    case .query(_, let name):
      let pair = "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(secret.text))"
      request.url += (request.url.holds("?") ? "&" : "?") + pair
    case .cookie(_, let name):
      let pair = "\(name)=\(PercentEncoding.encode(secret.text))"
      let others = request.headers["Cookie"].map { $0 + "; " } ?? ""
      request.headers.remove("Cookie")
      request.headers.add("Cookie", others + pair, isSensitive: true)
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
