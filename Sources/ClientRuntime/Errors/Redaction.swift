import Foundation

/// Takes the secrets of an attempt out of what a server or a library says about it.
struct Redaction: Sendable {
  private static let mark = "<hidden>"
  /// Anything shorter would blot out ordinary words.
  private static let shortest = 4

  private let texts: [String]

  /// Hides texts, also as they look in an address or in JSON.
  init(_ texts: [String] = []) { self.texts = texts }

  /// What to look for; found out only when something is to be shown.
  private var secrets: [String] {
    var forms: Set<String> = []
    for text in texts where text.utf8.count >= Self.shortest {
      forms.formUnion([
        text, PercentEncoding.encode(text), text.replacing("/", with: "\\/"),
        Data(text.utf8).base64EncodedString(),
      ])
    }
    // A longer form may hold a shorter one.
    return forms.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  func clean(_ text: String) -> String {
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
    if texts.isEmpty { return headers }
    var cleaned = HTTPHeaders()
    for field in headers.fields {
      cleaned.add(field.name, clean(field.value), isSensitive: field.isSensitive)
    }
    return cleaned
  }

  func clean(_ error: TransportError) -> TransportError {
    TransportError(error.kind, mayHaveArrived: error.mayHaveArrived, detail: clean(error.detail))
  }
}

extension Redaction: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// How much is hidden, not what.
  var description: String { "Redaction(\(texts.count))" }

  var debugDescription: String { description }

  var customMirror: Mirror { Mirror(self, children: [:]) }
}
