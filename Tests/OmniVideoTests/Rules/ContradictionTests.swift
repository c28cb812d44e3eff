import OmniVideo
import Testing

@Suite struct ContradictionTests {
  @Test("All contradictions are listed, and what reports them exists")
  func listed() {
    let numbers = Contradiction.all.compactMap { Int($0.id.dropFirst()) }
    #expect(numbers.sorted() == Array(1...24))
    let mapping: Set = ["C8"]
    let rules = ProviderID.allCases.flatMap { VideoProvider.offline($0).rules.map(\.id) }
    let known = Set(rules).union(mapping)
    #expect(Contradiction.all.flatMap(\.reportedBy).filter { !known.contains($0) } == [])
  }

  @Test("Every rule of the vendors is named once with a vendor that has it")
  func rules() {
    let kling = VideoProvider.offline(.kling).rules.map(\.id)
    let wanted = (1...62).map { "R\($0)" } + (1...6).map { "T\($0)" }
    #expect(Set(wanted).subtracting(kling) == [])
    #expect(Set(kling).count == kling.count)
    let all = Set(ProviderID.allCases.flatMap { VideoProvider.offline($0).rules.map(\.id) })
    #expect(Set((1...20).map { "G\($0)" }).subtracting(all) == [])
    for provider in ProviderID.allCases {
      let ids = VideoProvider.offline(provider).rules.map(\.id)
      #expect(ids.count == Set(ids).count)
    }
  }

  @Test("Pages of a list have bounds", arguments: [(0, 1), (1001, 1), (1, 0), (1, 501)])
  func listing(pageNumber: Int, pageSize: Int) {
    let kling = VideoProvider.offline(.kling)
    let report = kling.check(pageNumber: pageNumber, pageSize: pageSize)
    #expect(report.errors.map(\.rule) == ["R62"])
    #expect(kling.check(pageNumber: 1000, pageSize: 500).errors.isEmpty)
  }
}
