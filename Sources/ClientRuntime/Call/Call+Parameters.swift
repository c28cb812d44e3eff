extension Call {
  /// Fills a place of the path.
  @discardableResult public mutating func path<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, style: ParameterStyle = .simple, explode: Bool? = nil,
    allowReserved: Bool = false
  ) -> CallParameter {
    attempt("path parameter ‘\(name)’") { call in
      let expansion = ParameterExpansion(name: name, style: style, explode: explode) {
        PercentEncoding.encode($0, keeping: allowReserved ? .path : .none)
      }
      call.fill(name, expansion.text(try ParameterEncoder.encode(value)))
    }
    return limited(name, value)
  }

  /// Fills a place of the path with a value as JSON.
  @discardableResult public mutating func path<Value: Encodable & Sendable>(
    _ name: String, json value: Value
  ) -> CallParameter {
    attempt("path parameter ‘\(name)’") { call in
      call.fill(name, PercentEncoding.encode(try JSONCoding.text(value)))
    }
    return limited(name, value)
  }

  /// Adds a query parameter; nothing is added for `nil`.
  @discardableResult public mutating func query<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, style: ParameterStyle = .form, explode: Bool? = nil,
    allowReserved: Bool = false
  ) -> CallParameter {
    attempt("query parameter ‘\(name)’") { call in
      let expansion = ParameterExpansion(name: name, style: style, explode: explode) {
        PercentEncoding.encode($0, keeping: allowReserved ? .query : .none)
      }
      call.queryPairs += expansion.pairs(try ParameterEncoder.encode(value))
    }
    return limited(name, value)
  }

  /// Adds a query parameter whose value is JSON.
  @discardableResult public mutating func query<Value: Encodable & Sendable>(
    _ name: String, json value: Value?
  ) -> CallParameter {
    guard let value else { return CallParameter(name, Value?.none) }
    attempt("query parameter ‘\(name)’") { call in
      let text = PercentEncoding.encode(try JSONCoding.text(value))
      call.queryPairs.append("\(PercentEncoding.encode(name))=\(text)")
    }
    return limited(name, value)
  }

  /// Adds a header; nothing is added for `nil`.
  @discardableResult public mutating func header<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, explode: Bool? = nil
  ) -> CallParameter {
    attempt("header ‘\(name)’") { call in
      let value = try ParameterEncoder.encode(value)
      if value.isEmpty { return }
      let expansion = ParameterExpansion(name: name, style: .simple, explode: explode) { $0 }
      call.addHeader(name, expansion.text(value))
    }
    return limited(name, value)
  }

  /// Adds a header whose value is JSON.
  @discardableResult public mutating func header<Value: Encodable & Sendable>(
    _ name: String, json value: Value?
  ) -> CallParameter {
    guard let value else { return CallParameter(name, Value?.none) }
    attempt("header ‘\(name)’") { call in
      call.addHeader(name, try JSONCoding.text(value))
    }
    return limited(name, value)
  }

  /// Adds a cookie; nothing is added for `nil`.
  @discardableResult public mutating func cookie<Value: Encodable & Sendable>(
    _ name: String, _ value: Value, style: ParameterStyle = .form, explode: Bool? = nil
  ) -> CallParameter {
    attempt("cookie ‘\(name)’") { call in
      let expansion = ParameterExpansion(name: name, style: style, explode: explode) {
        style == .cookie ? PercentEncoding.cookie($0) : PercentEncoding.encode($0)
      }
      call.cookies += expansion.pairs(try ParameterEncoder.encode(value))
    }
    return limited(name, value)
  }

  /// Adds a cookie whose value is JSON.
  @discardableResult public mutating func cookie<Value: Encodable & Sendable>(
    _ name: String, json value: Value?
  ) -> CallParameter {
    guard let value else { return CallParameter(name, Value?.none) }
    attempt("cookie ‘\(name)’") { call in
      let text = PercentEncoding.encode(try JSONCoding.text(value))
      call.cookies.append("\(PercentEncoding.encode(name))=\(text)")
    }
    return limited(name, value)
  }

  /// Keeps a value under a name, for limits that follow.
  @discardableResult public mutating func limited(
    _ name: String, _ value: any Sendable
  ) -> CallParameter {
    let parameter = CallParameter(name, value)
    parameters.append(parameter)
    return parameter
  }

  private mutating func fill(_ name: String, _ text: String) {
    if text.isEmpty { return refuse("the path parameter ‘\(name)’ is empty") }
    // A lone dot or two would climb about in the path.
    let isDots = text == "." || text == ".."
    pathValues[name] = isDots ? text.replacing(".", with: "%2E") : text
  }

  private mutating func addHeader(_ name: String, _ value: String) {
    let field: HTTPHeaders = [name: value]
    if field.unsendable != nil { return refuse(EncodingFailure.controlCharacter(in: name)) }
    headers.add(name, value)
  }
}
