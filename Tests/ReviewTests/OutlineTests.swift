import Contract
import Foundation
import SwiftPlan
import Testing

@testable import Review

/// What is not planned, because callers cannot tell it apart, is what nothing would be said about.
@Suite(.computing) struct OutlineTests {
  /// Edits whose effect is on a declaration that is not the edited one.
  static let distant = [
    // A name that is taken now, by a type or by an operation.
    (
      "    Kind: {",
      "    AddPetResult: {type: object, properties: {a: {type: string}}}\n    Kind: {"
    ),
    (
      "  /pets:\n",
      "  /cats:\n    get: {operationId: addPet, responses: {\"204\": {description: ok}}}\n  /pets:\n"
    ),
    (
      "    Kind: {",
      "    String: {type: object, properties: {a: {type: string}}}\n    Kind: {"
    ),
    // A part that makes what holds it checked.
    ("ticket: {type: string}", "ticket: {type: string, minLength: 3}"),
    ("note: {type: string}", "note: {$ref: '#/components/schemas/Later'}"),
    // A type that looks like another one now.
    (
      "    Kind: {",
      "    Late: {type: object, properties: {ticket: {type: string}}}\n    Kind: {"
    ),
    ("{ticket: {type: string}}", "{ticket: {type: object, properties: {number: {type: string}}}}"),
    ("- {name: tag, in: query,", "- {name: tag, in: header,"),
  ]

  @Test(arguments: distant + SwiftViewTests.edits.map { ($0.from, $0.to) })
  func nothingIsMissing(from: String, to: String) throws {
    let old = SwiftViewTests.page
    let new = old.replacing(from, with: to)
    #expect(old != new)
    for (left, right) in [(old, new), (new, old)] {
      let (before, after) = (try outline(left), try outline(right))
      let short = SourceComparison.changes(before, after)
      let long = SourceComparison.changes(SymbolTable(before), SymbolTable(after))
      #expect(short.map(Self.words) == long.map(Self.words))
    }
  }

  private func outline(_ text: String) throws -> Outline {
    let document = try Comparing.document("shop.yaml", [UInt8](text.utf8))
    return Outline(
      Contract.lower(document).contract,
      PlanOptions(module: "ShopClient", namespace: "Shop", source: "shop.yaml"))
  }

  private static func words(_ change: SourceChange) -> [String] {
    [change.aspect, change.symbol, change.message, change.witness ?? "", change.remedy ?? ""]
  }
}
