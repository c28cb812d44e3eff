import ChainHubClient
import ClientRuntime
import Foundation
import KlingClient
import NewAPIClient
import OmniRoutersClient
import OrcaRouterClient
import Testing

/// Calls go out as the descriptions say.
@Suite struct CallTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// Method and address.
    var line: String
    /// The fixture that is answered.
    var answer: String
    /// The fixture that is sent.
    var body: String?
    var call: @Sendable (StubTransport) async throws -> Void
    var testDescription: String { line }
  }

  static let cases: [Case] = [
    Case(
      line: "POST https://api-singapore.klingai.com/v1/videos/omni-video",
      answer: "kling/create", body: "kling/K7"
    ) { transport in
      let kling = Kling.Client(credential: .bearer("secret"), transport: transport)
      let created = try await kling.createOmniVideo(
        .init(
          modelName: .klingVideoO1, prompt: "The person in the video is dancing.", mode: .pro,
          aspectRatio: .ratio1x1, duration: "7"))
      #expect(created.code == .success && created.data.taskStatus == .submitted)
    },
    Case(
      line: "GET https://api-beijing.klingai.com/v1/videos/omni-video/mine%2F1%3F%232",
      answer: "kling/query-succeeded"
    ) { transport in
      let kling = Kling.Client(
        server: .beijing, credential: .bearer("secret"), transport: transport)
      let task = try await kling.getOmniVideo(id: "mine/1?#2").data
      #expect(task.taskStatus == .succeed && task.taskResult?.videos?.first?.duration == "5.04")
    },
    Case(
      line: "GET https://proxy.example.com/kling/v1/videos/omni-video?pageNum=2&pageSize=30",
      answer: "kling/list"
    ) { transport in
      let kling = Kling.Client(
        server: .init(url: "https://proxy.example.com/kling"), credential: .bearer("secret"),
        transport: transport)
      let page = try await kling.listOmniVideos(pageNum: 2, pageSize: 30)
      #expect(page.data.count == 1)
    },
    Case(
      line: "GET https://api-singapore.klingai.com/v1/videos/omni-video", answer: "kling/list"
    ) { transport in
      let kling = Kling.Client(credential: .bearer("secret"), transport: transport)
      _ = try await kling.listOmniVideos()
    },
    Case(
      line: "POST https://api.chainhub.tech/kling/v1/videos/omni-video",
      answer: "chainhub/query-kling-envelope"
    ) { transport in
      let chainHub = ChainHub.Client(credential: .bearer("secret"), transport: transport)
      let created = try await chainHub.createOmniVideo(.init(prompt: "x", mode: .pro))
      #expect(created.code == 0 && created.data?.taskStatus == .processing)
    },
    Case(
      line: "GET https://api.chainhub.tech/kling/v1/videos/omni-video/task%2F1",
      answer: "chainhub/query-flat-record"
    ) { transport in
      let chainHub = ChainHub.Client(credential: .bearer("secret"), transport: transport)
      let task = try await chainHub.getOmniVideo(id: "task/1")
      #expect(task.code == "success" && task.data?.error == .null)
    },
    Case(
      line: "POST https://omnirouters.com/v1/videos", answer: "omnirouters/create",
      body: "seed000/20-hunyuan-world-scene-roaming-2-0"
    ) { transport in
      let omni = OmniRouters.Client(credential: .bearer("secret"), transport: transport)
      let task = try await omni.createVideo(
        .init(model: .hunyuan3DScene2, prompt: "一个未来感展厅的3D场景,金属材质,柔和灯光"))
      #expect(task.status == .queued && task.progress == 0)
    },
    Case(
      line: "GET https://omnirouters.com/v1/videos/task_1", answer: "omnirouters/get-video"
    ) { transport in
      let omni = OmniRouters.Client(credential: .bearer("secret"), transport: transport)
      let task = try await omni.getVideo(taskID: "task_1")
      #expect(task.videoURL == "https://example.com/video.mp4")
    },
    Case(
      line: "POST https://omnirouters.com/v1/video/generations", answer: "omnirouters/create"
    ) { transport in
      let omni = OmniRouters.Client(credential: .bearer("secret"), transport: transport)
      _ = try await omni.createVideoGeneration(.init(model: "not-known-yet", prompt: "x"))
    },
    Case(
      line: "GET https://omnirouters.com/v1/video/generations/task_1",
      answer: "omnirouters/get-video-generation"
    ) { transport in
      let omni = OmniRouters.Client(credential: .bearer("secret"), transport: transport)
      let task = try await omni.getVideoGeneration(taskID: "task_1")
      #expect(task.data?.status == .gatewaySuccess && task.data?.progress == "100%")
    },
    Case(
      line: "POST https://api.orcarouter.ai/v1/videos", answer: "orcarouter/create"
    ) { transport in
      let orca = OrcaRouter.Client(credential: .bearer("secret"), transport: transport)
      let created = try await orca.createVideo(.kling(.init(model: .klingV3, prompt: "x")))
      #expect(created.status == .queued)
    },
    Case(
      line: "POST https://api.orcarouter.ai/v1/video/generations", answer: "orcarouter/create-short"
    ) { transport in
      let orca = OrcaRouter.Client(credential: .bearer("secret"), transport: transport)
      let created = try await orca.createVideoGeneration(
        .seedance(.init(model: .dreaminaSeedance2, prompt: "x")))
      #expect(created.progress == 50)
    },
    Case(
      line: "GET https://api.orcarouter.ai/v1/video/generations/a%20b",
      answer: "omnirouters/get-video-generation"
    ) { transport in
      let orca = OrcaRouter.Client(credential: .bearer("secret"), transport: transport)
      let task = try await orca.getVideoGeneration(taskID: "a b")
      #expect(task.data?.resultURL == "https://example.com/video.mp4")
    },
    Case(
      line: "POST https://gateway.example.org:8443/v1/videos", answer: "newapi/get-video-completed",
      body: "seed003/kling-text-to-video"
    ) { transport in
      let gateway = NewAPI.Client(
        server: .gateway(host: "gateway.example.org:8443"), credential: .bearer("secret"),
        transport: transport)
      let video = try await gateway.createVideo(
        .init(
          model: .klingVideo, prompt: "海边日落镜头,电影感,风吹长发", mode: .textToVideo, duration: 5,
          aspectRatio: "16:9", modelName: .klingV26))
      #expect(video.status == .completed && video.seconds == "5.0")
    },
    Case(
      line: "GET https://gateway.example.com/v1/videos/..%2Fadmin", answer: "newapi/get-video-bare"
    ) { transport in
      let gateway = NewAPI.Client(credential: .bearer("secret"), transport: transport)
      let video = try await gateway.getVideo(videoID: "../admin")
      #expect(video.taskID?.isEmpty == false && video.id == nil)
    },
  ]

  @Test("A call is sent where and as the description says", arguments: cases)
  func sent(sample: Case) async throws {
    let transport = try StubTransport(answer: sample.answer)
    try await sample.call(transport)
    let request = try #require(transport.requests.first)
    #expect(request.line == sample.line && transport.requests.count == 1)
    #expect(request.headers["Authorization"] == "Bearer secret")
    #expect(request.headers["Accept"] == "application/json")
    if let body = sample.body {
      let sent = try JSONDecoder.api.decode(JSONValue.self, from: Data(request.bodyText.utf8))
      #expect(try sent == Fixture.value(body))
    }
    let type: String? = request.method == .post ? "application/json" : nil
    #expect(request.headers["Content-Type"] == type)
  }

  @Test("Kling's token is signed from the two keys")
  func signed() async throws {
    let transport = try StubTransport(answer: "kling/query-processing")
    var options = ClientOptions()
    options.environment.now = { Date(timeIntervalSince1970: 1_700_000_000) }
    let kling = Kling.Client(
      credential: .signedToken(accessKey: "AK", secretKey: "SK"), options: options,
      transport: transport)
    _ = try await kling.getOmniVideo(id: "1")
    // Made with another implementation of HS256 from the same claims.
    let token =
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
      + ".eyJpc3MiOiJBSyIsImV4cCI6MTcwMDAwMTgwMCwibmJmIjoxNjk5OTk5OTk1fQ"
      + ".mAaHfmgCr0cKr-oz_vppELfg8HZrV4ZnS5b5Wta7-EI"
    #expect(transport.requests.first?.headers["Authorization"] == "Bearer " + token)
  }

  @Test("A form carries its fields and its file as parts")
  func multipart() async throws {
    let transport = try StubTransport(answer: "newapi/get-video-completed")
    let gateway = NewAPI.Client(credential: .bearer("secret"), transport: transport)
    _ = try await gateway.createVideo(
      multipart: .init(
        model: .sora2, prompt: "雨夜", seconds: "4", images: ["a", "b"],
        inputReference: FileContent(Data("PNG".utf8), filename: "girl.png"),
        additionalProperties: ["style": "anime"]))
    let request = try #require(transport.requests.first)
    let type = try #require(request.headers["Content-Type"])
    let boundary = try #require(type.split(separator: "boundary=").last)
    let parts = request.bodyText.components(separatedBy: "--\(boundary)")
      .map { $0.replacing("\r\n", with: "|") }
    #expect(type.hasPrefix("multipart/form-data; boundary="))
    #expect(
      parts == [
        "", "|Content-Disposition: form-data; name=\"model\"||sora-2|",
        "|Content-Disposition: form-data; name=\"prompt\"||雨夜|",
        "|Content-Disposition: form-data; name=\"seconds\"||4|",
        "|Content-Disposition: form-data; name=\"images\"||a|",
        "|Content-Disposition: form-data; name=\"images\"||b|",
        "|Content-Disposition: form-data; name=\"input_reference\"; filename=\"girl.png\""
          + "|Content-Type: image/png||PNG|",
        "|Content-Disposition: form-data; name=\"style\"||anime|", "--|",
      ])
  }

  @Test("A video is downloaded as it arrives")
  func download() async throws {
    let transport = StubTransport(Data("MP4".utf8), headers: ["Content-Type": "video/mp4"])
    let gateway = NewAPI.Client(credential: .bearer("secret"), transport: transport)
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try await gateway.getVideoContent(videoID: "1").write(to: file)
    #expect(try Data(contentsOf: file) == Data("MP4".utf8))
    let request = try #require(transport.requests.first)
    #expect(request.line == "GET https://gateway.example.com/v1/videos/1/content")
  }

  @Test("Status and headers can be had with the result")
  func response() async throws {
    let transport = try StubTransport(
      answer: "orcarouter/create", headers: ["X-Orca-Fallback-Level": "1"])
    let orca = OrcaRouter.Client(credential: .bearer("secret"), transport: transport)
    let (created, response) = try await orca.withResponse { client in
      try await client.createVideo(.kling(.init(model: .klingV3, prompt: "x")))
    }
    #expect(created.status == .queued && response.status == 200)
    #expect(response.headers["x-orca-fallback-level"] == "1")
  }

  @Test("What breaks a limit is not sent")
  func validation() async throws {
    let transport = try StubTransport(answer: "kling/create")
    let kling = Kling.Client(credential: .bearer("secret"), transport: transport)
    let body = Kling.OmniVideoRequest(prompt: String(repeating: "x", count: 2501))
    await #expect(throws: APIError.self) { try await kling.createOmniVideo(body) }
    #expect(transport.requests.isEmpty)
    _ = try await kling.with { $0.validates = false }.createOmniVideo(body)
    #expect(transport.requests.count == 1)
  }
}
