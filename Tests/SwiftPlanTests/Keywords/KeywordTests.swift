import Contract
import Diagnostics
import Testing

@testable import OpenAPI
@testable import SwiftPlan

/// Every keyword of every release, at each kind of object: it shows in what is generated, or a
/// finding names it, or it is one of those that only document, or only name something for others.
@Suite struct KeywordTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var release: OpenAPIVersion.Release
    var kind: ObjectKind
    var keyword: String
    var testDescription: String { "\(release) \(kind) \(keyword)" }
  }

  static let rows: [Row] = OpenAPIVersion.Release.allCases.flatMap { release in
    KeywordPlaces.kinds(release).flatMap { kind in
      Grammar.of(release)[kind].fields.map {
        Row(release: release, kind: kind, keyword: $0.name)
      }
    }
  }

  /// Keywords without which the description is none at all.
  private static let given = ["openapi", "swagger", "info", "paths"]

  @Test func everyKeywordShowsOrIsNamed() {
    var silent: [String] = []
    for row in Self.rows where !(row.kind == .document && Self.given.contains(row.keyword)) {
      guard let sample = KeywordSamples.sample(row.keyword, row.kind, row.release) else {
        silent.append("\(row.testDescription): nobody has written a sample")
        continue
      }
      let names = ["\(row.kind) \(row.keyword)", row.testDescription]
      if names.contains(where: Self.silentByNature.contains) { continue }
      if !shows(sample, row) { silent.append(row.testDescription) }
    }
    #expect(silent == [])
  }

  /// Whether a keyword changes the plan, or a finding stands where it was written.
  private func shows(_ sample: KeywordSamples.Sample, _ row: Row) -> Bool {
    let place = KeywordPlaces.description(row.kind, row.release)
    let entry = "\n\(row.keyword): \(sample.value)\n"
    let list = sample.context.isEmpty ? entry : "\(sample.context), \(entry)"
    let without = outcome(place.replacing("SLOT", with: sample.context))
    let with = outcome(place.replacing("SLOT", with: list))
    return with.plan != without.plan || with.lines.contains(2)
  }

  /// The plan in words, and the lines that findings stand at.
  private func outcome(_ text: String) -> (plan: String, lines: Set<Int>) {
    let file = SourceFile(name: "openapi.yaml", text: text)
    var (document, list) = Workspace(root: "") { _ in throw Missing() }.load(file)
    var words = ""
    if let document {
      list.add(validate(document))
      let lowered = lower(document)
      list.add(lowered.diagnostics)
      let planned = plan(
        lowered.contract, PlanOptions(module: "TClient", namespace: "T", source: "openapi.yaml"))
      list.add(planned.diagnostics)
      words = "\(planned.plan)"
    }
    return (words, Set(list.sorted.compactMap { $0.location?.start.line }))
  }

  private struct Missing: Error {}

  /// Keywords that nothing has to come of, by the kind of object, with the reason.
  private static let silentByNature: Set<String> = {
    let reasons: [(reason: String, keywords: String)] = [
      (
        "define what counts where it is referred to",
        """
        document parameters, document responses, components responses, components parameters,
        components examples, components requestBodies, components headers, components links,
        components callbacks, components pathItems, components mediaTypes, schema $defs,
        schema definitions, schema $anchor, schema $dynamicAnchor, schema $id, document $self
        """
      ),
      (
        "show what a whole body may look like, for other tools",
        """
        mediaType example, mediaType examples, response examples, example summary,
        example description, example value, example dataValue, example serializedValue,
        example externalValue
        """
      ),
      (
        "are written for whoever reads the description itself",
        "schema $comment, externalDocumentation description, tag parent, tag kind"
      ),
      (
        "say what JSON Schema means by a word, which is known",
        "schema $vocabulary, schema $schema, document jsonSchemaDialect"
      ),
      (
        "are about XML, which is handed over as bytes, with a warning at the media type",
        "schema xml, xml name, xml namespace, xml prefix, xml attribute, xml wrapped, xml nodeType"
      ),
      (
        "sort operations into files once there are many, and are what they are chosen by",
        "operation tags, tag name"
      ),
      (
        "are named together with 'if' or 'contains'",
        "schema then, schema else, schema minContains, schema maxContains"
      ),
      ("tells those apart that are built on a component", "v2 schema discriminator"),
      ("limit what the server sends, which is read as it comes", headerLimits),
      ("may be empty texts, as any text may", "parameter allowEmptyValue"),
      (
        "say when an answer is given; where there are several, with the case for it",
        "response description, response summary"
      ),
      ("is always optional in Swift, since a server may forget it", "header required"),
      ("are one way of writing that is read either way", "header explode, header style"),
      ("lists what is wanted of a token, which the caller supplies", "oauthFlow scopes"),
    ]
    let names = reasons.map(\.keywords).joined(separator: ",").split { $0 == "," || $0 == "\n" }
    return Set(names.map { String($0.drop { $0 == " " }) })
  }()

  private static let headerLimits = [
    "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
    "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf",
    "collectionFormat", "examples",
  ].map { "header " + $0 }.joined(separator: ", ")
}
