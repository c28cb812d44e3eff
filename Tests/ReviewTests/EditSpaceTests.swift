import Testing

@testable import OpenAPI
@testable import Review

/// Everything that may stand in a description is added, taken away and changed: each edit is a
/// finding, or stands here with the reason why it is none.
@Suite(.computing) struct EditSpaceTests {
  @Test func everyFieldSpeaks() throws {
    var silent: Set<String> = []
    var unknown: Set<String> = []
    for kind in ObjectKind.allCases {
      for field in Grammar.of(.v3_2)[kind].fields where !Self.structure.contains(field.name) {
        silent.formUnion(try edits(kind, field, &unknown))
      }
    }
    #expect(silent.subtracting(Self.waived) == [])
    #expect(Self.waived.subtracting(silent) == [])
    #expect(unknown == [])
  }

  /// The edits of a field that nobody noticed; rules that are in no table are put there.
  private func edits(
    _ kind: ObjectKind, _ field: Field, _ unknown: inout Set<String>
  ) throws -> [String] {
    let least = kind == .schema ? Sketch.map([:]) : Sketch.least(kind)
    let (first, second) = Sketch.values(field.shape)
    let without = Sketch.page(kind, least.with(field.name, nil)).text
    let with = Sketch.page(kind, least.with(field.name, first)).text
    var silent: [String] = []
    var edits = [("added", without, with), ("removed", with, without)]
    if let second {
      edits.append(("changed", with, Sketch.page(kind, least.with(field.name, second)).text))
    }
    for (edit, old, new) in edits {
      let report = try Comparing.report(old, new)
      if report.findings.isEmpty { silent.append(edit) }
      unknown.formUnion(report.unknownRules)
    }
    return silent.map { "\(kind).\(field.name) \($0)" }
  }

  /// What says how the text is to be read, not what it says.
  private static let structure: Set = [
    "openapi", "$self", "jsonSchemaDialect", "$ref", "$id", "$schema", "$anchor", "$dynamicAnchor",
    "$dynamicRef", "$vocabulary", "$defs", "definitions", "components",
  ]

  private static let waived: Set<String> = {
    // The page that the other fields stand in has paths.
    var waived: Set = ["document.paths added", "document.paths removed"]
    // What the specification has when nothing is said.
    waived.formUnion(["parameter.explode", "header.style"].flatMap(both))
    // A choice of one schema that accepts everything says nothing.
    waived.formUnion(["schema.oneOf", "schema.anyOf"].flatMap(both))
    // Components that nothing refers to reach no wire.
    let components = [
      "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "links",
      "callbacks", "pathItems", "mediaTypes",
    ]
    waived.formUnion(components.flatMap { both("components.\($0)") })
    return waived
  }()

  private static func both(_ field: String) -> [String] { ["\(field) added", "\(field) removed"] }
}
