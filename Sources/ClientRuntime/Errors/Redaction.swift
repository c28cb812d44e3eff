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
  private var secrets: [SecretPattern] {
    var forms: Set<String> = []
    for text in shown where text.utf8.count >= Self.shortest {
      forms.formUnion([text, Data(text.utf8).base64EncodedString()])
    }
    // A longer form may hold a shorter one.
    return forms.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      .compactMap { SecretPattern($0) }
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

  private func clean(_ text: String, _ secrets: [SecretPattern]) -> String {
    Self.clean(Array(text.utf8), secrets).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  func clean(_ data: Data) -> Data { Self.clean(Array(data), secrets).map { Data($0) } ?? data }

  /// The bytes without secrets; `nil` when none are there.
  private static func clean(_ bytes: [UInt8], _ secrets: [SecretPattern]) -> [UInt8]? {
    var cleaned: [UInt8]?
    for secret in secrets {
      let bytes = cleaned ?? bytes
      let ranges = secret.ranges(in: bytes)
      if ranges.isEmpty { continue }
      // Put together anew: to cut out one after the other would move the rest each time.
      var parts: [UInt8] = []
      var place = 0
      for range in ranges {
        parts += bytes[place..<range.lowerBound] + Array(mark.utf8)
        place = range.upperBound
      }
      cleaned = parts + bytes[place...]
    }
    return cleaned
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
