import ClientRuntime
import Foundation

/// An answer before it goes out.
struct Answer: Sendable {
  var status: Int
  var headers: [String: String]
  var body: Data

  init(_ status: Int = 200, text: String, type: String = "text/plain; charset=utf-8") {
    (self.status, body) = (status, Data(text.utf8))
    headers = ["Content-Type": type]
  }

  init(_ status: Int = 200, json: JSONValue) {
    self.init(status, text: "", type: "application/json")
    body = Self.text(json)
  }

  /// JSON as a program reads it best: keys in order.
  static func text(_ json: some Encodable) -> Data {
    let encoder = JSONEncoder.api
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    return (try? encoder.encode(json)) ?? Data("null".utf8)
  }
}

extension Answer {
  /// The head as it stands on the wire, with the length that is claimed.
  func head(length: Int) -> String {
    var lines = [
      "HTTP/1.1 \(status) \(status < 400 ? "OK" : "Error")", "Content-Length: \(length)",
    ]
    lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }
}
