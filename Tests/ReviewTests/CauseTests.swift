import Diagnostics
import SwiftPlan
import Testing

@testable import Review

/// What Swift shows is told with the fact that it comes from, by its name and at its place.
@Suite(.computing) struct CauseTests {
  /// An edit of the schemas, with the fact that has to name a symbol, and how many facts there are.
  struct Edit: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var message: String
    var symbol: String
    var count: Int

    init(_ old: String, _ new: String, _ message: String, _ symbol: String, count: Int = 1) {
      (self.old, self.new, self.message) = (old, new, message)
      (self.symbol, self.count) = (symbol, count)
    }

    var testDescription: String { message }
  }

  @Test(arguments: [
    // A keyword `type` within another property is no property `type`.
    Edit(
      """
      Thing: {type: object, properties: {type: {type: integer}, list: {type: array, items: {type: [string, 'null']}}}}
      """,
      """
      Thing: {type: object, required: [type], properties: {type: {type: integer}, list: {type: array, items: {type: string}}}}
      """, "property 'type' of schema 'Thing' is required now", "Shop.Thing.type", count: 2),
    // Words about a property hide nothing of the component behind a choice with null.
    Edit(
      """
      Thing: {type: object, properties: {kind: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Kind'}]}}}
          Kind: {type: integer, format: int32, oneOf: []}
      """,
      """
      Thing: {type: object, properties: {kind: {description: a kind, oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Kind'}]}}}
          Kind: {type: integer, format: int32, oneOf: [{const: 1}, {const: 2}]}
      """, "schema 'Kind' accepts only 1, 2 now", "Shop.Thing.kind", count: 2),
    // The place that may not be null any more is called by its own name, not by what it refers to.
    Edit(
      """
      Thing: {type: object, properties: {part: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Part'}]}}}
          Part: {type: object, properties: {a: {type: string}}}
      """,
      """
      Thing: {type: object, properties: {part: {$ref: '#/components/schemas/Part'}}}
          Part: {type: object, properties: {a: {type: string}}}
      """, "property 'part' of schema 'Thing' may not be null any more", "Shop.Thing.part"),
    // A type that nothing on the wire leads to: the fact is told once, with what Swift makes of it.
    Edit(
      """
      Thing: {type: object}
          Idle: {type: string, enum: [a, b]}
      """,
      """
      Thing: {type: object}
          Idle: {type: string, enum: [a]}
      """, "schema 'Idle' has no value \"b\" any more", "Shop.Idle.b"),
    // What stands in a component is said of the component, whoever refers to it with words.
    Edit(
      """
      Thing: {type: object, properties: {part: {$ref: '#/components/schemas/Part'}}}
          Part: {type: object, properties: {a: {type: string}}}
      """,
      """
      Thing: {type: object, properties: {part: {description: a part, $ref: '#/components/schemas/Part'}}}
          Part: {type: object, properties: {a: {type: string}, b: {type: string}}}
      """, "schema 'Part' has the new optional property 'b'", "Shop.Part.b", count: 2),
  ])
  func isNamed(_ edit: Edit) throws {
    let report = try Self.report(edit.old, edit.new)
    let found = report.findings.first { $0.message == edit.message }
    #expect(
      found?.symbols.contains(edit.symbol) == true && report.findings.count == edit.count,
      "\(report.findings.map { "\($0.message) \($0.symbols)" })")
  }

  /// A type that goes takes the other names within it along.
  @Test func namesWithinWhatIsGone() throws {
    let part =
      "{type: array, items: {type: object, properties: {a: {type: string}, b: {type: integer}}}}"
    let report = try Self.report(
      """
      Thing: {type: object, properties: {parts: \(part)}}
          Twin: {type: object, properties: {parts: \(part), c: {type: string}}}
      """, "Thing: {type: object, properties: {parts: \(part)}}")
    #expect(report.findings.map(\.message) == ["type 'Twin' is gone"])
  }

  /// What is declared inside a type that is another name now is still found under that name.
  @Test func namesBehindOtherNames() throws {
    let kind = "kind: {type: string, enum: [a, b]}"
    let things = { (one: String, other: String) in
      """
      Thing: {type: object, properties: {part: {type: object, properties: {\(one)}}}}
          Twin: {type: object, properties: {part: {type: object, properties: {\(other)}}}}
      """
    }
    let (same, more) = ("\(kind), n: {type: integer}", "\(kind), m: {type: integer}")
    let joined = try Self.report(things(same, more), things(same, same))
    #expect(joined.findings.flatMap(\.symbols) == ["Shop.Twin.Part.m", "Shop.Twin.Part.n"])
    let parted = try Self.report(things(same, same), things(same, more))
    #expect(!parted.findings.contains { $0.message.contains("Kind") })
  }

  /// An alternative that comes with its value for the discriminator is one fact.
  @Test func alternativesWithTheirValues() throws {
    let kinds = { (names: [String]) in
      let members = names.map { "{$ref: '#/components/schemas/\($0)'}" }
      let values = names.map { "\($0.lowercased()): '#/components/schemas/\($0)'" }
      return """
        Thing: {oneOf: [\(members.joined(separator: ", "))], discriminator: {propertyName: kind, mapping: {\(values.joined(separator: ", "))}}}
            Cat: {type: object, required: [kind], properties: {kind: {type: string}, a: {type: string}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string}, b: {type: string}}}
            Fox: {type: object, required: [kind], properties: {kind: {type: string}, c: {type: string}}}
        """
    }
    let report = try Self.report(kinds(["Cat", "Dog"]), kinds(["Cat", "Dog", "Fox"]))
    #expect(report.findings.map(\.rule.id) == ["schema-alternative-added"])
    #expect(report.findings.flatMap(\.symbols) == ["Shop.Thing.fox"])
    let back = try Self.report(kinds(["Cat", "Dog", "Fox"]), kinds(["Cat", "Dog"]))
    #expect(back.findings.map(\.rule.id) == ["schema-alternative-removed"])
  }

  /// Several alternatives at once are told one by one, each with its own case.
  @Test func eachAlternativeWithItsCase() throws {
    let part = { (tag: String) in
      "{type: object, required: [kind], properties: {kind: {type: string, enum: [\(tag)]}}}"
    }
    let things = { (inline: [String], named: [String]) in
      let members = inline.map(part) + named.map { "{$ref: '#/components/schemas/\($0)'}" }
      let components = ["Dog", "Fox", "Hen"].map { "    \($0): \(part($0.lowercased()))" }
      return "Thing: {oneOf: [\(members.joined(separator: ", "))]}\n"
        + components.joined(separator: "\n")
    }
    let report = try Self.report(
      things(["cat"], ["Dog"]), things(["cat", "cow", "emu"], ["Dog", "Fox", "Hen"]))
    let told = report.findings.map { "\($0.message): \($0.symbols.joined(separator: " "))" }
    #expect(
      told.sorted() == [
        "schema 'Thing' may be an object with kind=\"cow\" now, too: Shop.Thing.cow",
        "schema 'Thing' may be an object with kind=\"emu\" now, too: Shop.Thing.emu",
        "schema 'Thing' may be schema 'Fox' now, too: Shop.Thing.fox",
        "schema 'Thing' may be schema 'Hen' now, too: Shop.Thing.hen",
      ])
  }

  /// What a property of a common part becomes in all that inherit it is one fact.
  @Test func propertiesThatAreInherited() throws {
    let things = { (required: String) in
      """
      Thing: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {a: {type: string}}}]}
          Base: {type: object\(required), properties: {id: {type: string}}}
          Twin: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {b: {type: string}}}]}
      """
    }
    let report = try Self.report(things(""), things(", required: [id]"))
    #expect(report.findings.map(\.rule.id) == ["schema-required-added"])
    #expect(
      report.findings.flatMap(\.symbols).sorted() == [
        "Shop.Base.id", "Shop.Thing.id", "Shop.Twin.id",
      ])
  }

  /// A name that another call has taken is no call of the same thing any more.
  @Test func namesOfCallsThatAreTaken() throws {
    let calls = { (names: [String], old: String) in
      Page(rest: "").text.replacing(
        "components:",
        with: names.enumerated().map { index, name in
          "  /v\(index):\n    get: {operationId: \(name), responses: {\"200\": {description: ok, content: {application/json: {schema: {type: \(index == 0 ? "string" : old)}}}}}}\n"
        }.joined() + "components:")
    }
    let report = { (type: String) in
      compare(
        old: try Comparing.document("old.yaml", [UInt8](calls(["look"], type).utf8)),
        new: try Comparing.document("new.yaml", [UInt8](calls(["oldLook", "look"], type).utf8)),
        options: PlanOptions(module: "ShopClient", namespace: "Shop", source: "new.yaml"))
    }
    #expect(try report("string").findings.map { $0.swift ?? .none } == [.risky, .compatible])
    let other = try report("integer").findings
    #expect(other.map { $0.swift ?? .none } == [.breaking, .compatible])
    #expect(other.first?.witness?.contains("throws -> String in") == true)
  }

  /// A choice with what is nothing but nullable is the other alternative, or null.
  @Test func choicesWithWhatIsNullable() throws {
    let things = { (part: String) in
      """
      Thing: {type: object, properties: {part: {anyOf: [{$ref: '#/components/schemas/\(part)'}, {nullable: true}]}}}
          Part: {type: object, properties: {a: {type: string}}}
          Piece: {type: object, properties: {a: {type: string}, b: {type: string}}}
      """
    }
    let report = try Self.report(things("Part"), things("Piece"))
    #expect(
      report.findings.filter { $0.wire > .none }.map(\.rule.id) == [
        "schema-optional-property-added"
      ])
  }

  /// Another name of a part of the path is one fact, and none on the wire.
  @Test func partsOfThePath() throws {
    let parameter = "{name: id, in: path, required: true, schema: {type: string}}"
    let old = Page(
      parameters: "[\(parameter)], operationId: go".replacing("], ", with: "]\n      ")
    )
    .text
    let new = old.replacing("{id}", with: "{key}").replacing("name: id", with: "name: key")
    let report = compare(
      old: try Comparing.document("old.yaml", [UInt8](old.utf8)),
      new: try Comparing.document("new.yaml", [UInt8](new.utf8)),
      options: PlanOptions(module: "ShopClient", namespace: "Shop", source: "new.yaml"))
    #expect(report.findings.map(\.rule.id) == ["swift.parameter-renamed"])
    #expect(report.findings.first?.swiftRemedy == "write 'key:'")
  }

  /// What only Swift shows names the operations that have values of the type.
  @Test func operationsOfATypeThatIsGone() throws {
    let report = try Self.report(
      "Thing: {type: object, properties: {part: {type: object, properties: {a: {type: string}}}}}",
      """
      Thing: {type: object, properties: {part: {$ref: '#/components/schemas/Part'}}}
          Part: {type: object, properties: {a: {type: string}}}
      """)
    #expect(report.findings.map(\.rule.id) == ["swift.type-moved"])
    #expect(report.findings.first?.operations == ["POST /things/{id}"])
  }

  /// Whatever breaks says what to do, on the wire and in Swift.
  @Test func everyBreakHasARemedy() throws {
    let report = try Self.report(
      "Thing: {type: object, properties: {a: {type: string, maxLength: 5}, b: {type: string}}}",
      "Thing: {type: object, properties: {a: {type: string, maxLength: 4}, b: {type: integer}}}")
    #expect(report.findings.map { $0.remedy == nil } == [false, false])
    #expect(
      report.findings.first { $0.swift == .breaking }?.remedy?.contains("; in Swift, ") == true)
  }

  private static func report(_ old: String, _ new: String) throws -> Report {
    let page = { (schemas: String) in
      Page().text.replacing("Thing: {type: object}", with: schemas)
    }
    return compare(
      old: try Comparing.document("old.yaml", [UInt8](page(old).utf8)),
      new: try Comparing.document("new.yaml", [UInt8](page(new).utf8)),
      options: PlanOptions(module: "ShopClient", namespace: "Shop", source: "new.yaml"))
  }
}
