import Diagnostics
import Foundation
import Testing

@testable import OpenAPI

/// Real descriptions, none of which may be refused.
@Suite(.computing, .enabled(if: Corpus.isPresent, "needs ../shared/corpus")) struct CorpusTests {
  @Test func realDescriptionsHaveNoErrors() throws {
    let (read, failing) = try Corpus.errors(in: "descriptions")
    #expect(read > 30)
    #expect(failing.map { "\($0.key): \($0.value)" }.sorted() == [])
  }

  @Test func oddDescriptionsFailForTheReasonKnown() throws {
    let (read, failing) = try Corpus.errors(in: "suites/openapi-generator")
    #expect(read > 500)
    #expect(failing.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } == Self.known)
  }

  /// Every one breaks a rule that generating depends on: a reference to what the file does not have,
  /// text in the place of responses.
  static let known = [
    "2_0/petstore-with-fake-endpoints-models-for-testing-saga-and-records.yaml: unresolved-reference",
    "2_0/python-prior/petstore-with-fake-endpoints-models-for-testing.yaml: unresolved-reference",
    "2_0/refAliasedPrimitiveWithValidation.yml: unresolved-reference",
    "2_0/wordnik.json: unresolved-reference",
    "3_0/inline_model_resolver.yaml: unresolved-reference",
    "3_0/invalid_ref_request_body.yaml: unresolved-reference",
    "3_0/micronaut/roles-extension-test.yaml: unresolved-reference",
    "3_0/property-title.yaml: unresolved-reference",
    "3_0/python-prior/petstore-with-fake-endpoints-models-for-testing-with-http-signature.yaml: unresolved-reference",
    "3_0/python/petstore-with-fake-endpoints-models-for-testing-with-http-signature.yaml: unresolved-reference",
    "3_0/unsigned-test.yaml: unresolved-reference",
    "bugs/issue_11570.yml: wrong-type",
    "bugs/issue_13052.yaml: unresolved-reference",
    "bugs/issue_13365.yml: wrong-type",
    "bugs/issue_15933.yaml: unresolved-reference",
  ]
}

enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus").path

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  /// How many descriptions a folder has, and which ids of errors each gave.
  static func errors(in part: String) throws -> (read: Int, failing: [String: String]) {
    let root = folder + "/" + part
    let space = Workspace(root: root) { path in
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }
    var read = 0
    var failing: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root)
    where ["json", "yaml", "yml"].contains((path as NSString).pathExtension) {
      let file = SourceFile(name: "\(root)/\(path)", bytes: try space.reading("\(root)/\(path)"))
      var (document, diagnostics) = space.load(file)
      // The folders also hold parts of descriptions, and configurations.
      if diagnostics.all.contains(where: { $0.id == "not-openapi" }) { continue }
      read += 1
      if let document { diagnostics.add(validate(document)) }
      let ids = Set(diagnostics.all.filter { $0.severity == .error }.map(\.id)).sorted()
      if !ids.isEmpty { failing[path] = ids.joined(separator: " ") }
    }
    return (read, failing)
  }
}
