import ClientRuntime
import OmniVideo
import Testing

/// The code of the README about requests, which has to compile and to do what it says.
@Suite struct RequestReadmeTests {
  @Test func aRequestIsCheckedAndMapped() throws {
    let key = "key"
    var request = VideoRequest(model: .kling3Omni, prompt: "A girl smiles by the sea")
    request.seconds = 5
    request.firstFrame = .url("https://example.com/first.jpg")

    let provider = VideoProvider.kling(apiKey: key)
    let report = provider.check(request)
    let body = try provider.map(request)

    #expect(report == CheckReport())
    #expect(body.body["duration"] == "5")
    #expect(provider.accounts(for: request.model).count == RequestField.allCases.count)
    #expect(provider.rules.contains { $0.id == "R7" } && !ModelCatalog.models.isEmpty)
  }

  @Test func whatTheTableDoesNotHaveIsInDoubt() {
    var request = VideoRequest(model: "Kling-2.6", prompt: "words")
    request.seconds = 8
    request.resolution = .p720
    request.aspectRatio = .ratio16x9
    let gateway = VideoProvider.offline(.newapi)
    #expect(gateway.check(request).warnings.map(\.rule) == ["U8"])
    #expect(gateway.check(request, strict: true).errors.map(\.path) == ["seconds"])
  }
}
