import Diagnostics
import Testing

@testable import OpenAPI

/// A description with what checking it for its own sake must find, and nothing else.
struct LintCase: Sendable, CustomTestStringConvertible {
  var rule: String
  var text: String
  var isStyle: Bool

  /// A body's first mark is where the rule's finding stands, unless `found` says otherwise.
  init(_ rule: String, in version: String = "3.0.3", _ body: String) {
    self.rule = rule
    isStyle = false
    let key = version == "2.0" ? "swagger: '2.0'" : "openapi: \(version)"
    let info = body.contains("info:") ? "" : "info: {title: T, version: '1'}\n"
    let paths = body.contains("paths:") ? "" : "\npaths: {}"
    text = "\(key)\n\(info)\(body)\(paths)\n"
  }

  /// A case of a rule that only those who ask for style hear of.
  init(style rule: String, _ body: String) {
    self.init(rule, body)
    isStyle = true
  }

  var testDescription: String { "\(rule): \(text)" }
}

@Suite struct LintTests {
  @Test(arguments: lawful + operations + parameters + shapes + schemas + style)
  func theRuleFindsItAndNoOtherDoes(_ item: LintCase) {
    let marked = Marked(item.text)
    let loaded = Folder().workspace().load(SourceFile(name: "specs/api.yaml", text: marked.text))
    var found = loaded.diagnostics
    if let document = loaded.document {
      found.add(
        validate(document, for: item.isStyle ? [.linting, .style] : [.everyone, .linting]))
    }
    let lines = marked.lines(found.regraded { $0.isViolation ? .error : $0.severity })
      .filter { !item.isStyle || $0.hasPrefix("note") }
    let severity = Rule.all.first { $0.id == item.rule }?.severity.rawValue ?? "?"
    let marks = "①②".filter(item.text.contains)
    #expect(lines == marks.map { "\(severity) \(item.rule) \($0)" })
  }

  static let lawful = [
    LintCase("mistyped-text", "info: {title: ①1, version: '1', description: ②null}"),
    LintCase("mistyped-text", "info: {title: T, version: ①1.0}"),
    LintCase("malformed-address", "info: {title: T, version: '1', contact: {email: ①nobody}}"),
    LintCase("malformed-address", "externalDocs: {url: ①'http://a b'}"),
    LintCase("malformed-address", "externalDocs: {url: ../docs#there}"),
    LintCase("duplicate-tag", "tags: [{name: a}, {name: ①a}]"),
    LintCase("tag-hierarchy", in: "3.2.0", "tags: [{name: a, parent: ①b}]"),
    LintCase("tag-hierarchy", in: "3.2.0", "tags: [{name: a, parent: ①b}, {name: b, parent: ②a}]"),
    LintCase(
      "server-variable",
      "servers: [{url: '{a}', variables: {a: {default: ①x, enum: [y]}}}]"),
    LintCase(
      "unused-server-variable", "servers: [{url: /, variables: {①a: {default: x}}}]"),
    LintCase("unbalanced-braces", "servers: [{url: ①'/{a', variables: {}}]"),
    LintCase("component-name", "components: {schemas: {①a b: {type: string}}}"),
    LintCase(
      "security-scheme-fields",
      "components: {securitySchemes: {a: ①{type: apiKey, name: k, ②scheme: basic}}}"),
    LintCase(
      "security-scheme-fields",
      "components: {securitySchemes: {a: {type: oauth2, flows: {password: ①{scopes: {}}}}}}"),
    LintCase(
      "http-scheme", "components: {securitySchemes: {a: {type: http, scheme: ①bearr}}}"),
    LintCase("empty-text", "info: {title: T, version: ①''}"),
    LintCase("unnamed", "info: {title: ①'', version: '1'}"),
    LintCase(
      "reference-kind",
      "components: {schemas: {A: {type: object}}, headers: {h: {$ref: ①'#/components/schemas/A'}}}"
    ),
    LintCase("example-conflict", "components: {examples: {a: ①{summary: s}}}"),
    LintCase("example-conflict", "components: {examples: {a: {value: 1, ①externalValue: b}}}"),
    LintCase(
      "example-conflict",
      "components: {headers: {h: {schema: {}, example: 1, ①examples: {}}}}"),
  ]

  private static func get(_ body: String) -> String { "paths: {/a: {get: {\(body)}}}" }
  private static let ok = "responses: {'200': {description: ok}}"

  static let operations = [
    LintCase("empty-responses", get("responses: ①{}")),
    LintCase("status-key", get("responses: {'200': {description: ok}, ①'20': {description: o}}")),
    LintCase("no-success", get("①responses: {'400': {description: no}}")),
    LintCase(
      "content-of-nothing", get("responses: {'204': {description: o, ①content: {a/b: {}}}}")),
    LintCase("body-of-read", get("①requestBody: {content: {a/b: {}}}, \(ok)")),
    LintCase(
      "ignored-header",
      get("parameters: [{name: ①accept, in: header, schema: {type: string}}], \(ok)")),
    LintCase(
      "invalid-media-type", get("responses: {'200': {description: o, content: {①json: {}}}}")),
    LintCase(
      "invalid-media-type",
      get("responses: {'200': {description: o, content: {text/a;b=C: {}, ①'Text/A; b=c': {}}}}")),
    LintCase(
      "undecoded-content",
      "components: {requestBodies: {b: {content: {①application/cbor: {schema: {type: object}}, "
        + "a/b: {}, image/png: {schema: {type: string}}, a/c+json: {schema: {type: object}}}}}}"),
    LintCase(
      "unknown-encoding",
      "components: {requestBodies: {b: {content: {multipart/form-data: "
        + "{schema: {type: object, properties: {file: {type: string}}}, encoding: {①fil: {}}}}}}}"),
    LintCase("path-with-query", "paths: {①'/a?b=c': {get: {\(ok)}}, ②'/a#b': {get: {\(ok)}}}"),
    LintCase("empty-content", "components: {requestBodies: {b: {①content: {}}}}"),
    LintCase(
      "form-without-properties",
      "components: {requestBodies: {b: {content: {multipart/form-data: {schema: ①{type: string}}}}}}"
    ),
    LintCase("unbalanced-braces", "paths: {①'/a/{}': {get: {\(ok)}}}"),
    LintCase(
      "undeclared-scope",
      "security: [{k: [read, ①write]}]\ncomponents: {securitySchemes: {k: {type: oauth2, "
        + "flows: {clientCredentials: {tokenUrl: 'https://a.b', scopes: {read: r}}}}}}"),
  ]

  private static func parameter(_ body: String) -> String {
    "components: {parameters: {p: \(body)}}"
  }

  static let parameters = [
    LintCase("parameter-form", parameter("①{name: q, in: query}")),
    LintCase("parameter-form", parameter("{name: q, in: query, ①content: {a/b: {}, a/c: {}}}")),
    LintCase(
      "parameter-form", parameter("{name: q, in: query, content: {a/b: {}}, ①schema: {}}")),
    LintCase("parameter-form", in: "3.2.0", parameter("①{name: q, in: querystring, schema: {}}")),
    LintCase("parameter-style", parameter("{name: q, in: query, schema: {}, style: ①simple}")),
    LintCase(
      "parameter-style", parameter("{name: q, in: header, schema: {}, ①allowReserved: true}")),
    LintCase(
      "invalid-default", in: "2.0",
      "parameters: {p: {name: q, in: query, type: integer, default: ①a}}"),
    LintCase(
      "invalid-example", parameter("{name: q, in: query, schema: {type: integer}, example: ①a}")),
  ]

  private static let list = "{type: array, items: {type: string}}"

  static let shapes = [
    LintCase(
      "nested-parameter",
      parameter(
        "{name: q, in: query, style: ①deepObject, schema: {type: object, properties: {a: \(list)}}}"
      )),
    LintCase(
      "nested-parameter",
      parameter(
        "{name: q, in: query, style: ①deepObject, schema: {allOf: [{type: object, properties: "
          + "{a: {anyOf: [{type: string}, {type: object, properties: {b: {type: string}}}]}}}]}}")),
    LintCase(
      "nested-parameter",
      parameter(
        "{name: q, in: query, style: deepObject, schema: {type: object, properties: "
          + "{a: {type: string}}}}")),
    LintCase(
      "undefined-style",
      parameter("{name: q, in: query, style: ①deepObject, schema: {type: string}}")),
    LintCase(
      "undefined-style",
      parameter("{name: q, in: query, style: pipeDelimited, ①explode: true, schema: \(list)}")),
    LintCase(
      "undefined-style",
      parameter("{name: q, in: query, style: pipeDelimited, explode: false, schema: \(list)}")),
    LintCase("implicit-style", parameter("①{name: q, in: header, schema: \(list)}")),
    LintCase("implicit-style", parameter("{name: q, in: query, schema: \(list)}")),
    LintCase(
      "implicit-style", parameter("{name: q, in: header, style: simple, schema: \(list)}")),
    LintCase("implicit-style", parameter("{name: q, in: header, schema: {type: string}}")),
    LintCase(
      "mixed-parameter",
      parameter("{name: q, in: query, schema: ①{oneOf: [{type: string}, \(list)]}}")),
    LintCase(
      "mixed-parameter", in: "3.1.0",
      parameter("{name: q, in: query, schema: ①{type: [string, array], items: {}}}")),
    LintCase(
      "mixed-parameter", in: "3.1.0",
      parameter("{name: q, in: query, schema: {type: [string, integer, 'null']}}")),
    LintCase(
      "empty-value", parameter("{name: q, in: query, ①allowEmptyValue: true, schema: {}}")),
    LintCase(
      "empty-value", parameter("{name: q, in: query, allowEmptyValue: false, schema: {}}")),
  ]

  private static func schema(_ body: String) -> String { "components: {schemas: {A: \(body)}}" }

  static let schemas = [
    LintCase(
      "duplicate-required", schema("{type: object, properties: {a: {}}, required: [a, ①a]}")),
    LintCase("schema-limit", schema("{type: string, minLength: ①-1}")),
    LintCase("schema-limit", schema("{type: number, multipleOf: ①0}")),
    LintCase("empty-range", schema("{type: integer, minimum: ①5, maximum: 4}")),
    LintCase("empty-enum", schema("{type: string, enum: ①[]}")),
    LintCase("empty-composition", schema("{oneOf: ①[]}")),
    LintCase("read-and-write-only", schema("{type: string, readOnly: true, ①writeOnly: true}")),
    LintCase("nullable-without-type", schema("{①nullable: true}")),
    LintCase("nullable-enum", schema("{type: string, nullable: true, ①enum: [a]}")),
    LintCase("constant-outside-enum", in: "3.1.0", schema("{const: ①a, enum: [b, c]}")),
    LintCase("constant-outside-enum", in: "3.1.0", schema("{type: integer, const: ①a}")),
    LintCase(
      "empty-range", in: "3.1.0", schema("{exclusiveMinimum: ①5, maximum: 5, type: number}")),
    LintCase(
      "empty-range", schema("{type: number, minimum: ①5, exclusiveMinimum: true, maximum: 5}")),
    LintCase("empty-range", schema("{type: number, minimum: 5, maximum: 5}")),
    LintCase("open-items", in: "3.1.0", schema("{type: ①array}")),
    LintCase("open-items", in: "3.1.0", schema("{type: array, prefixItems: [{type: string}]}")),
    LintCase("unread-pattern", schema("{type: string, pattern: ①'^[^][[{}]\\u{1F600}{a}b{,2}$'}")),
    LintCase("foreign-pattern", schema("{type: string, pattern: ①'a\\Z'}")),
    LintCase("foreign-pattern", schema("{type: string, pattern: ①'[[:alpha:]]'}")),
    LintCase("foreign-pattern", schema("{type: string, pattern: '\\+\\+[a*+]+\\d'}")),
    LintCase(
      "contradictory-formats",
      schema("{①allOf: [{type: string, format: date}, {type: string, format: uuid}]}")),
    LintCase(
      "foreign-mapping",
      "components: {schemas: {A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {"
        + "propertyName: k, mapping: {c: ①'#/components/schemas/C', b: B}}}, "
        + "B: {type: object, required: [k], properties: {k: {type: string}}}, C: {type: object}}}"),
    LintCase("contradictory-types", schema("{①allOf: [{type: string}, {type: integer}]}")),
    LintCase("contradictory-types", schema("{allOf: [{type: number}, {type: integer}]}")),
    LintCase("misplaced-keyword", schema("{type: integer, ①pattern: a}")),
    LintCase("misplaced-format", schema("{type: integer, format: ①date}")),
    LintCase("idle-discriminator", schema("{type: object, ①discriminator: {propertyName: a}}")),
    LintCase(
      "optional-discriminator",
      schema(
        "{oneOf: [①{type: object, properties: {a: {type: string}}}], discriminator: {propertyName: a}}"
      )),
    LintCase(
      "endless-value",
      schema("{type: object, required: [a], properties: {①a: {$ref: '#/components/schemas/A'}}}")),
    LintCase(
      "endless-value",
      schema(
        "{type: object, required: [a, b], properties: {b: {type: array, items: {$ref: '#/components/schemas/A'}}, a: {type: string}}}"
      )),
    LintCase(
      "alike-alternatives",
      schema(
        "{oneOf: [{type: object, properties: {a: {type: string}}}, ①{type: object, properties: {b: {type: string}}}]}"
      )),
    LintCase(
      "alike-alternatives",
      schema(
        "{oneOf: [{type: object, required: [k], properties: {k: {type: string, enum: [a]}}}, {type: object, required: [k], properties: {k: {type: string, enum: [b]}}}]}"
      )),
    LintCase("missing-type", schema("{①properties: {a: {②minLength: 2}}}")),
    LintCase("missing-type", schema("{type: object, allOf: [{properties: {a: {type: string}}}]}")),
    LintCase(
      "missing-type",
      schema("{type: object, anyOf: [{maxProperties: 1}, {minProperties: 3}]}")),
    LintCase("missing-type", schema("{enum: [a], minLength: 1}")),
    LintCase(
      "mixed-bounds", in: "3.1.0", schema("{type: integer, ①minimum: 2, exclusiveMinimum: 3}")),
    LintCase("mixed-bounds", schema("{type: integer, minimum: 2, exclusiveMinimum: true}")),
    LintCase(
      "closed-parts",
      schema(
        "{①allOf: [{type: object, additionalProperties: false, properties: {a: {type: string}}}, "
          + "{type: object, properties: {b: {type: string}}}]}")),
    LintCase(
      "closed-parts",
      schema(
        "{type: object, additionalProperties: false, properties: {a: {type: string}}, allOf: ["
          + "{type: object, properties: {a: {type: string}}}]}")),
    LintCase("invalid-default", schema("{type: integer, default: ①abc}")),
    LintCase("invalid-default", schema("{type: string, maxLength: 2, default: ①abc}")),
    LintCase(
      "invalid-example",
      schema("{type: object, required: [a], properties: {a: {}}, example: ①{b: 1}}")),
    LintCase(
      "invalid-example", schema("{type: array, items: {type: integer}, example: [1, ①x]}")),
    LintCase("invalid-example", in: "3.1.0", schema("{anyOf: [{type: integer}], examples: [①x]}")),
    LintCase("invalid-example", schema("{type: string, nullable: true, example: null}")),
  ]

  private static func answer(_ schema: String) -> String {
    get(
      "operationId: b, summary: c, responses: {'200': {description: d, content: {a/json: {schema: "
        + schema + "}}}}")
  }

  static let style = [
    LintCase(
      style: "overlapping-paths",
      "paths:\n  /a/{x}: {get: {operationId: o, summary: s, responses: {'204': {description: d}}, parameters: [{name: x, in: path, required: true, schema: {type: string}}]}}\n"
        + "  ①/{y}/b: {get: {operationId: o, summary: s, responses: {'204': {description: d}}, parameters: [{name: y, in: path, required: true, schema: {type: string}}]}}\n"
        + "  /a/b: {get: {operationId: o, summary: s, responses: {'204': {description: d}}}}"),
    LintCase(
      style: "unused-component", schema("{type: string}").replacing("A", with: "①A")),
    LintCase(style: "undeclared-tag", get("tags: [①a], operationId: b, summary: c, \(ok)")),
    LintCase(
      style: "trailing-slash", "paths: {①/a/: {get: {operationId: b, summary: c, \(ok)}}}"),
    LintCase(style: "missing-operation-id", "paths: {/a: {①get: {summary: c, \(ok)}}}"),
    LintCase(style: "undocumented", "paths: {/a: {①get: {operationId: c, \(ok)}}}"),
    LintCase(
      style: "required-default",
      answer("{type: object, required: [a], properties: {a: {type: string, ①default: b}}}")),
    LintCase(style: "unknown-format", answer("{type: string, format: ①datetime}")),
    LintCase(
      style: "unquoted-status",
      get("operationId: b, summary: c, responses: {①200: {description: d}}")),
    LintCase(
      style: "required-default",
      get(
        "operationId: c, summary: d, parameters: [{name: q, in: query, required: true, "
          + "schema: {type: string, ①default: a}}], \(ok)")),
  ]
}
