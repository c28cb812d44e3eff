import ClientRuntime
import OmniVideo
import Testing

@Suite struct VideoRequestTests {
  @Test(
    "A sample read as a request and written again is the same", arguments: VendorSamples.omniRouters
  )
  func roundTrip(sample: String) throws {
    let json = try VendorSamples.value(sample)
    #expect(try VideoRequest(json: json).json == json)
  }
}
