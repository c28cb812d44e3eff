import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  mutating func body(of operation: OperationObject, _ index: Int, _ place: Place) -> RequestBody? {
    if document.version.release == .v2 { return swaggerBody(of: operation, index, place) }
    guard let reference = operation.requestBody else { return nil }
    let object = target(reference)
    let contents = contents(written(object.content), named: .operation(index, "request"))
    guard !contents.isEmpty else { return nil }
    return RequestBody(
      isRequired: object.isRequired, contents: contents,
      documentation: Documentation(text: object.documentation))
  }

  /// The forms of a body, the one that a Swift caller wants first.
  mutating func contents(
    _ written: [WrittenContent], named name: TypeDeclaration.Name
  ) -> [Content] {
    let kinds = written.map { kind(of: $0.mediaType, $0.media.schema) }
    reportUndecoded(written, kinds)
    let preferred = kinds.min { $0.rank < $1.rank }
    if preferred == .text { reportTyped(written, kinds) }
    var contents: [Content] = []
    for (content, kind) in zip(written, kinds) {
      let isOther = kind != preferred
      contents.append(
        self.content(content, kind, named: isOther ? name.adding(kind.words) : name))
    }
    return contents.enumerated().sorted { left, right in
      (left.element.kind.rank, left.offset) < (right.element.kind.rank, right.offset)
    }.map(\.element)
  }

  /// Says so when a body can only be had as bytes although its parts are described.
  private mutating func reportUndecoded(_ written: [WrittenContent], _ kinds: [Content.Kind]) {
    guard kinds.allSatisfy({ $0 == .binary }) else { return }
    let undecoded = written.first {
      $0.mediaType.lowercased().hasPrefix("multipart/") || Self.isXML($0.mediaType)
    }
    guard let undecoded else { return }
    diagnostics.warning(
      "unsupported-media-type", "'\(undecoded.mediaType)' is neither encoded nor decoded",
      at: undecoded.place.range, help: "the body is handed over as bytes")
  }

  /// Says so when a text is described as something that would have to be read from it.
  private mutating func reportTyped(_ written: [WrittenContent], _ kinds: [Content.Kind]) {
    for (content, kind) in zip(written, kinds) where kind == .text {
      guard let schema = content.media.schema.map({ target($0) }) else { continue }
      let types = types(of: schema)
      let isPlain = types.isEmpty ? !schema.hasAllOf : types == ["string"]
      if isPlain, !schema.hasEnumeration, !schema.hasAlternatives { continue }
      diagnostics.warning(
        "unsupported-media-type", "what the schema says of '\(content.mediaType)' is not read",
        at: content.place.range, help: "the body is a String, as it stands on the wire")
    }
  }

  private mutating func content(
    _ written: WrittenContent, _ kind: Content.Kind, named name: TypeDeclaration.Name
  ) -> Content {
    let media = written.media
    let isStream = kind == .events || kind == .jsonLines
    let schema = isStream ? itemSchema(media) : media.schema ?? media.itemSchema
    let isNamed = kind == .events && schema.map { describesEvents($0) } == true
    var type: TypeUse = .any
    switch kind {
    case .binary: type = .string(.binary)
    case .text: type = .string(.plain)
    case .events where !isNamed: if let schema { type = eventData(schema, named: name) }
    default: if let schema { type = result(of: schema, named: name).use }
    }
    reportUnwritten(media.node, ["prefixEncoding", "itemEncoding"])
    if !isStream, media.schema != nil { reportUnwritten(media.node, ["itemSchema"]) }
    let isForm = kind == .multipart || kind == .form
    let parts = isForm ? self.parts(media, kind, named: name) : []
    let isLimited = kind == .json || kind == .text
    return Content(
      mediaType: written.mediaType, kind: kind, type: type, parts: parts, isNamed: isNamed,
      constraints: isLimited ? schema.map { constraints(of: $0) } ?? Constraints() : Constraints())
  }

  /// Says so when a form is not written as some keywords ask.
  private mutating func reportUnwritten(_ node: Node, _ keywords: [String]) {
    for keyword in keywords {
      guard let entry = node.entry(keyword), entry.value.bool != false else { continue }
      diagnostics.warning(
        "unsupported-encoding", "'\(keyword)' is not heeded", at: entry.key.range,
        help: "the form is written as if it were not there")
    }
  }

  private mutating func parts(
    _ media: MediaTypeObject, _ kind: Content.Kind, named name: TypeDeclaration.Name
  ) -> [Content.Part] {
    return media.encoding.map { key, encoding in
      reportUnwritten(
        encoding.node,
        ["encoding", "prefixEncoding", "itemEncoding"]
          + (kind == .form ? ["headers"] : ["style", "explode", "allowReserved"]))
      let style = encoding.style.flatMap(Parameter.Style.init(rawValue:))
      return Content.Part(
        key: key.string ?? "", contentType: contentType(of: key, encoding, media), style: style,
        explode: encoding.explode,
        allowsReserved: kind == .form && encoding.node[keyword: "allowReserved"]?.bool == true,
        headers: kind == .multipart ? headers(encoding, key.string ?? "", named: name) : [])
    }
  }

  /// The media type of a part; an object is written as JSON where others would be markup.
  private mutating func contentType(
    of key: Node, _ encoding: EncodingObject, _ media: MediaTypeObject
  ) -> String? {
    guard let type = encoding.contentType, Self.isXML(type),
      let schema = media.schema.map({ flatParts($0) })?.flatMap(\.properties)
        .last(where: { $0.key.hasText(of: key) })?.value,
      isObject(target(schema))
    else { return encoding.contentType }
    diagnostics.warning(
      "unsupported-encoding", "'\(key.string ?? "")' is not written as '\(type)'",
      at: encoding.node.range, help: "it is written as JSON")
    return nil
  }

  /// The headers of a part; its media type is said elsewhere.
  private mutating func headers(
    _ encoding: EncodingObject, _ part: String, named name: TypeDeclaration.Name
  ) -> [Content.Part.Header] {
    var headers: [Content.Part.Header] = []
    for (key, reference) in encoding.headers where key.string?.lowercased() != "content-type" {
      guard case .operation(let index, _) = name, let text = key.string, Self.isToken(text) else {
        diagnostics.warning(
          "invalid-header", "a header cannot be called '\(key.string ?? "")'", at: key.range,
          help: "the part goes without it")
        continue
      }
      let header = target(reference)
      let media = header.content.first
      let schema = header.schema ?? media?.value.schema ?? SchemaObject(header.node)
      let result = self.result(of: schema, named: .operation(index, "\(part) \(text)"))
      let isJSON =
        header.schema == nil
        && media.map { self.kind(of: $0.key.string ?? "", nil) == .json } == true
      headers.append(
        Content.Part.Header(
          parameter: Parameter(
            name: text, location: .header, style: isJSON ? .json : .simple,
            explode: header.explode ?? false, allowsReserved: false,
            isRequired: header.isRequired, type: result.type, constraints: constraints(of: schema),
            documentation: Documentation(text: header.documentation)),
          constant: result.constant))
    }
    return headers
  }
}

extension TypeDeclaration.Name {
  /// The name of another form of the same body.
  fileprivate func adding(_ words: String) -> TypeDeclaration.Name {
    if case .operation(let index, let own) = self { return .operation(index, "\(words) \(own)") }
    return self
  }
}
