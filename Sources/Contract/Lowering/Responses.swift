import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  mutating func responses(
    of operation: OperationObject, _ index: Int, _ place: Place
  ) -> [Response] {
    var responses: [Response] = []
    let successes = operation.responses.filter { $0.key.hasPrefix("2") }.count
    for (key, reference) in operation.responses {
      guard let status = status(key) else { continue }
      let object = target(reference)
      let words = status.isSuccess ? "response" : "failure"
      let isAlone = status.isSuccess ? successes == 1 : status == .otherwise
      let name = TypeDeclaration.Name.operation(
        index, isAlone ? words : "\(words) \(key.string ?? "")")
      let hasBody = !status.isBodiless && place.method != "HEAD"
      let written = hasBody ? self.written(object, operation) : []
      reportParts(written)
      responses.append(
        Response(
          status: status, contents: contents(written, named: name),
          headers: headers(of: object, index),
          links: links(of: object),
          documentation: Documentation(
            summary: object.node[keyword: "summary"]?.string, text: object.documentation)))
    }
    return responses
  }

  /// Says so when an answer of several parts can only be had as bytes.
  private mutating func reportParts(_ written: [WrittenContent]) {
    guard let first = written.first,
      written.allSatisfy({ kind(of: $0.mediaType, $0.media.schema) == .multipart })
    else { return }
    diagnostics.warning(
      "unsupported-media-type", "'\(first.mediaType)' is not decoded", at: first.place.range,
      help: "the body is handed over as bytes")
  }

  private mutating func written(
    _ object: ResponseObject, _ operation: OperationObject
  ) -> [WrittenContent] {
    document.version.release == .v2
      ? swaggerContents(object, operation) : written(object.content)
  }

  private mutating func status(_ key: Node) -> Response.Status? {
    guard let text = key.string?.lowercased() else { return nil }
    if text == "default" { return .otherwise }
    if let code = Int(text), (100...599).contains(code) { return .code(code) }
    if text.count == 3, text.hasSuffix("xx"), let hundred = text.first?.wholeNumberValue {
      return .range(hundred)
    }
    diagnostics.warning(
      "invalid-status", "'\(text)' is no status code", at: key.range,
      help: "write 200, 4XX or default; the response is left out")
    return nil
  }

  /// The headers of an answer; that of the media type is the body's affair, as the specification says.
  private mutating func headers(of object: ResponseObject, _ index: Int) -> [ResponseHeader] {
    var headers: [ResponseHeader] = []
    for (key, reference) in object.headers {
      guard let name = key.string, name.lowercased() != "content-type" else { continue }
      let header = target(reference)
      let media = header.content.first
      let own = document.version.release == .v2 ? SchemaObject(header.node) : nil
      let schema = header.schema ?? media?.value.schema ?? own
      let result = schema.map { self.result(of: $0, named: .operation(index, name + " header")) }
      reportSeparator(header.node)
      let isJSON = header.schema == nil && media.map { isJSONText($0.key) } == true
      headers.append(
        ResponseHeader(
          name: name, type: result?.type ?? .string(.plain), isJSON: isJSON,
          documentation: Documentation(
            text: header.documentation, isDeprecated: header.isDeprecated,
            example: example(header.node))))
    }
    return headers
  }

  /// Says so where Swagger 2.0 separates the items of a header by anything but commas.
  private mutating func reportSeparator(_ header: Node) {
    guard let (_, format) = header.entry("collectionFormat"), !format.hasText("csv") else { return }
    diagnostics.warning(
      "unsupported-style", "the items of a header are separated by commas", at: format.range,
      help: "with '\(format.string ?? "")' they come as one")
  }

  private func isJSONText(_ mediaType: Node) -> Bool {
    kind(of: mediaType.string ?? "", nil) == .json
  }

  private func links(of object: ResponseObject) -> [Link] {
    object.links.map { key, reference in
      let link = target(reference)
      return Link(
        name: key.string ?? "", operation: link.operationID ?? link.operationReference ?? "",
        values: link.parameters.map { Link.Value(name: $0.name, expression: $0.value) },
        body: link.node[keyword: "requestBody"].map { $0.string ?? "…" },
        server: link.node[keyword: "server"]?[keyword: "url"]?.string,
        documentation: Documentation(text: link.documentation))
    }
  }
}

extension Response.Status {
  /// Whether it stands for success; `default` does only where nothing else does.
  public var isSuccess: Bool {
    switch self {
    case .code(let code): (200..<300).contains(code)
    case .range(let hundred): hundred == 2
    case .otherwise: false
    }
  }

  /// Whether HTTP itself allows no body under the status.
  fileprivate var isBodiless: Bool {
    switch self {
    case .code(let code): code < 200 || code == 204 || code == 205 || code == 304
    case .range(let hundred): hundred == 1
    case .otherwise: false
    }
  }
}
