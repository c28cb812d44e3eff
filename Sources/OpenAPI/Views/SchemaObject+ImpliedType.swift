import YAML

extension SchemaObject {
  /// The type of the values that a keyword of the schema only makes sense for, with that keyword:
  /// what a schema without `type` is read as.
  public var impliedType: (type: String, keyword: String)? {
    Self.hints.first { node[keyword: $0.keyword] != nil }.map { ($0.type, "\($0.keyword)") }
  }

  private static let hints: [(keyword: StaticString, type: String)] = [
    ("properties", "object"), ("additionalProperties", "object"),
    ("patternProperties", "object"), ("unevaluatedProperties", "object"),
    ("minProperties", "object"), ("maxProperties", "object"),
    ("items", "array"), ("prefixItems", "array"), ("minItems", "array"), ("maxItems", "array"),
    ("pattern", "string"), ("minLength", "string"), ("maxLength", "string"),
    ("minimum", "number"), ("maximum", "number"), ("multipleOf", "number"),
  ]
}
