@testable import OpenAPI

/// Where an object of a kind stands in a description that is small and otherwise complete.
enum KeywordPlaces {
  /// A description of a release with an object of a kind, whose keywords stand for `SLOT`.
  static func description(_ kind: ObjectKind, _ release: OpenAPIVersion.Release) -> String {
    release == .v2 ? swagger(kind) : three(kind, release)
  }

  private static func three(_ kind: ObjectKind, _ release: OpenAPIVersion.Release) -> String {
    let version =
      switch release {
      case .v2, .v3_0: "3.0.4"
      case .v3_1: "3.1.1"
      case .v3_2: "3.2.0"
      }
    if kind == .document {
      return "{openapi: \(version), info: {title: T, version: '1'}, paths: {\(path)}, SLOT}"
    }
    let info = kind == .info ? "{SLOT}" : "{title: T, version: '1'\(infoPart(kind))}"
    return
      "{openapi: \(version), info: \(info), \(threePart(kind)), x-end: {}}"
  }

  private static let path = "/x: {get: {operationId: getX, responses: {'204': {description: ok}}}}"

  private static let swaggerPath = """
    /x: {post: {operationId: getX, parameters: [{name: b, in: body, schema: {type: string}}], \
    responses: {'200': {description: ok, schema: {type: string}}}}}
    """

  private static func infoPart(_ kind: ObjectKind) -> String {
    switch kind {
    case .contact: ", contact: {SLOT}"
    case .license: ", license: {SLOT}"
    default: ""
    }
  }

  private static func threePart(_ kind: ObjectKind) -> String {
    switch kind {
    case .server: "paths: {\(path)}, servers: [{SLOT}]"
    case .serverVariable:
      "paths: {\(path)}, servers: [{url: 'https://{v}.x.y', variables: {v: {SLOT}}}]"
    case .tag: "paths: {\(path)}, tags: [{SLOT}]"
    case .components: "paths: {\(path)}, components: {SLOT}"
    case .paths: "paths: {SLOT}"
    case .pathItem: "paths: {/x: {SLOT}}"
    case .securityScheme: secured("SLOT")
    case .oauthFlows: secured("type: oauth2, flows: {SLOT}")
    case .oauthFlow: secured("type: oauth2, flows: {clientCredentials: {SLOT}}")
    case .scopes: secured("type: oauth2, flows: {implicit: {scopes: {SLOT}}}")
    case .externalDocumentation: "paths: {\(path)}, externalDocs: {SLOT}"
    case .callback:
      operation("callbacks: {c: {SLOT}}, responses: {'204': {description: ok}}")
    case .operation: operation("SLOT")
    case .additionalOperations: "paths: {/x: {additionalOperations: {SLOT}}}"
    case .parameter: operation("parameters: [{SLOT}], responses: {'204': {description: ok}}")
    case .requestBody: operation("requestBody: {SLOT}, responses: {'204': {description: ok}}")
    case .mediaType: body("application/x-www-form-urlencoded: {SLOT}")
    case .encoding: body("multipart/form-data: {schema: \(form), encoding: {a: {SLOT}}}")
    case .responses: operation("responses: {SLOT}")
    case .response: operation("responses: {'200': {SLOT}}")
    case .link: operation("responses: {'200': {description: ok, links: {l: {SLOT}}}}")
    case .header: operation("responses: {'200': {description: ok, headers: {H: {SLOT}}}}")
    case .example:
      operation(
        "responses: {'200': {description: ok, content: {text/plain: {examples: {e: {SLOT}}}}}}")
    case .schema: schemas("S: {type: object, properties: {p: {SLOT}, q: {type: string}}}")
    case .discriminator:
      schemas(
        "S: {oneOf: [\(ref("A")), \(ref("B"))], discriminator: {SLOT}}, A: \(form), B: {type: object, properties: {a: {type: string}, b: {type: string}}}"
      )
    case .xml: schemas("S: {type: object, properties: {p: {type: string, xml: {SLOT}}}}")
    case .securityRequirement:
      "paths: {\(path)}, components: {securitySchemes: {k: {type: http, scheme: bearer}}}, security: [{SLOT}]"
    case .document, .info, .contact, .license: "paths: {\(path)}"
    }
  }

  private static let form =
    "{type: object, required: [a], properties: {a: {type: array, items: {type: string}}}}"

  private static func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

  private static func operation(_ text: String) -> String {
    "paths: {/x: {post: {operationId: postX, \(text)}}}, components: {schemas: {R: \(form)}}"
  }

  private static func body(_ content: String) -> String {
    operation("requestBody: {content: {\(content)}}, responses: {'204': {description: ok}}")
  }

  private static func secured(_ scheme: String) -> String {
    "paths: {\(path)}, components: {securitySchemes: {k: {\(scheme)}}}, security: [{k: []}]"
  }

  private static func schemas(_ text: String) -> String {
    """
    paths: {/x: {post: {operationId: postX, requestBody: {content: {application/json: {schema: \
    \(ref("S"))}}}, responses: {'200': {description: ok, content: {application/json: {schema: \
    \(ref("S"))}}}}}}}, components: {schemas: {\(text), R: \(form)}}
    """
  }

  private static func swagger(_ kind: ObjectKind) -> String {
    if kind == .document {
      return "{swagger: '2.0', info: {title: T, version: '1'}, paths: {\(swaggerPath)}, SLOT}"
    }
    let info = kind == .info ? "{SLOT}" : "{title: T, version: '1'\(infoPart(kind))}"
    return "{swagger: '2.0', info: \(info), \(swaggerPart(kind)), x-end: {}}"
  }

  private static func swaggerPart(_ kind: ObjectKind) -> String {
    switch kind {
    case .tag: "paths: {\(path)}, tags: [{SLOT}]"
    case .paths: "paths: {SLOT}"
    case .pathItem: "paths: {/x: {SLOT}}"
    case .externalDocumentation: "paths: {\(path)}, externalDocs: {SLOT}"
    case .operation: swaggerOperation("SLOT")
    case .parameter:
      swaggerOperation("parameters: [{SLOT}], responses: {'204': {description: ok}}")
    case .responses: swaggerOperation("responses: {SLOT}")
    case .response: swaggerOperation("responses: {'200': {SLOT}}")
    case .header:
      swaggerOperation("responses: {'200': {description: ok, headers: {H: {SLOT}}}}")
    case .schema:
      "paths: {\(path)}, definitions: {S: {type: object, properties: {p: {SLOT}, q: {type: string}}}, R: \(form)}"
    case .xml:
      "paths: {\(path)}, definitions: {S: {type: object, properties: {p: {type: string, xml: {SLOT}}}}}"
    case .securityScheme: "paths: {\(path)}, securityDefinitions: {k: {SLOT}}, security: [{k: []}]"
    case .scopes:
      "paths: {\(path)}, securityDefinitions: {k: {type: oauth2, flow: implicit, authorizationUrl: 'https://x.y', scopes: {SLOT}}}"
    case .securityRequirement:
      "paths: {\(path)}, securityDefinitions: {k: {type: basic}}, security: [{SLOT}]"
    default: "paths: {\(path)}"
    }
  }

  private static func swaggerOperation(_ text: String) -> String {
    "paths: {/x: {post: {operationId: postX, consumes: [application/json], \(text)}}}, definitions: {R: \(form)}"
  }

  /// The kinds that a release has.
  static func kinds(_ release: OpenAPIVersion.Release) -> [ObjectKind] {
    guard release == .v2 else { return ObjectKind.allCases }
    return [
      .document, .info, .contact, .license, .tag, .paths, .pathItem, .externalDocumentation,
      .operation, .parameter, .responses, .response, .header, .schema, .xml, .securityScheme,
      .scopes, .securityRequirement,
    ]
  }
}
