import ClientRuntime
import FeaturesClient
import Foundation
import Testing

/// Corners of descriptions, called as a person would call them: what goes out, what comes back.
@Suite struct FeatureTests {
  typealias Limited = Features.Limited

  @Test(arguments: [
    (Limited(words: ["ok", "wrong"]), ["words[1] must have at most 4 characters, has 5"]),
    (Limited(codes: .value(["abcd"])), ["codes[0] must have at most 3 characters, has 4"]),
    (
      Limited(grid: [[1, nil, 10], [2]]),
      ["grid[0] must have at most 2 items, has 3", "grid[0][2] must be at most 9, but is 10"]
    ),
    (
      Limited(byKey: ["a": 5, "b": 6]), ["byKey.b must be a multiple of 5, but is 6"]
    ),
    (Limited(both: "x"), ["both must have at least 2 characters, has 1"]),
    (Limited(both: "xxxx"), ["both must have at most 3 characters, has 4"]),
    (Limited(far: 1e300), []),
    (Limited(additionalProperties: ["k": "abc"]), ["k must have at most 2 characters, has 3"]),
  ])
  func limitsReachIntoListsAndMaps(value: Limited, broken: [String]) {
    var constraints = Constraints()
    value.check(&constraints)
    #expect(constraints.violations.map(\.description) == broken)
  }

  @Test func parametersAreCheckedItemByItem() async {
    let transport = StubTransport(Data())
    let client = Features.Client(transport: transport)
    await #expect {
      try await client.sendLimited(.init(), ids: [1, 0], codes: ["A", "b"])
    } throws: { error in
      let text = "\(error)"
      return text.contains("ids[1] must be at least 1") && text.contains("codes[1] must match")
    }
    #expect(transport.requests.isEmpty)
  }
}
