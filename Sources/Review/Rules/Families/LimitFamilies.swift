extension RuleFamily {
  /// Schemas: how much of something.
  static let limits: [RuleFamily] =
    [
      ("maxLength", "max-length", "string"), ("minLength", "min-length", "string"),
      ("maxItems", "max-items", "array"), ("minItems", "min-items", "array"),
      ("maxProperties", "max-properties", "object"), ("minProperties", "min-properties", "object"),
      ("maxContains", "max-contains", "array"), ("minContains", "min-contains", "array"),
      ("maximum", "maximum", "integer"), ("minimum", "minimum", "integer"),
    ].map { keyword, aspect, type in
      let base =
        "type: \(type)" + (aspect.hasSuffix("contains") ? "\ncontains: {type: string}" : "")
      return schema(
        aspect, "'\(keyword)'",
        .bound(base, base + "\n\(keyword): 3", base + "\n\(keyword): 5"))
    } + [
      schema(
        "multiple-of", "'multipleOf'",
        .bound("type: integer", "type: integer\nmultipleOf: 2", "type: integer\nmultipleOf: 4"),
        .change("type: integer\nmultipleOf: 2", "type: integer\nmultipleOf: 3")),
      schema(
        "pattern", "'pattern'",
        .value("type: string", "type: string\npattern: ^a", "type: string\npattern: ^b")),
      schema(
        "unique-items", "'uniqueItems'", .presence("type: array", "type: array\nuniqueItems: true")),
      schema(
        "content-encoding", "'contentEncoding'",
        .value(
          "type: string", "type: string\ncontentEncoding: base64",
          "type: string\ncontentEncoding: base64url")),
      schema(
        "content-media-type", "'contentMediaType'",
        .value(
          "type: string", "type: string\ncontentMediaType: image/png",
          "type: string\ncontentMediaType: image/jpeg")),
      schema(
        "content-schema", "'contentSchema'",
        .presence("type: string", "type: string\ncontentSchema: {type: object}")),
    ]
}
