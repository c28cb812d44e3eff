/// A vendor that this package speaks to.
public enum ProviderID: String, Sendable, Hashable, Codable, CaseIterable, CustomStringConvertible {
  /// Kling itself.
  case kling
  /// ChainHub's relay of Kling.
  case chainhub
  /// OmniRouters, a gateway to Kling, Vidu, Veo, Seedance and Hunyuan.
  case omnirouters
  /// OrcaRouter, a gateway to Kling and Seedance.
  case orcarouter
  /// Any gateway that runs New API.
  case newapi

  /// The vendor's id as it is written in commands and files.
  public var description: String { rawValue }
}
