extension RuleFamily {
  /// What a description says as a whole.
  static let documents: [RuleFamily] =
    [RuleFamily(.document, "", "a description", in: .root, .presence("", document("")))]
    + words(.document, of: "a description", in: .root) { word, line in
      switch word {
      case .title: info("version: \"1\"\n  \(line)")
      case .summary, .description: info("\(named)\n  \(line)")
      default: document(line)
      }
    } + [
      fact("version", "version: \"2\"", "version: \"3\""),
      fact(
        "termsOfService", "termsOfService: https://a.example", "termsOfService: https://b.example"),
      fact("contact", "contact: {name: Ann}", "contact: {name: Ben}"),
      fact("license", "license: {name: MIT}", "license: {name: ISC}"),
    ]

  /// Where an API is.
  static let servers: [RuleFamily] =
    [
      RuleFamily(
        .server, "", "an address", in: .servers,
        .presence(server(""), server("") + "\n  - url: https://b.example.com")),
      RuleFamily(
        .server, "variable", "a part of an address", in: .servers,
        .value(
          parted, parted + "\n    variables: {part: {default: a}}",
          parted + "\n    variables: {part: {default: b}}")),
      RuleFamily(
        .server, "name", "'name' of an address", in: .servers,
        .value(server(""), server("name: live"), server("name: test"))),
      RuleFamily(
        .server, "host", "'host'", in: .root,
        .value(swagger(""), swagger("host: a.example.com"), swagger("host: b.example.com"))),
      RuleFamily(
        .server, "base-path", "'basePath'", in: .root,
        .value(swagger(""), swagger("basePath: /v1"), swagger("basePath: /v2"))),
    ] + words(.server, of: "an address", in: .servers) { server($1) }

  private static func fact(_ keyword: String, _ first: String, _ second: String) -> RuleFamily {
    let base = keyword == "version" ? "title: Things" : named
    return RuleFamily(
      .document, keyword.lowercased(), "'\(keyword)' of a description", in: .root,
      .value(info(base), info("\(base)\n  \(first)"), info("\(base)\n  \(second)")))
  }

  private static func server(_ line: String) -> String {
    "servers:\n  - url: https://a.example.com" + (line.isEmpty ? "" : "\n    \(line)")
  }

  private static let parted = "servers:\n  - url: https://{part}.example.com"

  private static func info(_ text: String) -> String {
    "openapi: 3.2.0\ninfo:\n  \(text)\n" + paths
  }

  private static let named = "title: Things\n  version: \"1\""

  private static func swagger(_ line: String) -> String {
    "swagger: \"2.0\"\ninfo: {title: Things, version: \"1\"}\n\(line)\n" + paths
  }

  private static let paths =
    "paths:\n  /things:\n    get:\n      operationId: things\n      \(Frame.done)"

  /// A description with a text besides what it needs.
  static func document(_ text: String) -> String { Frame.head + paths + "\n" + text }
}
