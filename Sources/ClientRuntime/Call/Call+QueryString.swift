extension Call {
  /// Makes an object's properties the whole query, written as a form.
  public mutating func queryString<Value: Encodable & Sendable>(form value: Value?) {
    guard let value else { return }
    attempt("query") { call in
      let text = try FormBody.text(value)
      if !text.isEmpty { call.queryPairs.append(text) }
    }
  }

  /// Makes a value as JSON the whole query.
  public mutating func queryString<Value: Encodable & Sendable>(json value: Value?) {
    guard let value else { return }
    attempt("query") { call in
      call.queryPairs.append(PercentEncoding.encode(try JSONCoding.text(value)))
    }
  }

  /// Makes a text the whole query; reserved characters and escapes in it stay as they are.
  public mutating func queryString(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    queryPairs.append(PercentEncoding.encode(text, keeping: .query))
  }
}
