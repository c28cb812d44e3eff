import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// The parameters of an operation: its path's first, each replaced by the operation's own of the
  /// same name and place; parameters that a path template names and nobody declares are strings.
  mutating func parameters(
    _ operation: OperationObject, _ index: Int, _ place: Place
  ) -> [Parameter] {
    var parameters = declaredParameters(operation, place).compactMap { parameter($0, index) }
    let names = templateNames(place.path)
    for name in names
    where !parameters.contains(where: { $0.location == .path && $0.name == name }) {
      parameters.append(Self.undeclared(name))
    }
    parameters.removeAll { parameter in
      parameter.location == .path && !names.contains(parameter.name)
        && !place.path.contains("{\(parameter.name)}")
    }
    return parameters
  }

  /// The parameters of a path and of its operation as declared, references followed.
  func declaredParameters(_ operation: OperationObject, _ place: Place) -> [ParameterObject] {
    var objects: [ParameterObject] = []
    for object in (place.item.parameters + operation.parameters).map({ target($0) }) {
      if let same = objects.firstIndex(where: object.isNamed) {
        objects[same] = object
      } else {
        objects.append(object)
      }
    }
    return objects
  }

  private func templateNames(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in
        part.firstIndex(of: UInt8(ascii: "}")).map { String(Substring(part[..<$0])) }
      }
  }

  private static func undeclared(_ name: String) -> Parameter {
    Parameter(
      name: name, location: .path, style: .simple, explode: false, allowsReserved: false,
      isRequired: true, type: .string(.plain), constraints: Constraints(),
      documentation: Documentation())
  }

  private mutating func parameter(_ object: ParameterObject, _ index: Int) -> Parameter? {
    guard let name = object.name, let location = location(of: object) else { return nil }
    let schema = object.schema ?? object.content.first?.value.schema ?? SchemaObject(object.node)
    let result = self.result(of: schema, named: .operation(index, name))
    let style = style(of: object, location)
    if object.allowsReserved, location == .cookie || location == .header,
      let entry = object.node.entry("allowReserved")
    {
      diagnostics.warning(
        "unsupported-style", "'allowReserved' says nothing about a \(location.rawValue)",
        at: entry.key.range, help: "the parameter is written without it")
    }
    reportCollections(schema)
    return Parameter(
      name: name, location: location, style: style,
      explode: explode(of: object) ?? (style == .form || style == .deepObject || style == .cookie),
      allowsReserved: object.allowsReserved && (location == .query || location == .path),
      isRequired: object.isRequired || location == .path, type: result.type,
      constant: result.constant, defaultValue: target(schema).defaultValue,
      constraints: constraints(of: schema),
      documentation: Documentation(
        text: object.documentation ?? schema.documentation,
        isDeprecated: object.isDeprecated || schema.isDeprecated,
        example: example(object.node) ?? example(schema.node)))
  }

  /// Headers that HTTP itself or a credential sets are no parameters, as the specification says.
  private mutating func location(of object: ParameterObject) -> Parameter.Location? {
    switch object.location {
    case "path": return .path
    case "query": return .query
    case "cookie": return .cookie
    case "querystring": return .queryString
    case "header":
      let name = object.name ?? ""
      if Self.isToken(name) {
        let reserved = ["accept", "content-type", "authorization"]
        return reserved.contains(name.lowercased()) ? nil : .header
      }
      diagnostics.warning(
        "invalid-header", "a header cannot be called '\(name)'",
        at: (object.node[keyword: "name"] ?? object.node).range, help: "the parameter is left out")
      return nil
    default: return nil
    }
  }

  private mutating func style(
    of object: ParameterObject, _ location: Parameter.Location
  ) -> Parameter.Style {
    let usual: Parameter.Style =
      switch location {
      case .query, .cookie, .queryString: .form
      case .path, .header: .simple
      }
    if object.schema == nil, let media = object.content.first {
      switch kind(of: media.key.string ?? "", media.value.schema) {
      case .json: return .json
      case .form: return .form
      case .text: return location == .queryString ? .simple : usual
      case .multipart, .binary, .events, .jsonLines:
        diagnostics.warning(
          "unsupported-media-type", "a parameter is not written as '\(media.key.string ?? "")'",
          at: media.key.range, help: "it is written as '\(usual.rawValue)'")
        return usual
      }
    }
    guard let written = object.style ?? collectionStyle(object)?.rawValue else { return usual }
    if let style = Parameter.Style(rawValue: written), location.styles.contains(style) {
      return style
    }
    diagnostics.warning(
      "unsupported-style", "a \(location.rawValue) parameter is not written as '\(written)'",
      at: (object.node[keyword: "style"] ?? object.node[keyword: "collectionFormat"] ?? object.node)
        .range,
      help: "it is written as '\(usual.rawValue)'")
    return usual
  }

  /// Lists inside of lists are joined with commas, whatever Swagger 2.0 says of them.
  private mutating func reportCollections(_ schema: SchemaObject) {
    var items = schema.items
    while let inner = items {
      if let entry = inner.node.entry("collectionFormat"), !entry.value.hasText("csv") {
        diagnostics.warning(
          "unsupported-style", "'collectionFormat' is heeded for the outermost list only",
          at: entry.key.range, help: "lists inside of it are joined with commas")
      }
      items = inner.items
    }
  }

  /// Swagger 2.0 joins lists with commas unless it says otherwise.
  private func explode(of object: ParameterObject) -> Bool? {
    document.version.release == .v2 ? object.collectionFormat == "multi" : object.explode
  }
}

extension Parameter.Location {
  /// The styles that the specification has for the place.
  fileprivate var styles: [Parameter.Style] {
    switch self {
    case .path: [.simple, .label, .matrix]
    case .query: [.form, .spaceDelimited, .pipeDelimited, .tabDelimited, .deepObject]
    case .header: [.simple]
    case .cookie: [.form, .cookie]
    case .queryString: [.form]
    }
  }
}
