import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  mutating func body(of operation: OperationObject, _ index: Int) -> RequestBody? {
    guard let reference = operation.requestBody else { return nil }
    let object = target(reference)
    let contents = contents(object.content, named: .operation(index, "request"))
    guard !contents.isEmpty else { return nil }
    return RequestBody(
      isRequired: object.isRequired, contents: contents,
      documentation: Documentation(text: object.documentation))
  }

  mutating func responses(of operation: OperationObject, _ index: Int) -> [Response] {
    var responses: [Response] = []
    let successes = operation.responses.filter { $0.key.string?.first == "2" }.count
    for (key, reference) in operation.responses {
      guard let status = status(key) else { continue }
      let object = target(reference)
      let words = status.isSuccess ? "response" : "failure"
      let isAlone = status.isSuccess ? successes == 1 : status == .otherwise
      let name = TypeDeclaration.Name.operation(
        index, isAlone ? words : "\(words) \(key.string ?? "")")
      responses.append(
        Response(
          status: status, contents: contents(object.content, named: name),
          documentation: Documentation(text: object.documentation)))
    }
    return responses
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

  /// The forms of a body, the one that a Swift caller wants first.
  private mutating func contents(
    _ table: [(key: Node, value: MediaTypeObject)], named name: TypeDeclaration.Name
  ) -> [Content] {
    var contents: [Content] = []
    let kinds = table.map { kind(of: $0.key.string ?? "") }
    for (key, media) in table {
      let type = key.string ?? ""
      let kind = kind(of: type)
      if kind == .binary, isXML(type), table.count == 1 {
        diagnostics.warning(
          "unsupported-media-type", "'\(type)' is not decoded", at: key.range,
          help: "the body is handed over as bytes")
      }
      let isOther = kinds.count > 1 && kind != kinds.min { $0.rank < $1.rank }
      contents.append(content(media, type, kind, named: isOther ? name.adding(kind.words) : name))
    }
    return contents.enumerated().sorted { left, right in
      (left.element.kind.rank, left.offset) < (right.element.kind.rank, right.offset)
    }.map(\.element)
  }

  private mutating func content(
    _ media: MediaTypeObject, _ mediaType: String, _ kind: Content.Kind,
    named name: TypeDeclaration.Name
  ) -> Content {
    let isStream = kind == .events || kind == .jsonLines
    let schema = isStream ? media.itemSchema ?? media.schema : media.schema ?? media.itemSchema
    var type: TypeUse = .any
    switch kind {
    case .binary: type = .string(.binary)
    case .text: type = .string(.plain)
    default: if let schema { type = result(of: schema, named: name).use }
    }
    let parts = kind == .multipart ? self.parts(media, schema) : []
    return Content(mediaType: mediaType, kind: kind, type: type, parts: parts)
  }

  private func parts(_ media: MediaTypeObject, _ schema: SchemaObject?) -> [Content.Part] {
    guard let schema else { return [] }
    return flatParts(schema).flatMap(\.properties).map { key, property in
      let encoding = media.encoding.first { $0.key.string == key.string }?.value
      let item = target(property).items.map { target($0) } ?? target(property)
      return Content.Part(
        key: key.string ?? "", contentType: encoding?.contentType,
        isFile: item.types.contains("string") && stringFormat(item) == .binary)
    }
  }

  private func kind(of mediaType: String) -> Content.Kind {
    let name = mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    switch name {
    case "application/json", "*/*", "application/*": return .json
    case "application/x-www-form-urlencoded": return .form
    case "multipart/form-data", "multipart/mixed": return .multipart
    case "text/event-stream": return .events
    case "application/jsonl", "application/x-ndjson", "application/json-seq",
      "application/x-jsonlines":
      return .jsonLines
    default: break
    }
    if name.hasSuffix("+json") || name.hasSuffix("/json") { return .json }
    return name.hasPrefix("text/") && name != "text/xml" ? .text : .binary
  }

  private func isXML(_ mediaType: String) -> Bool {
    mediaType.hasSuffix("/xml") || mediaType.hasSuffix("+xml")
  }
}

extension TypeDeclaration.Name {
  /// The name of another form of the same body.
  fileprivate func adding(_ words: String) -> TypeDeclaration.Name {
    if case .operation(let index, let own) = self { return .operation(index, "\(words) \(own)") }
    return self
  }
}

extension Content.Kind {
  fileprivate var words: String {
    switch self {
    case .json: "JSON"
    case .form: "form"
    case .multipart: "multipart"
    case .text: "text"
    case .binary: "binary"
    case .events: "event"
    case .jsonLines: "line"
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .json: 0
    case .events, .jsonLines: 1
    case .form: 2
    case .multipart: 3
    case .text: 4
    case .binary: 5
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
}
