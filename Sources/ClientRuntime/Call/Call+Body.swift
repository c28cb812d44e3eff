import Foundation

extension Call {
  /// Carries a value as JSON; `nil` carries nothing.
  public mutating func body<Value: Encodable & Sendable>(
    json value: Value?, contentType: String = "application/json"
  ) {
    content = value.map { .json($0, contentType: contentType) } ?? .none
  }

  /// Carries an object's properties as a form; nested objects are written `outer[inner]=…`, unless
  /// `fields` says otherwise.
  public mutating func body<Value: Encodable & Sendable>(
    form value: Value?, fields: [String: FormField] = [:]
  ) {
    content = value.map { .form($0, fields) } ?? .none
  }

  /// Carries values as JSON, one a line; `nil` carries nothing. In a JSON text sequence a record
  /// separator goes before each.
  public mutating func body<Value: Encodable & Sendable>(
    lines values: [Value]?, contentType: String = "application/jsonl"
  ) {
    guard let values else { return }
    let begin = contentType.hasPrefix("application/json-seq") ? Data([30]) : Data()
    attempt("body") { call in
      var data = Data()
      for value in values { data += begin + (try JSONCoding.data(value)) + Data([10]) }
      call.content = .ready(.bytes(data), contentType: contentType)
    }
  }

  /// Carries parts, files among them, which are read as they are sent.
  public mutating func body(multipart parts: [Part]) {
    content = .multipart(parts)
  }

  /// Carries plain text; `nil` carries nothing.
  public mutating func body(text: String?, contentType: String = "text/plain; charset=utf-8") {
    guard let text else { return }
    content = .ready(.bytes(Data(text.utf8)), contentType: contentType)
  }

  /// Carries bytes; `nil` carries nothing.
  public mutating func body(bytes: Data?, contentType: String = "application/octet-stream") {
    guard let bytes else { return }
    content = .ready(.bytes(bytes), contentType: contentType)
  }

  /// Carries bytes, a file, or a stream.
  public mutating func body(
    _ body: RequestBody?, contentType: String = "application/octet-stream"
  ) {
    content = body.map { .ready($0, contentType: contentType) } ?? .none
  }
}
