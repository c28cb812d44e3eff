import ClientRuntime
import Foundation
import OmniVideo
import Testing

@Suite struct OmniRoutersMappingTests {
  private let omniRouters = VideoProvider.offline(.omnirouters)

  @Test("The page's bodies come out as they went in", arguments: VendorSamples.omniRouters)
  func samples(name: String) throws {
    let json = try VendorSamples.value(name)
    let mapped = try omniRouters.map(VideoRequest(json: json))
    #expect(mapped.body == json)
    #expect(mapped.route == .omniRoutersVideos)
    let report = omniRouters.check(unified: json)
    #expect(report.errors.isEmpty, "\(report.errors)")
    let doubts = ["10-", "11-", "12-"].contains { name.contains("/\($0)") } ? ["C11"] : []
    #expect(report.warnings.map(\.rule) == doubts)
  }

  @Test("The page itself has the same bodies, where it is at hand")
  func page() throws {
    #expect(VendorSamples.omniRouters.count == 20)
    let bodies = try Self.pageBodies()
    if bodies.isEmpty {
      print("OmniRouters' page is not at hand; the bodies beside the tests are what is tested")
      return
    }
    let samples = try VendorSamples.omniRouters.map { try VendorSamples.value($0) }
    #expect(Set(bodies) == Set(samples))
    for body in bodies { #expect(try omniRouters.map(VideoRequest(json: body)).body == body) }
  }

  /// The bodies of the page: each begins with a brace at the beginning of a line and ends so.
  private static func pageBodies() throws -> [JSONValue] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "../../../../shared/seeds")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard let file = files.first(where: { $0.hasPrefix("000_") }) else { return [] }
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    var bodies: [JSONValue] = []
    for piece in text.components(separatedBy: "\njson\n").dropFirst() {
      let end = try #require(piece.range(of: "\n}"))
      bodies.append(try JSONValue(parsing: Data(piece[..<end.upperBound].utf8)))
    }
    return bodies
  }

  @Test("Typed fields go where the page's examples have them")
  func typed() throws {
    var request = VideoRequest(model: .kling3Omni, prompt: "女孩抱着小狗跳舞")
    request.resolution = .p1080
    request.seconds = 5
    request.aspectRatio = .ratio16x9
    let image = "https://ark-project.tos-cn-beijing.volces.com/doc_image/seepro_first_frame.jpeg"
    request.images = [.url(image)]
    request.storyboard = .custom([
      .init("女孩抱着小狗在公园转圈起舞,近景,柔和阳光", seconds: 2), .init("镜头拉远,女孩和小狗继续舞动,背景树影摇曳", seconds: 3),
    ])
    let sample = try VendorSamples.value("seed000/11-kling-custom-storyboard")
    #expect(try omniRouters.map(request).body == sample)
  }
}
