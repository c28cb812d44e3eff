import Foundation
import Synchronization

/// A JSON Web Token (HS256) from an access key and a secret key, kept until it is about to expire.
final class SignedToken: Sendable {
  private struct Issued {
    var text: String
    var expires: Int
  }

  private static let lifetime = 1800
  private static let leeway = 5
  private static let margin = 60

  private let accessKey: String
  let secretKey: String
  private let issued = Mutex<Issued?>(nil)
  private let count = Atomic<Int>(0)

  init(accessKey: String, secretKey: String) {
    self.accessKey = accessKey
    self.secretKey = secretKey
  }

  /// How often a token was signed.
  var signings: Int { count.load(ordering: .relaxed) }

  /// The token to send at a moment. Signing happens under the lock, so many callers share one.
  func text(at now: Date) throws -> String {
    let seconds = Int(now.timeIntervalSince1970.rounded(.down))
    return try issued.withLock { issued in
      if let issued, issued.expires - seconds >= Self.margin { return issued.text }
      let fresh = Issued(text: try sign(at: seconds), expires: seconds + Self.lifetime)
      issued = fresh
      return fresh.text
    }
  }

  /// Drops a token that a server refused, unless another has taken its place already.
  func forget(_ text: String) {
    issued.withLock { issued in
      if issued?.text == text { issued = nil }
    }
  }

  private func sign(at seconds: Int) throws -> String {
    count.add(1, ordering: .relaxed)
    let header = #"{"alg":"HS256","typ":"JWT"}"#
    let issuer = String(decoding: try JSONCoding.encoder.encode(accessKey), as: UTF8.self)
    let expires = seconds + Self.lifetime
    let claims = #"{"iss":\#(issuer),"exp":\#(expires),"nbf":\#(seconds - Self.leeway)}"#
    let signed =
      Base64.urlText(from: Data(header.utf8)) + "." + Base64.urlText(from: Data(claims.utf8))
    let code = MessageAuthentication.sha256(Data(signed.utf8), key: Data(secretKey.utf8))
    return signed + "." + Base64.urlText(from: code)
  }
}
