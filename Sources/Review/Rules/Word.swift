/// A keyword that only people read.
struct Word: Hashable {
  var keyword: String
  /// What rules call it.
  var aspect: String
  /// The keyword with a value as a description has it, and with another one, where there is one.
  var example: String
  var other: String?

  init(_ keyword: String, as aspect: String? = nil, _ example: String, _ other: String? = nil) {
    self.keyword = keyword
    self.aspect = aspect ?? keyword
    self.example = "\(keyword): \(example)"
    self.other = other.map { "\(keyword): \($0)" }
  }

  static let title = Word("title", "Thing", "Item")
  static let summary = Word("summary", "A thing", "One thing")
  static let description = Word("description", "What it is", "What it is for")
  static let example = Word("example", "small", "large")
  static let examples = Word("examples", "{one: {value: small}}", "{one: {value: large}}")
  static let externalDocs = Word(
    "externalDocs", as: "external-docs", "{url: \"https://example.com/a\"}",
    "{url: \"https://example.com/b\"}")
  static let deprecated = Word("deprecated", "true")
  static let comment = Word("$comment", as: "comment", "for authors", "for other authors")
  static let bearerFormat = Word("bearerFormat", as: "bearer-format", "JWT", "opaque")
  /// An extension, which may have any name.
  static let note = Word("x-note", as: "extension", "one", "other")
  static let links = Word(
    "links", "{next: {operationId: sendThing}}", "{again: {operationId: sendThing}}")
}

extension Rule.Position {
  /// The words that an object of this kind may have; extensions come on top.
  var words: [Word] {
    switch self {
    case .document:
      [
        .title, .summary, .description, .externalDocs,
        Word("tags", "[{name: small}]", "[{name: large}]"),
      ]
    case .path: [.summary, .description]
    case .server: [.description]
    case .operation:
      [.summary, .description, .externalDocs, .deprecated]
    case .parameter, .header: [.description, .example, .examples, .deprecated]
    case .body: [.description]
    case .response: [.summary, .description, .examples, .links]
    case .mediaType: [.example, .examples]
    case .schema:
      [
        .title, .description, .example, Word("examples", "[small]", "[large]"), .externalDocs,
        .deprecated, .comment,
      ]
    case .securityScheme: [.description, .deprecated, .bearerFormat]
    case .encoding, .security, .webhook, .callback, .swift: []
    }
  }
}
