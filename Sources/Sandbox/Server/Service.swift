import ClientRuntime
import Foundation
import Loopback

/// The server: finds what a request is for, and lets happen what was ordered.
final class Service: Sendable {
  let server: LoopbackServer
  private let callbacks: Callbacks

  init(_ options: SandboxOptions, _ store: TaskStore, _ rules: MisbehaviourList) throws {
    let apis: [any VendorAPI] = [
      KlingAPI(), ChainHubAPI(shape: options.chainHubShape), OmniRoutersAPI(), OrcaRouterAPI(),
      NewAPIGatewayAPI(),
    ]
    // The address is known only once the server listens, and the first request may come at once.
    let address = LazyAddress()
    let callbacks = Callbacks(store, address: address)
    let router = Router(
      desks: apis.map {
        Desk(api: $0, store: store, rules: rules, address: address, callbacks: callbacks)
      },
      control: Control(store: store, rules: rules))
    server = try LoopbackServer(port: options.port, keepsRequests: false) { received, connection in
      router.answer(received, on: connection)
    }
    address.set(server.url)
    self.callbacks = callbacks
  }

  func stop() {
    callbacks.stop()
    server.stop()
  }
}
