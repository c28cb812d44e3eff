import ChainHubClient
import ClientRuntime
import KlingClient
import OmniRoutersClient
import OrcaRouterClient

/// A vendor: where it is, who is calling, what its words are and what it accepts.
public struct VideoProvider: Sendable {
  /// Which vendor it is.
  public let id: ProviderID
  /// The address that paths are added to, without a slash at its end.
  public let baseURL: String
  /// What proves to the vendor who is calling.
  public let credential: Credential?
  /// A fingerprint of the account's key, which tells accounts apart without giving the key away.
  public let account: String

  init(_ id: ProviderID, baseURL: String, credential: Credential?, key: String = "") {
    self.id = id
    account = key.isEmpty ? "" : Checksum.of("omnivideo \(id) \(key)").text(digits: 16)
    self.baseURL = String(baseURL.reversed().drop { $0 == "/" }.reversed())
    self.credential = credential
  }
}

extension VideoProvider {
  /// Where Kling is reached.
  public enum KlingRegion: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everywhere outside mainland China.
    case singapore
    /// Mainland China.
    case beijing

    var baseURL: String {
      switch self {
      case .singapore: Kling.Server.singapore.url
      case .beijing: Kling.Server.beijing.url
      }
    }
  }

  /// Kling, with tokens signed here from an access key and a secret key.
  public static func kling(
    accessKey: String, secretKey: String, region: KlingRegion = .singapore, baseURL: String? = nil
  ) -> VideoProvider {
    VideoProvider(
      .kling, baseURL: baseURL ?? region.baseURL,
      credential: .signedToken(accessKey: accessKey, secretKey: secretKey), key: accessKey)
  }

  /// Kling, with a plain API key.
  public static func kling(
    apiKey: String, region: KlingRegion = .singapore, baseURL: String? = nil
  ) -> VideoProvider {
    VideoProvider(
      .kling, baseURL: baseURL ?? region.baseURL, credential: .bearer(apiKey), key: apiKey)
  }

  /// ChainHub.
  public static func chainHub(apiKey: String, baseURL: String? = nil) -> VideoProvider {
    VideoProvider(
      .chainhub, baseURL: baseURL ?? "https://api.chainhub.tech", credential: .bearer(apiKey),
      key: apiKey)
  }

  /// OmniRouters.
  public static func omniRouters(apiKey: String, baseURL: String? = nil) -> VideoProvider {
    VideoProvider(
      .omnirouters, baseURL: baseURL ?? "https://omnirouters.com", credential: .bearer(apiKey),
      key: apiKey)
  }

  /// OrcaRouter.
  public static func orcaRouter(apiKey: String, baseURL: String? = nil) -> VideoProvider {
    VideoProvider(
      .orcarouter, baseURL: baseURL ?? "https://api.orcarouter.ai", credential: .bearer(apiKey),
      key: apiKey)
  }

  /// A gateway that runs New API.
  public static func newAPI(baseURL: String, apiKey: String) -> VideoProvider {
    VideoProvider(.newapi, baseURL: baseURL, credential: .bearer(apiKey), key: apiKey)
  }

  /// A vendor's rules and words alone, for checks and dry runs that need no key.
  public static func offline(_ id: ProviderID) -> VideoProvider {
    let baseURL =
      switch id {
      case .kling: KlingRegion.singapore.baseURL
      case .chainhub: VideoProvider.chainHub(apiKey: "").baseURL
      case .omnirouters: VideoProvider.omniRouters(apiKey: "").baseURL
      case .orcarouter: VideoProvider.orcaRouter(apiKey: "").baseURL
      case .newapi: ""
      }
    return VideoProvider(id, baseURL: baseURL, credential: nil)
  }
}

extension VideoProvider: CustomStringConvertible {
  /// The vendor and its address, without the credential.
  public var description: String { "\(id) at \(baseURL)" }
}
