import Foundation

/// The OAuth 2 client credentials grant (RFC 6749, section 4.4).
struct ClientCredentialsGrant: Sendable {
  var tokenURL: String
  var clientID: String
  var clientSecret: String
  var scopes: [String]
  var place: ClientSecretPlace
  var parameters: [String: String]

  private struct Answer: Decodable, Sendable {
    var access_token: String
    var token_type: String?
    /// Seconds, as a number or as text; what is neither tells as little as nothing.
    var expires_in: JSONValue?

    var lifetime: Double? {
      expires_in?.scalarText.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// Asks the endpoint for a token.
  func fetch(for client: HTTPClient) async throws -> SharedToken.Issued {
    let moment = client.options.environment.now()
    let answer: Answer
    do throws(APIError) {
      answer = try await endpoint(client).json(call)
    } catch {
      throw try Self.explain(error)
    }
    if let type = answer.token_type, type.lowercased() != "bearer" {
      throw CredentialError("the token endpoint gives a token of another type than Bearer")
    }
    if answer.access_token.isEmpty {
      throw CredentialError("the token endpoint gives an empty token")
    }
    return SharedToken.Issued(
      answer.access_token, from: moment, lifetime: answer.lifetime)
  }

  private func endpoint(_ client: HTTPClient) -> HTTPClient {
    var options = ClientOptions()
    options.environment = client.options.environment
    // A secret goes to the address that was given, and to no other.
    options.maximumRedirects = 0
    let basic = Credential.basic(
      user: PercentEncoding.encode(clientID), password: PercentEncoding.encode(clientSecret))
    return HTTPClient(
      server: String(tokenURL[..<pathStart]), credentials: ["client": basic],
      transport: client.transport, options: options)
  }

  private var call: Call {
    var call = Call("token", .post, String(tokenURL[pathStart...]))
    // Asking twice gives two tokens, which harms nobody.
    call.idempotency = .safe
    if place == .header { call.security = [[.basic("client")]] }
    var pairs = [("grant_type", "client_credentials")]
    if !scopes.isEmpty { pairs.append(("scope", scopes.joined(separator: " "))) }
    if place == .form { pairs += [("client_id", clientID), ("client_secret", clientSecret)] }
    pairs += parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let form = pairs.map { "\(PercentEncoding.encode($0))=\(PercentEncoding.encode($1))" }
    call.body(text: form.joined(separator: "&"), contentType: FormBody.contentType)
    return call
  }

  private var pathStart: String.Index {
    let host = tokenURL.range(of: "://")?.upperBound ?? tokenURL.startIndex
    return tokenURL[host...].firstIndex { "/?#".contains($0) } ?? tokenURL.endIndex
  }

  /// What went wrong, without repeating what the endpoint says: it may repeat the secret.
  private static func explain(_ error: APIError) throws -> CredentialError {
    switch error {
    case .cancelled: throw CancellationError()
    case .http(let failure):
      let known = [
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client",
        "unsupported_grant_type", "invalid_scope",
      ]
      let word = failure.decoded(as: JSONValue.self)?["error"]?.stringValue
      let code = known.first { $0 == word }.map { ", \($0)" } ?? ""
      return CredentialError("the token endpoint answered \(failure.status)\(code)")
    case .transport(_, let cause), .unclear(_, let cause), .timedOut(_, let cause):
      let cause = TransportError(cause.kind, mayHaveArrived: cause.mayHaveArrived)
      return CredentialError("the token endpoint did not answer: \(cause)")
    default:
      return CredentialError("the token endpoint's answer holds no token")
    }
  }
}
