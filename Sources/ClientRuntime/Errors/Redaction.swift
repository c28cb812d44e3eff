import Foundation

/// Takes the secrets of an attempt out of what a server or a library says about it.
struct Redaction: Sendable {
  private static let mark = "<hidden>"
  /// Anything shorter would blot out ordinary words.
  private static let shortest = 4

  private let texts: [String]
  private let headers: HTTPHeaders
  private let url: String

  /// Hides nothing.
  init() { (texts, headers, url) = ([], HTTPHeaders(), "") }

  /// Hides what was shown, the secret headers that the caller added, and the address's password, also
  /// as they look in an address or in JSON.
  init(_ texts: [String] = [], of request: TransportRequest) {
    (self.texts, headers, url) = (texts, request.headers, request.url)
  }

  /// What to look for; found out only when something is to be shown, which is seldom.
  private var secrets: [String] {
    var forms: Set<String> = []
    for text in shown where text.utf8.count >= Self.shortest {
      forms.formUnion([
        text, PercentEncoding.encode(text), text.replacing("/", with: "\\/"),
        Data(text.utf8).base64EncodedString(),
      ])
    }
    // A longer form may hold a shorter one.
    return forms.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  private var shown: [String] {
    var shown = texts
    for field in headers.fields where field.isSecret {
      shown.append(field.value)
      // Without the scheme before it.
      let words = field.value.split(separator: " ")
      if words.count > 1, let last = words.last { shown.append(String(last)) }
    }
    if url.holds("@"), let password = URL(string: url)?.password() { shown.append(password) }
    return shown
  }

  func clean(_ text: String) -> String { clean(text, secrets) }

  private func clean(_ text: String, _ secrets: [String]) -> String {
    secrets.reduce(text) { $0.contains($1) ? $0.replacing($1, with: Self.mark) : $0 }
  }

  func clean(_ data: Data) -> Data {
    var data = data
    for secret in secrets {
      let secret = Data(secret.utf8)
      var start = data.startIndex
      while let range = data.range(of: secret, in: start..<data.endIndex) {
        data.replaceSubrange(range, with: Data(Self.mark.utf8))
        start = range.lowerBound + Self.mark.utf8.count
      }
    }
    return data
  }

  func clean(_ headers: HTTPHeaders) -> HTTPHeaders {
    let secrets = secrets
    if secrets.isEmpty { return headers }
    var cleaned = HTTPHeaders()
    for field in headers.fields {
      cleaned.add(field.name, clean(field.value, secrets), isSensitive: field.isSensitive)
    }
    return cleaned
  }

  func clean(_ error: TransportError) -> TransportError {
    TransportError(error.kind, mayHaveArrived: error.mayHaveArrived, detail: clean(error.detail))
  }
}

extension Redaction: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// That something is hidden, not what.
  var description: String { "Redaction" }

  var debugDescription: String { description }

  var customMirror: Mirror { Mirror(self, children: [:]) }
}
