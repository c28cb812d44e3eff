import Diagnostics
import Foundation
import Testing

@testable import OpenAPI

/// Documents that others call valid or invalid, checked for their own sake.
@Suite(.computing, .enabled(if: Corpus.isPresent, "needs ../shared/corpus"))
struct InvalidDocumentTests {
  /// One row of the suite's list.
  struct Row {
    var document: String
    var isValid: Bool
  }

  /// Rows whose verdict an upstream states, or two validators share.
  static var rows: [Row] {
    get throws {
      let text = try String(
        contentsOfFile: Corpus.folder + "/suites/invalid/manifest.tsv", encoding: .utf8)
      return text.split(separator: "\n").dropFirst().compactMap { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        let isShared = cells[7] == "agree" && cells[8] == "agree"
        guard cells[5] == "upstream" || isShared else { return nil }
        return Row(document: String(cells[0]), isValid: cells[3] == "pass")
      }
    }
  }

  @Test func verdictsAreThoseOfOthersButForTheReasonsKnown() throws {
    let root = Corpus.folder + "/suites/invalid"
    let space = Workspace(root: root) { try [UInt8](Data(contentsOf: URL(fileURLWithPath: $0))) }
    let rows = try Self.rows
    var different: [String] = []
    for row in rows {
      let path = "\(root)/\(row.document)"
      let loaded = space.load(SourceFile(name: path, bytes: try space.reading(path)))
      var found = loaded.diagnostics
      if let document = loaded.document {
        found.add(validate(document, for: [.everyone, .linting]))
      }
      // As in gen.yaml: `lint: { invalid-example: off }`.
      let off = Self.switchedOff[row.document] ?? []
      let isValid = !found.regraded {
        off.contains($0.id) ? nil : $0.isViolation ? .error : $0.severity
      }.hasErrors
      if isValid != row.isValid { different.append(row.document) }
    }
    #expect(different.sorted() == Self.known.keys.sorted())
    #expect(Double(different.count) <= 0.03 * Double(rows.count))
  }

  /// Rows whose validator was told not to look at something, with the rules that are off then; the same
  /// texts stand in other rows, which refuse them.
  static let switchedOff: [String: Set<String>] = {
    let examples = ["0193", "0199", "0202", "0206", "0213", "0214", "0218", "0221"].map {
      ("kin-openapi/docs/\($0)-TestExamplesSchemaValidation.yaml", Set(["invalid-example"]))
    }
    return Dictionary(
      examples + [
        ("kin-openapi/docs/0002-TestIssue601.yaml", ["invalid-example", "ref-siblings"])
      ],
      uniquingKeysWith: { first, _ in first })
  }()

  /// Where the verdict here differs, and why.
  static let known = [
    "mermade/3.0/fail/fuzz1/0e5805a8-5699-4428-9449-423c281d88c6.yaml":
      "'P)Zun!ngse1(f7' is a relative reference by RFC 3986",
    "mermade/3.0/fail/fuzz1/6b245d6c-716f-47bc-b347-c26ab9c92d0b.yaml":
      "'P)Zun!ngse1(f7' is a relative reference by RFC 3986",
    "osv/docs/026-test_parameter_default_value_custom_format_invalid.json":
      "the format is the test's own",
    "kin-openapi/docs/0129-TestIssue247.yaml": "a security scheme that is declared nowhere",
    "kin-openapi/docs/0146-TestValidationError_FieldVersionMismatch_UntypedFallback.json":
      "the fault is made in memory; the text has none",
    "kin-openapi/docs/0148-TestValidationError_AllRequiredFieldLeaves.json":
      "the name of a license may be empty by the specification; other rows have it so",
    "kin-openapi/docs/0149-TestValidationError_AllRequiredFieldLeaves.json":
      "an empty server address is a relative reference",
    "kin-openapi/docs/0165-TestValidationError_SchemaPatternRegex.yaml":
      "a lookahead is good ECMA-262; Go cannot read it",
    "kin-openapi/docs/0167-TestValidationError_InvalidHTTPScheme.yaml":
      "'mutual' is a registered authentication scheme",
    "kin-openapi/docs/0192-TestIssue409PatternNotIgnored.yaml":
      "a good pattern of ECMA-262; Go cannot count that far",
    "oasdiff-validate/validate/schema-pattern-regex-invalid.yaml":
      "a lookahead is good ECMA-262; Go cannot read it",
  ]
}
