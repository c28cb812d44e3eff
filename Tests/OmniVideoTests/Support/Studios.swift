import ClientRuntime
import Foundation
import OmniVideo

/// Studios and bodies for tests.
enum Studios {
  static let bodies: [ProviderID: VendorBody] = [
    .kling: VendorBody(
      route: .klingOmniVideo,
      body: [
        "model_name": "kling-v3-omni", "prompt": "A girl smiles by the sea", "duration": "5",
        "aspect_ratio": "16:9",
      ]),
    .chainhub: VendorBody(
      route: .chainHubOmniVideo,
      body: [
        "model_name": "kling-video-o1", "prompt": "A girl", "mode": "pro", "duration": "5",
      ]),
    .omnirouters: VendorBody(
      route: .omniRoutersVideos,
      body: [
        "model": "Kling-3.0-omni", "prompt": "A girl", "seconds": "5", "resolution": "1080p",
      ]),
    .orcarouter: VendorBody(
      route: .orcaRouterVideoGenerations,
      body: ["model": "kling/kling-v3-omni", "prompt": "A girl", "metadata": ["duration": "5"]]),
    .newapi: VendorBody(
      route: .newAPIVideos, body: ["model": "sora-2", "prompt": "A girl", "seconds": "4"]),
  ]

  static func provider(_ id: ProviderID, baseURL: String = "https://vendor.test") -> VideoProvider {
    switch id {
    case .kling: .kling(accessKey: "ak_test", secretKey: "sk_test", baseURL: baseURL)
    case .chainhub: .chainHub(apiKey: "key", baseURL: baseURL)
    case .omnirouters: .omniRouters(apiKey: "key", baseURL: baseURL)
    case .orcarouter: .orcaRouter(apiKey: "key", baseURL: baseURL)
    case .newapi: .newAPI(baseURL: baseURL, apiKey: "key")
    }
  }

  static func studio(
    _ id: ProviderID, _ vendor: any Transport, _ time: TestTime = TestTime(),
    journal: (any Journal)? = MemoryJournal(), slots: VideoSlots = VideoSlots()
  ) -> VideoStudio {
    VideoStudio(
      provider: provider(id), journal: journal, slots: slots, options: time.options,
      transport: vendor)
  }

  static func body(_ id: ProviderID) -> VendorBody {
    bodies[id] ?? VendorBody(route: .klingOmniVideo, body: [:])
  }

  static let klingCreated =
    #"{"code":0,"message":"SUCCEED","request_id":"r","data":{"task_id":"t1","task_status":"submitted","created_at":1722769557708,"updated_at":1722769557708}}"#
  static let gatewayCreated =
    #"{"id":"t1","task_id":"t1","object":"video","model":"m","status":"queued","progress":0,"created_at":123}"#

  static func created(_ id: ProviderID) -> ScriptedVendor.Answer {
    .json(200, id == .kling || id == .chainhub ? klingCreated : gatewayCreated)
  }
}

extension Result where Failure == VideoError {
  /// What came of it, in a word or two, for tables.
  static func of(_ work: () async throws(VideoError) -> Success) async -> Self {
    do throws(VideoError) {
      return .success(try await work())
    } catch {
      return .failure(error)
    }
  }

  var word: String {
    switch self {
    case .success: return "success"
    case .failure(let error):
      return Mirror(reflecting: error).children.first?.label ?? "\(error)"
    }
  }
}
