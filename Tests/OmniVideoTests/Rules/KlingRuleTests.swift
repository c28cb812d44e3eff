import ClientRuntime
import OmniVideo
import Testing

@Suite struct KlingRuleTests {
  private static let kling = VideoProvider.offline(.kling)

  @Test("Every rule is broken by its bodies, and by no others", arguments: klingRuleCases)
  func rule(broken: RuleCase) { broken.check(Self.kling.check(native: broken.body)) }

  @Test("Strict mode makes errors of contradictions alone", arguments: strictCases)
  func strict(broken: RuleCase) {
    broken.check(Self.kling.check(native: broken.body, strict: true))
  }

  @Test("A sound body breaks none", arguments: Spotless.all)
  func sound(body: JSONValue) {
    RuleCase(name: "sound", body: body).check(Self.kling.check(native: body, strict: true))
  }

  @Test("Kling's own samples pass", arguments: VendorSamples.kling)
  func samples(name: String) throws {
    let doubts = [
      "kling/K5": ["R50 aspect_ratio"], "kling/K7": ["C1 duration"], "kling/K9": ["R55 duration"],
    ]
    let body = try VendorSamples.value(name)
    RuleCase(name: name, body: body, warnings: doubts[name] ?? [])
      .check(Self.kling.check(native: body))
  }

  @Test("Every rule that a body can break has a body that breaks it")
  func complete() {
    let broken = Set(klingRuleCases.flatMap { $0.errors + $0.warnings }.map(ruleID))
    let ids = VideoProvider.offline(.kling).rules.filter { $0.moment == .request }.map(\.id)
    #expect(Set(ids).subtracting(broken).sorted() == [])
    #expect(VendorSamples.kling.count == 9)
  }

  private func ruleID(_ line: String) -> String { String(line.prefix { $0 != " " }) }
}
