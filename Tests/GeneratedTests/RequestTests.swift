import ClientRuntime
import Testing

/// Requests written as a user writes them come out as the vendors' own samples.
@Suite struct RequestTests {
  static let samples = klingSamples + omniRoutersSamples + gatewaySamples

  @Test("A typed request is the vendor's sample", arguments: samples)
  func request(sample: Sample) throws {
    let expected = try Fixture.value(sample.fixture)
    #expect(try sample.encoded() == expected)
    #expect(try sample.recoded() == expected, "decoded and encoded again")
    #expect(sample.violations().isEmpty)
  }

  @Test("Every sample is written once")
  func complete() {
    let folders = ["kling", "seed000", "seed002", "seed003", "orcarouter"]
    let fixtures = folders.reduce(into: Set()) { $0.formUnion(Fixture.names(in: $1)) }
    #expect(samplesByName == fixtures)
  }

  private var samplesByName: Set<String> { Set(Self.samples.map(\.fixture)) }
}
