@testable import OpenAPI

/// A JSON value, to build descriptions from.
indirect enum Sketch {
  case string(String)
  case bool(Bool)
  case number(Int)
  case list([Sketch])
  case map([String: Sketch])

  var text: String {
    switch self {
    case .string(let text): "\"\(text)\""
    case .bool(let value): "\(value)"
    case .number(let value): "\(value)"
    case .list(let items): "[\(items.map(\.text).joined(separator: ","))]"
    case .map(let entries):
      "{"
        + entries.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value.text)" }
        .joined(separator: ",") + "}"
    }
  }

  /// The same mapping with a field set, or without it.
  func with(_ field: String, _ value: Sketch?) -> Sketch {
    guard case .map(var entries) = self else { return self }
    entries[field] = value
    return .map(entries)
  }

  /// The smallest object of a kind.
  static func least(_ kind: ObjectKind) -> Sketch {
    switch kind {
    case .document: .map(["openapi": .string("3.2.0"), "info": least(.info)])
    case .info: .map(["title": .string("t"), "version": .string("1")])
    case .license: .map(["name": .string("n")])
    case .server: .map(["url": .string("https://{v}.example.com")])
    case .serverVariable: .map(["default": .string("d")])
    case .pathItem: .map(["post": least(.operation)])
    case .operation: .map(["responses": least(.responses)])
    case .additionalOperations: .map(["COPY": least(.operation)])
    case .externalDocumentation: .map(["url": .string("https://example.com")])
    case .tag: .map(["name": .string("n")])
    case .parameter:
      .map([
        "name": .string("p"), "in": .string("query"), "schema": .map(["type": .string("array")]),
      ])
    case .requestBody: .map(["content": .map(["application/json": least(.mediaType)])])
    case .mediaType, .schema: .map(["description": .string("d")])
    case .responses: .map(["200": least(.response)])
    case .response: .map(["description": .string("d")])
    case .header: .map(["schema": .map(["type": .string("array")])])
    case .discriminator: .map(["propertyName": .string("kind")])
    case .securityScheme: .map(["type": .string("oauth2"), "flows": least(.oauthFlows)])
    case .oauthFlows: .map(["password": least(.oauthFlow)])
    case .oauthFlow: .map(["scopes": least(.scopes), "tokenUrl": .string("https://example.com")])
    case .securityRequirement: .map(["s": .list([])])
    case .scopes: .map(["read": .string("r")])
    default: .map([:])
    }
  }

  /// A description in which an object of a kind stands where it counts.
  static func page(_ kind: ObjectKind, _ object: Sketch) -> Sketch {
    switch kind {
    case .document: object.with("paths", .map(["/a": least(.pathItem)]))
    case .info, .paths, .components:
      least(.document).with(
        kind == .info ? "info" : kind == .paths ? "paths" : "components", object)
    case .contact: page(.info, least(.info).with("contact", object))
    case .license: page(.info, least(.info).with("license", object))
    case .server: page(.document, least(.document).with("servers", .list([object])))
    case .serverVariable: page(.server, least(.server).with("variables", .map(["v": object])))
    case .tag: page(.document, least(.document).with("tags", .list([object])))
    case .externalDocumentation: page(.document, least(.document).with("externalDocs", object))
    case .pathItem: page(.paths, .map(["/a": object]))
    case .operation: page(.pathItem, .map(["post": object]))
    case .additionalOperations: page(.pathItem, .map(["additionalOperations": object]))
    case .parameter: page(.operation, least(.operation).with("parameters", .list([object])))
    case .requestBody: page(.operation, least(.operation).with("requestBody", object))
    case .mediaType: page(.requestBody, .map(["content": .map(["application/json": object])]))
    case .encoding: page(.mediaType, least(.mediaType).with("encoding", .map(["k": object])))
    case .example: page(.mediaType, least(.mediaType).with("examples", .map(["k": object])))
    case .schema: page(.mediaType, .map(["schema": object]))
    case .discriminator: page(.schema, .map(["discriminator": object]))
    case .xml: page(.schema, .map(["xml": object]))
    case .responses: page(.operation, .map(["responses": object]))
    case .response: page(.responses, .map(["200": object]))
    case .header: page(.response, least(.response).with("headers", .map(["h": object])))
    case .link: page(.response, least(.response).with("links", .map(["l": object])))
    case .callback: page(.operation, least(.operation).with("callbacks", .map(["c": object])))
    case .securityScheme:
      page(.components, .map(["securitySchemes": .map(["s": object])]))
        .with("security", .list([least(.securityRequirement)]))
        .with("paths", .map(["/a": least(.pathItem)]))
    case .oauthFlows: page(.securityScheme, least(.securityScheme).with("flows", object))
    case .oauthFlow: page(.oauthFlows, .map(["password": object]))
    case .scopes: page(.oauthFlow, least(.oauthFlow).with("scopes", object))
    case .securityRequirement: page(.document, least(.document).with("security", .list([object])))
    }
  }

  /// Two values that a field may have; the second is left out where the parts of it are fields.
  static func values(_ shape: OpenAPI.Shape) -> (Sketch, Sketch?) {
    switch shape {
    case .any, .string, .reference: (.string("a"), .string("b"))
    case .boolean: (.bool(true), nil)
    case .integer, .number: (.number(3), .number(5))
    case .mapping, .mapOfStrings, .discriminatorMapping:
      (.map(["k": .string("a")]), .map(["k": .string("b")]))
    case .strings, .list, .requiredNames: (.list([.string("a")]), .list([.string("b")]))
    case .word(let words): (.string(words.first ?? ""), words.dropFirst().first.map { .string($0) })
    case .object(let kind): (least(kind), nil)
    case .listOf(let kind): (.list([least(kind)]), nil)
    case .mapOf(let kind): (.map(["k": least(kind)]), nil)
    case .dependencies:
      (.map(["k": .list([.string("a")])]), .map(["k": .list([.string("b")])]))
    case .stringOrStrings: (.string("string"), .string("integer"))
    case .items: (least(.schema), nil)
    case .discriminator: (least(.discriminator), nil)
    }
  }
}
