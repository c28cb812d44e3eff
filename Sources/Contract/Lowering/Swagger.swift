import Diagnostics
import OpenAPI
import YAML

/// What Swagger 2.0 says in other places than its successors: bodies among the parameters, media
/// types on the operation, addresses in three parts.
extension Lowering {
  mutating func swaggerBody(
    of operation: OperationObject, _ index: Int, _ place: Place
  ) -> RequestBody? {
    let objects = declaredParameters(operation, place)
    let consumes = operation.consumes ?? top.consumes
    if let body = objects.first(where: { $0.location == "body" }) {
      let written = written(MediaTypeObject(body.node), in: consumes)
      let contents = contents(written, named: .operation(index, "request"))
      guard !contents.isEmpty else { return nil }
      return RequestBody(
        isRequired: body.isRequired, contents: contents,
        documentation: Documentation(text: body.documentation))
    }
    let fields = objects.filter { $0.location == "formData" && $0.name != nil }
    guard !fields.isEmpty else { return nil }
    let type = form(fields, operation, index)
    let parts = fields.compactMap { part($0) }
    let contents = formKinds(fields, consumes).map { mediaType, kind in
      Content(mediaType: mediaType, kind: kind, type: type, parts: parts)
    }
    if contents.contains(where: { $0.kind == .multipart }) { warnOfJoined(fields) }
    return RequestBody(
      isRequired: fields.contains(where: \.isRequired), contents: contents,
      documentation: Documentation())
  }

  mutating func swaggerContents(
    _ object: ResponseObject, _ operation: OperationObject
  ) -> [WrittenContent] {
    if object.schema == nil { return [] }
    return written(MediaTypeObject(object.node), in: operation.produces ?? top.produces)
  }

  /// A schema in each of some media types; JSON where none is named.
  private mutating func written(
    _ media: MediaTypeObject, in types: [Node]
  ) -> [WrittenContent] {
    let written = types.compactMap { node in
      mediaType(node).map { WrittenContent(mediaType: $0, place: node, media: media) }
    }
    // Parts are what `formData` describes; a schema under such a type was mislabelled.
    let fitting = written.filter { kind(of: $0.mediaType, media.schema) != .multipart }
    if !fitting.isEmpty { return fitting }
    return [WrittenContent(mediaType: "application/json", place: media.node, media: media)]
  }

  /// Files go in parts; other fields in what the operation consumes, a plain form where it is silent.
  private func formKinds(
    _ fields: [ParameterObject], _ consumes: [Node]
  ) -> [(mediaType: String, kind: Content.Kind)] {
    let plain = ("application/x-www-form-urlencoded", Content.Kind.form)
    let parts = ("multipart/form-data", Content.Kind.multipart)
    if fields.contains(where: { $0.node[keyword: "type"]?.hasText("file") == true }) {
      return [parts]
    }
    let takesParts = consumes.contains { $0.string?.hasPrefix("multipart/") == true }
    let takesPlain = consumes.contains { $0.hasText(plain.0) }
    return takesPlain && takesParts ? [plain, parts] : takesParts ? [parts] : [plain]
  }

  /// A record of the fields of a form.
  private mutating func form(
    _ fields: [ParameterObject], _ operation: OperationObject, _ index: Int
  ) -> TypeUse {
    let id = reserve()
    types[id.index] = TypeDeclaration(
      id: id, name: .operation(index, "request"), documentation: Documentation(),
      node: operation.node, shape: .record(.empty))
    let record = Record(fields: fields.map { field($0, of: id) }, additional: nil)
    types[id.index].shape = .record(record)
    return .named(id)
  }

  private mutating func field(_ object: ParameterObject, of id: TypeID) -> Field {
    let schema = SchemaObject(object.node)
    let result = self.result(of: schema, named: .member(of: id, object.name ?? ""))
    return Field(
      key: object.name ?? "", name: schema.vendorExtension("x-name")?.string, type: result.type,
      isRequired: object.isRequired, isNullable: result.isNullable, isReadOnly: false,
      isWriteOnly: false, isBoxed: false, constant: result.constant,
      defaultValue: schema.defaultValue, constraints: constraints(of: schema),
      documentation: Documentation(text: object.documentation), node: object.node)
  }

  /// How a list is written in a form, where it is a list.
  private mutating func part(_ object: ParameterObject) -> Content.Part? {
    guard object.node[keyword: "type"]?.hasText("array") == true else { return nil }
    return Content.Part(
      key: object.name ?? "", contentType: nil, style: collectionStyle(object) ?? .form,
      explode: object.collectionFormat == "multi")
  }

  /// Parts have no separator between the values of a list.
  private mutating func warnOfJoined(_ fields: [ParameterObject]) {
    for field in fields where field.collectionFormat != "multi" {
      guard let key = field.node.entry("collectionFormat")?.key else { continue }
      diagnostics.warning(
        "unsupported-keyword", "'collectionFormat' is not heeded where a form is sent in parts",
        at: key.range, help: "each value of the list is a part of its own")
    }
  }

  /// How Swagger 2.0 joins a list, by the names that its successors have for it.
  func collectionStyle(_ object: ParameterObject) -> Parameter.Style? {
    switch object.collectionFormat {
    case "ssv": .spaceDelimited
    case "tsv": .tabDelimited
    case "pipes": .pipeDelimited
    default: nil
    }
  }

  /// `host`, `basePath` and `schemes` as addresses, the encrypted ones first; without a host, an
  /// address relative to where the description was found.
  func swaggerServers() -> [Server] {
    let base = top.basePath ?? ""
    guard let host = top.host, !host.isEmpty else {
      return base.isEmpty || base == "/" ? [] : [server(base, name: nil)]
    }
    let known = ["https", "http"].filter { top.schemes.contains($0) }
    let schemes = known.isEmpty ? ["https"] : known
    let path = base.isEmpty || base.hasPrefix("/") ? base : "/" + base
    return schemes.map { server("\($0)://\(host)\(path)", name: schemes.count > 1 ? $0 : nil) }
  }

  private func server(_ url: String, name: String?) -> Server {
    Server(name: name, url: url, variables: [], documentation: Documentation())
  }
}
