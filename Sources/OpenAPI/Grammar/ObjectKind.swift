/// The kinds of object that the specification defines.
enum ObjectKind: UInt8, Sendable, CaseIterable {
  case document, info, contact, license, server, serverVariable, components
  case paths, pathItem, operation, additionalOperations, externalDocumentation, tag
  case parameter, requestBody, mediaType, encoding, responses, response, callback
  case example, link, header, schema, discriminator, xml
  case securityScheme, oauthFlows, oauthFlow, securityRequirement, scopes

  /// The kind with its article, for messages.
  var name: String {
    switch self {
    case .document: "a description"
    case .info: "info"
    case .contact: "a contact"
    case .license: "a license"
    case .server: "a server"
    case .serverVariable: "a server variable"
    case .components: "components"
    case .paths: "paths"
    case .pathItem: "a path item"
    case .operation: "an operation"
    case .additionalOperations: "additional operations"
    case .externalDocumentation: "external documentation"
    case .tag: "a tag"
    case .parameter: "a parameter"
    case .requestBody: "a request body"
    case .mediaType: "a media type"
    case .encoding: "an encoding"
    case .responses: "responses"
    case .response: "a response"
    case .callback: "a callback"
    case .example: "an example"
    case .link: "a link"
    case .header: "a header"
    case .schema: "a schema"
    case .discriminator: "a discriminator"
    case .xml: "xml"
    case .securityScheme: "a security scheme"
    case .oauthFlows: "OAuth flows"
    case .oauthFlow: "an OAuth flow"
    case .securityRequirement: "a security requirement"
    case .scopes: "scopes"
    }
  }
}
