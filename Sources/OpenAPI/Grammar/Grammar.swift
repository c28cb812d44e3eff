import YAML

/// The tables of one release, made ready for looking keys up.
struct Grammar: Sendable {
  /// What may stand in one kind of object; one reference, since every object asks for its rules.
  final class Rules: Sendable {
    let fields: [Field]
    let words: WordTable
    let object: ObjectGrammar
    /// The fields that have to be there, as positions in `fields`.
    let required: [Int]
    /// Where `$ref` is among the fields.
    let reference: Int?
    /// Where `$dynamicRef` is among the fields.
    let dynamicReference: Int?

    fileprivate init(_ object: ObjectGrammar, in release: OpenAPIVersion.Release) {
      self.object = object
      let known = object.fields.filter { $0.releases.contains(release) }
      fields = known
      words = WordTable(known.map(\.name))
      required = known.indices.filter { known[$0].presence != .optional }
      reference = known.firstIndex { $0.name == "$ref" }
      dynamicReference = known.firstIndex { $0.name == "$dynamicRef" }
    }
  }

  let release: OpenAPIVersion.Release
  private let rules: [Rules]

  private init(_ release: OpenAPIVersion.Release) {
    self.release = release
    rules = ObjectKind.allCases.map { Rules(.of($0), in: release) }
  }

  subscript(kind: ObjectKind) -> Rules { rules[Int(kind.rawValue)] }

  /// The grammar of a release, made once.
  static func of(_ release: OpenAPIVersion.Release) -> Grammar { all[release.rawValue] }

  private static let all = OpenAPIVersion.Release.allCases.map(Grammar.init)
}

extension ObjectGrammar {
  static func of(_ kind: ObjectKind) -> ObjectGrammar {
    switch kind {
    case .document: document
    case .info: info
    case .contact: contact
    case .license: license
    case .server: server
    case .serverVariable: serverVariable
    case .components: components
    case .paths: paths
    case .pathItem: pathItem
    case .operation: operation
    case .additionalOperations: additionalOperations
    case .externalDocumentation: externalDocumentation
    case .tag: tag
    case .parameter: parameter
    case .requestBody: requestBody
    case .mediaType: mediaType
    case .encoding: encoding
    case .responses: responses
    case .response: response
    case .callback: callback
    case .example: example
    case .link: link
    case .header: header
    case .schema: schema
    case .discriminator: discriminator
    case .xml: xml
    case .securityScheme: securityScheme
    case .oauthFlows: oauthFlows
    case .oauthFlow: oauthFlow
    case .securityRequirement: securityRequirement
    case .scopes: scopes
    }
  }
}
