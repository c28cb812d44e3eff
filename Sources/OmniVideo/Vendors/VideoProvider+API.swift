import ChainHubClient
import ClientRuntime
import KlingClient
import NewAPIClient
import OmniRoutersClient
import OrcaRouterClient

extension VideoProvider {
  /// The vendor's operations.
  func api(options: ClientOptions, transport: any Transport) -> any VendorAPI {
    switch id {
    case .kling:
      KlingAPI(
        client: Kling.Client(
          server: .init(url: baseURL), credential: credential, options: options,
          transport: transport))
    case .chainhub:
      ChainHubAPI(
        client: ChainHub.Client(
          server: .init(url: baseURL), credential: credential, options: options,
          transport: transport))
    case .omnirouters:
      OmniRoutersAPI(
        client: OmniRouters.Client(
          server: .init(url: baseURL), credential: credential, options: options,
          transport: transport))
    case .orcarouter:
      OrcaRouterAPI(
        client: OrcaRouter.Client(
          server: .init(url: baseURL), credential: credential, options: options,
          transport: transport))
    case .newapi:
      NewAPIGateway(
        client: NewAPI.Client(
          server: .init(url: baseURL), credential: credential, options: options,
          transport: transport))
    }
  }
}
