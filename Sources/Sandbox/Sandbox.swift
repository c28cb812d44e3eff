import ClientRuntime
import Foundation
import Loopback
import Synchronization

/// The APIs of five vendors on this machine: nothing is billed, and what goes wrong can be ordered.
public final class Sandbox: Sendable {
  /// How it behaves.
  public let options: SandboxOptions
  private let store: TaskStore
  private let rules = MisbehaviourList()
  private let running = Mutex<Service?>(nil)

  /// Makes a sandbox that does not listen yet.
  public init(_ options: SandboxOptions = SandboxOptions()) {
    self.options = options
    store = TaskStore(options)
  }

  deinit { stop() }

  /// Listens, and gives the port; a sandbox that was stopped keeps its tasks.
  @discardableResult
  public func start() throws -> Int {
    try running.withLock { running in
      if let running { return running.server.port }
      let service = try Service(options, store, rules)
      running = service
      return service.server.port
    }
  }

  /// Cuts every connection and listens no more, as when the cable is pulled.
  public func stop() {
    running.withLock { running in
      running?.stop()
      running = nil
    }
  }

  /// The server's address; an empty text when it does not run.
  public var address: String { running.withLock { $0?.server.url ?? "" } }

  /// What a client of a vendor's takes as the address.
  public func baseURL(for vendor: SandboxVendor) -> String { "\(address)/\(vendor.rawValue)" }

  /// The port; 0 when it does not run.
  public var port: Int { running.withLock { $0?.server.port ?? 0 } }

  /// How many connections are open; when there is none, everything that was sent is worked off.
  public var openConnections: Int { running.withLock { $0?.server.openConnections ?? 0 } }

  /// Every create that was accepted, in order.
  public var ledger: [LedgerEntry] { store.ledger }

  /// Lets something go wrong from now on, after what was ordered before.
  public func misbehave(_ more: Misbehaviour...) { rules.add(more) }

  /// Lets nothing go wrong any more.
  public func behave() { rules.clear() }

  /// What was ordered to go wrong and has not yet.
  public var misbehaviours: [Misbehaviour] { rules.all }

  /// How often the result's address was asked for with a key, which is nobody's business there.
  public var leakedKeys: Int { store.leaks.load(ordering: .relaxed) }
}
