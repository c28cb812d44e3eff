import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// The parameters of an operation: its path's first, each replaced by the operation's own of the
  /// same name and place; parameters that a path template names and nobody declares are strings.
  mutating func parameters(
    _ operation: OperationObject, _ index: Int, _ place: Place
  ) -> [Parameter] {
    var objects: [ParameterObject] = []
    for object in (place.item.parameters + operation.parameters).map({ target($0) }) {
      if let same = objects.firstIndex(where: {
        $0.name == object.name && $0.location == object.location
      }) {
        objects[same] = object
      } else {
        objects.append(object)
      }
    }
    var parameters = objects.compactMap { parameter($0, index) }
    for name in templateNames(place.path)
    where !parameters.contains(where: { $0.location == .path && $0.name == name }) {
      parameters.append(Self.undeclared(name))
    }
    parameters.removeAll { $0.location == .path && !place.path.contains("{\($0.name)}") }
    return parameters
  }

  private func templateNames(_ path: String) -> [String] {
    path.split(separator: "{").dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
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
    return Parameter(
      name: name, location: location, style: style,
      explode: explode(of: object) ?? (style == .form || style == .deepObject),
      allowsReserved: object.allowsReserved,
      isRequired: object.isRequired || location == .path, type: result.type,
      defaultValue: target(schema).defaultValue, constraints: constraints(of: schema),
      documentation: Documentation(
        text: object.documentation ?? schema.documentation, isDeprecated: object.isDeprecated))
  }

  /// Headers that HTTP itself or a credential sets are no parameters, as the specification says.
  private mutating func location(of object: ParameterObject) -> Parameter.Location? {
    switch object.location {
    case "path": return .path
    case "query": return .query
    case "cookie": return .cookie
    case "querystring": return .queryString
    case "header":
      let reserved = ["accept", "content-type", "authorization"]
      return reserved.contains(object.name?.lowercased() ?? "") ? nil : .header
    default: return nil
    }
  }

  private func style(
    of object: ParameterObject, _ location: Parameter.Location
  ) -> Parameter.Style {
    if object.schema == nil, !object.content.isEmpty { return .json }
    if let style = object.style.flatMap(Parameter.Style.init(rawValue:)) { return style }
    switch object.collectionFormat {
    case "ssv": return .spaceDelimited
    case "pipes": return .pipeDelimited
    default: break
    }
    switch location {
    case .query, .cookie, .queryString: return .form
    case .path, .header: return .simple
    }
  }

  private func explode(of object: ParameterObject) -> Bool? {
    object.explode ?? object.collectionFormat.map { $0 == "multi" }
  }
}
