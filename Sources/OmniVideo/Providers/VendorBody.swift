import ClientRuntime

/// A request in a vendor's own words, ready to be sent.
public struct VendorBody: Sendable, Hashable {
  /// The operation that takes it.
  public var route: Route
  /// The JSON body.
  public var body: JSONValue
  /// The caller's own id of the task, where the vendor can find the task by it.
  public var externalID: String?
  /// What the vendor ignores or was not told, and why.
  public var warnings: [Finding]

  /// Makes a body.
  public init(
    route: Route, body: JSONValue, externalID: String? = nil, warnings: [Finding] = []
  ) {
    self.route = route
    self.body = body
    self.externalID = externalID
    self.warnings = warnings
  }
}

/// The operation of a vendor that creates a video.
public enum Route: String, Sendable, Hashable, Codable, CaseIterable {
  /// `createOmniVideo` of Kling.
  case klingOmniVideo = "kling:/v1/videos/omni-video"
  /// `createOmniVideo` of ChainHub.
  case chainHubOmniVideo = "chainhub:/kling/v1/videos/omni-video"
  /// `createVideo` of OmniRouters.
  case omniRoutersVideos = "omnirouters:/v1/videos"
  /// `createVideoGeneration` of OrcaRouter.
  case orcaRouterVideoGenerations = "orcarouter:/v1/video/generations"
  /// `createVideo` of a New API gateway.
  case newAPIVideos = "newapi:/v1/videos"

  /// The path below the vendor's base URL.
  public var path: String { String(rawValue.drop { $0 != ":" }.dropFirst()) }
}
