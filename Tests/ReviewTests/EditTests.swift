import Diagnostics
import Testing

@testable import Review

/// One edit each: the rule that speaks, and the verdict where the schema is sent, and where it is read.
@Suite(.computing) struct EditTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var rules: [String]
    var sent: Verdict
    var read: Verdict

    init(_ old: String, _ new: String, _ rules: String, _ sent: Verdict, _ read: Verdict) {
      self.old = old
      self.new = new
      self.rules = rules.split(separator: " ").map(String.init)
      self.sent = sent
      self.read = read
    }

    var testDescription: String { "\(old) → \(new)" }
  }

  @Test(arguments: [
    Edit("type: string", "type: integer", "schema-type-changed", .breaking, .breaking),
    Edit("type: integer", "type: number", "schema-type-increased", .compatible, .breaking),
    Edit("type: string", "type: [string, 'null']", "schema-null-added", .compatible, .breaking),
    Edit(
      "type: string", "oneOf: [{type: 'null'}, {type: string}]", "schema-null-added", .compatible,
      .breaking),
    Edit(
      "type: string, maxLength: 5", "type: string, maxLength: 4", "schema-max-length-decreased",
      .breaking, .compatible),
    Edit(
      "type: string", "type: string, minLength: 1", "schema-min-length-added", .breaking,
      .compatible),
    Edit(
      "type: integer, maximum: 5", "type: integer, maximum: 6", "schema-maximum-increased",
      .compatible, .breaking),
    Edit(
      "type: integer, multipleOf: 2", "type: integer, multipleOf: 4",
      "schema-multiple-of-increased", .breaking, .compatible),
    Edit(
      "type: string, enum: [a, b]", "type: string, enum: [b, c]",
      "schema-value-removed schema-value-added", .breaking, .breaking),
    Edit("type: string", "type: string, const: a", "schema-values-added", .breaking, .compatible),
    Edit(
      "type: string, pattern: a", "type: string, pattern: b", "schema-pattern-changed", .breaking,
      .breaking),
    Edit(
      "type: string, format: int32", "type: string, format: int64", "schema-format-increased",
      .compatible, .breaking),
    Edit(
      "type: object", "type: object, additionalProperties: false",
      "schema-additional-properties-added", .breaking, .compatible),
    Edit(
      "type: object", "type: object, properties: {a: {type: string}}",
      "schema-optional-property-added", .compatible, .compatible),
    Edit(
      "type: object", "type: object, properties: {a: {type: string}}, required: [a]",
      "schema-required-property-added", .breaking, .compatible),
    Edit(
      "type: object, properties: {a: {type: string}}", "type: object",
      "schema-optional-property-removed", .risky, .risky),
    Edit(
      "type: object, properties: {a: {type: string}}",
      "type: object, properties: {a: {type: string}}, required: [a]", "schema-required-added",
      .breaking, .compatible),
    Edit(
      "type: object, properties: {a: {type: string, readOnly: true}}",
      "type: object, properties: {a: {type: string, readOnly: true}}, required: [a]",
      "schema-required-added", .docs, .compatible),
    Edit(
      "type: object, required: [a], properties: {a: {type: string, readOnly: true}}",
      "type: object, required: [a], properties: {a: {type: string}}",
      "schema-read-only-removed schema-required-in-requests-added", .breaking, .compatible),
    Edit("type: string", "type: string, default: a", "schema-default-added", .risky, .risky),
    Edit("type: string", "type: string, description: a", "schema-description-added", .docs, .docs),
    Edit(
      "type: array, items: {type: string}", "type: array, items: {type: integer}",
      "schema-type-changed", .breaking, .breaking),
    Edit(
      "type: array", "type: array, uniqueItems: true", "schema-unique-items-added", .breaking,
      .compatible),
    Edit(
      "type: string", "anyOf: [{type: string}, {type: integer}]", "schema-type-increased",
      .compatible, .breaking),
    Edit(
      "type: string, const: a", "type: string, const: b", "schema-value-added schema-value-removed",
      .breaking, .breaking),
    Edit(
      "type: [string, integer]", "type: [string, integer, boolean]", "schema-type-increased",
      .compatible, .breaking),
    Edit(
      "anyOf: [{type: string, maxLength: 9}, {type: array, items: {}}]",
      "anyOf: [{type: string, maxLength: 3}, {type: array, items: {}}]",
      "schema-max-length-decreased", .breaking, .compatible),
    Edit(
      "anyOf: [{type: object, title: A, required: [a], properties: {a: {}}}, {type: array, items: {type: string}}]",
      "anyOf: [{type: array, items: {type: string}}]",
      "schema-alternative-removed", .breaking, .compatible),
    Edit(
      "type: string", "allOf: [{type: string}, {maxLength: 5}]", "schema-max-length-added",
      .breaking, .compatible),
    Edit(
      "allOf: [{type: object}, {required: [a], properties: {a: {type: string}}}]", "type: object",
      "schema-required-property-removed", .compatible, .breaking),
    Edit(
      "type: object, properties: {a: {type: string, default: b}}",
      "type: object, properties: {a: {type: string, default: c}}", "schema-default-changed", .risky,
      .risky),
    Edit(
      "type: string, deprecated: true", "type: string, deprecated: false",
      "schema-deprecated-removed", .docs, .docs),
    Edit(
      "type: object, unevaluatedProperties: false",
      "type: object, unevaluatedProperties: false, additionalProperties: true",
      "schema-unevaluated-properties-removed", .compatible, .breaking),
    Edit(
      "type: string", "type: string, not: {const: a}", "schema-not-added", .breaking, .compatible),
    Edit(
      "anyOf: [{type: string}, {type: integer}]",
      "anyOf: [{type: string, maxLength: 5}, {type: integer}]", "schema-max-length-added",
      .breaking, .compatible),
    Edit(
      "oneOf: [{const: a}, {const: b}]", "oneOf: [{const: a}, {const: b}, {type: integer}]",
      "schema-alternative-added", .compatible, .breaking),
    Edit(
      "oneOf: [{type: string, maxLength: 5}, {type: integer}]",
      "oneOf: [{type: string, maxLength: 5}, {type: integer}, {type: 'null'}]",
      "schema-null-added", .compatible, .breaking),
    Edit(
      "type: string, oneOf: [{const: a, title: A}, {const: b, title: B}]",
      "type: string, oneOf: [{const: a, title: A}, {const: c, title: C}]",
      "schema-value-added schema-value-removed", .breaking, .breaking),
    Edit(
      "enum: [a, b], allOf: [{oneOf: [{const: a}, {const: b}]}]",
      "enum: [a, c], allOf: [{oneOf: [{const: a}, {const: c}]}]",
      "schema-value-added schema-value-removed", .breaking, .breaking),
    Edit(
      "oneOf: [{const: a, description: x}, {const: b}]",
      "oneOf: [{const: a, description: y}, {const: b}]", "schema-description-changed", .docs, .docs),
    Edit(
      "allOf: [{type: string, description: x}]", "allOf: [{type: string, description: y}]",
      "schema-description-changed", .docs, .docs),
    Edit(
      "oneOf: [{type: string, description: x}, {type: 'null'}]",
      "oneOf: [{type: string}, {type: 'null'}]", "schema-description-removed", .docs, .docs),
  ])
  func verdict(_ edit: Edit) throws {
    for (sent, answered, wanted) in [(true, false, edit.sent), (false, true, edit.read)] {
      let report = try Comparing.report(
        Page(schema: edit.old, sent: sent, answered: answered).text,
        Page(schema: edit.new, sent: sent, answered: answered).text)
      #expect(
        report.findings.map(\.rule.id).sorted() == edit.rules.sorted() && report.wire == wanted)
    }
  }

  @Test(arguments: [
    ("type: string, enum: [a, b]", "type: string, enum: [b, a]"),
    ("type: [string, 'null']", "oneOf: [{type: string}, {type: 'null'}]"),
    ("type: string", "allOf: [{type: string}]"),
    ("type: string, const: a", "type: string, enum: [a]"),
    ("type: integer, exclusiveMaximum: 5", "type: integer, maximum: 4"),
    (
      "type: object, properties: {a: {type: string}, b: {}}",
      "allOf: [{properties: {b: {}}}, {type: object, properties: {a: {type: string}}}]"
    ),
    ("type: string, minLength: 0", "type: string"),
    ("type: object, additionalProperties: true", "type: object"),
    ("type: [string, integer]", "oneOf: [{type: integer}, {type: string}]"),
    (
      "type: object, additionalProperties: true",
      "type: object, additionalProperties: true, unevaluatedProperties: false"
    ),
    ("type: array, items: {}", "type: array, items: {}, unevaluatedItems: false"),
    (
      "type: [string, 'null'], description: a",
      "anyOf: [{type: string, description: a}, {type: 'null'}]"
    ),
  ])
  func sameThingOtherwiseWritten(old: String, new: String) throws {
    #expect(try Comparing.report(Page(schema: old).text, Page(schema: new).text).findings == [])
    #expect(try Comparing.report(Page(schema: new).text, Page(schema: old).text).findings == [])
  }

  /// Components that hold each other under new names: the trial of one leads to the trial of the other.
  @Test func renamedComponentsThatHoldEachOther() throws {
    func page(_ first: String, _ second: String) -> String {
      let choice =
        "anyOf: [{$ref: '#/components/schemas/\(first)'}, {$ref: '#/components/schemas/\(second)'}]"
      return Page(
        schema: choice,
        rest: """
              \(first): {type: object, properties: {one: {\(choice)}}}
              \(second): {type: object, properties: {two: {\(choice)}}}
          """
      ).text
    }
    #expect(try Comparing.report(page("A", "B"), page("C", "D")).findings == [])
  }

  /// An operation may go after its deprecation: the deprecation is what callers have to hear of.
  @Test(arguments: [("", "deprecated: true", Verdict.risky), ("deprecated: true", "", .docs)])
  func noticeOfAnOperation(old: String, new: String, wanted: Verdict) throws {
    func page(_ words: String) -> String {
      let line = words.isEmpty ? "post:" : "post:\n      \(words)"
      return Page().text.replacing("post:", with: line)
    }
    #expect(try Comparing.report(page(old), page(new)).wire == wanted)
  }

  /// What was said of a range of statuses held for each of them; the words may differ.
  @Test(arguments: [
    ("{$ref: '#/components/schemas/Thing'}", Verdict.none), ("{type: integer}", .breaking),
  ])
  func statusOutOfItsRange(schema: String, wanted: Verdict) throws {
    let old = Page(sent: false).text.replacing("\"200\":", with: "2XX:")
    let content = "content: {application/json: {schema: \(schema)}}"
    let new = old.replacing(
      "        2XX:", with: "        \"201\": {description: new, \(content)}\n        2XX:")
    #expect(old != new)
    #expect(try Comparing.report(old, new).wire == wanted)
    #expect(try Comparing.report(new, old).wire == wanted)
  }

  @Test func oneFactWithItsPlaces() throws {
    let report = try Comparing.report(
      Page(schema: "type: string, maxLength: 5").text,
      Page(schema: "type: string, maxLength: 4").text)
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1 && finding.operations == ["POST /things/{id}"])
    #expect(finding.pointer == "#/components/schemas/Thing/maxLength" && finding.sides == .both)
    #expect(
      finding.new.map(\.description) == "new.yaml:14:27" && finding.old?.file.name == "old.yaml")
    #expect(finding.message == "schema 'Thing' has 'maxLength' 4 instead of 5")
  }
}
