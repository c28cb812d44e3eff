extension Call {
  /// Fills a place of the path.
  public mutating func path<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, style: ParameterStyle = .simple, explode: Bool? = nil,
    allowReserved: Bool = false
  ) {
    attempt("path parameter ‘\(name)’") { call in
      let expansion = ParameterExpansion(name: name, style: style, explode: explode) {
        PercentEncoding.encode($0, keeping: allowReserved ? .path : .none)
      }
      call.fill(name, expansion.text(try ParameterEncoder.encode(value)))
    }
  }

  /// Fills a place of the path with a value as JSON.
  public mutating func path<Value: Encodable & Sendable>(_ name: String, json value: Value) {
    attempt("path parameter ‘\(name)’") { call in
      call.fill(name, PercentEncoding.encode(try JSONCoding.text(value)))
    }
  }

  /// Adds a query parameter; nothing is added for `nil`.
  public mutating func query<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, style: ParameterStyle = .form, explode: Bool? = nil,
    allowReserved: Bool = false
  ) {
    attempt("query parameter ‘\(name)’") { call in
      let expansion = ParameterExpansion(name: name, style: style, explode: explode) {
        PercentEncoding.encode($0, keeping: allowReserved ? .query : .none)
      }
      call.queryPairs += expansion.pairs(try ParameterEncoder.encode(value))
    }
  }

  /// Adds a query parameter whose value is JSON.
  public mutating func query<Value: Encodable & Sendable>(_ name: String, json value: Value?) {
    guard let value else { return }
    attempt("query parameter ‘\(name)’") { call in
      let text = PercentEncoding.encode(try JSONCoding.text(value))
      call.queryPairs.append("\(PercentEncoding.encode(name))=\(text)")
    }
  }

  /// Adds a header; nothing is added for `nil`.
  public mutating func header<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, explode: Bool? = nil
  ) {
    attempt("header ‘\(name)’") { call in
      let value = try ParameterEncoder.encode(value)
      if value.isEmpty { return }
      let expansion = ParameterExpansion(name: name, style: .simple, explode: explode) { $0 }
      call.addHeader(name, expansion.text(value))
    }
  }

  /// Adds a header whose value is JSON.
  public mutating func header<Value: Encodable & Sendable>(_ name: String, json value: Value?) {
    guard let value else { return }
    attempt("header ‘\(name)’") { call in
      call.addHeader(name, try JSONCoding.text(value))
    }
  }

  /// Adds a cookie; nothing is added for `nil`.
  public mutating func cookie<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, style: ParameterStyle = .form, explode: Bool? = nil
  ) {
    attempt("cookie ‘\(name)’") { call in
      let expansion = ParameterExpansion(name: name, style: style, explode: explode) {
        style == .cookie ? PercentEncoding.cookie($0) : PercentEncoding.encode($0)
      }
      call.cookies += expansion.pairs(try ParameterEncoder.encode(value))
    }
  }

  /// Adds a cookie whose value is JSON.
  public mutating func cookie<Value: Encodable & Sendable>(_ name: String, json value: Value?) {
    guard let value else { return }
    attempt("cookie ‘\(name)’") { call in
      let text = PercentEncoding.encode(try JSONCoding.text(value))
      call.cookies.append("\(PercentEncoding.encode(name))=\(text)")
    }
  }

  private mutating func fill(_ name: String, _ text: String) {
    if text.isEmpty { return refuse("the path parameter ‘\(name)’ is empty") }
    // A lone dot or two would climb about in the path.
    let isDots = text == "." || text == ".."
    pathValues[name] = isDots ? text.replacing(".", with: "%2E") : text
  }

  private mutating func addHeader(_ name: String, _ value: String) {
    // A line end would smuggle in headers of its own.
    if (name + value).unicodeScalars.contains(where: { $0.value < 32 && $0 != "\t" }) {
      return refuse("the header ‘\(name)’ holds a line end or another control character")
    }
    headers.add(name, value)
  }
}
