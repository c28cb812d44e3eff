extension RuleFamily {
  /// Schemas: what kind of value, which values.
  static let schemas: [RuleFamily] =
    [
      schema(
        "type", "'type'", .presence("description: anything", "type: string"),
        .order("type: integer", "type: number"), .change("type: string", "type: integer")),
      schema("null", "null", .presence("type: string", "type: [string, \"null\"]")),
      schema(
        "values", "the list of values", .presence("type: string", "type: string\nenum: [a, b]")),
      schema(
        "value", "a value", .presence("type: string\nenum: [a]", "type: string\nenum: [a, b]")),
      schema(
        "open-value", "a value in 'x-extensible-enum'",
        .presence("type: string\nx-extensible-enum: [a]", "type: string\nx-extensible-enum: [a, b]")
      ),
      schema(
        "format", "'format'", .presence("type: string", "type: string\nformat: date"),
        .order("type: integer\nformat: int32", "type: integer\nformat: int64"),
        .change("type: string\nformat: date", "type: string\nformat: date-time")),
      schema(
        "default", "'default'",
        .value("type: string", "type: string\ndefault: a", "type: string\ndefault: b")),
      schema(
        "never", "the schema 'false'",
        .presence(
          "type: object\nproperties:\n  secret: {type: string}",
          "type: object\nproperties:\n  secret: false")),
      schema("not", "'not'", .presence("type: string", "type: string\nnot: {const: a}")),
      schema(
        "if", "'if'",
        .value(
          "type: string", "type: string\nif: {const: a}\nthen: {maxLength: 5}",
          "type: string\nif: {const: b}\nthen: {maxLength: 5}")),
      condition("then"), condition("else"),
      flag("readOnly", "read-only"), flag("writeOnly", "write-only"),
      schema(
        "sunset", "'x-sunset'",
        .value(
          "type: string", "type: string\nx-sunset: 2027-01-01",
          "type: string\nx-sunset: 2028-01-01")),
      schema(
        "stability", "'x-stability-level'",
        .value(
          "type: string", "type: string\nx-stability-level: beta",
          "type: string\nx-stability-level: stable")),
      schema(
        "xml", "'xml'",
        .value("type: string", "type: string\nxml: {name: a}", "type: string\nxml: {name: b}")),
    ] + words(.schema, of: "a schema", in: .schema, after: "type: string")

  static func schema(_ aspect: String, _ thing: String, _ texts: Texts...) -> RuleFamily {
    RuleFamily(.schema, aspect, "\(thing) of a schema", in: .schema, all: texts)
  }

  private static func condition(_ keyword: String) -> RuleFamily {
    let base = "type: string\nif: {pattern: a}"
    return schema(keyword, "'\(keyword)'", .presence(base, base + "\n\(keyword): {maxLength: 5}"))
  }

  private static func flag(_ keyword: String, _ aspect: String) -> RuleFamily {
    let base = "type: object\nproperties:\n  id:\n    type: string"
    return schema(aspect, "'\(keyword)'", .presence(base, base + "\n    \(keyword): true"))
  }
}
