import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server on this machine that answers as a closure says, also badly.
public final class LoopbackServer: Sendable {
  /// Answers one request on its connection.
  public typealias Handler = @Sendable (ReceivedRequest, ServerConnection) -> Void

  private let listener: Descriptor
  /// The port it listens on.
  public let port: Int
  private let keepsRequests: Bool
  private let log = Mutex<[ReceivedRequest]>([])
  private let accepted = Atomic<Int>(0)
  private let open = Mutex<[ObjectIdentifier: ServerConnection]>([:])

  /// The address, without a path.
  public var url: String { "http://127.0.0.1:\(port)" }
  /// Every request so far, if they are kept.
  public var requests: [ReceivedRequest] { log.withLock { $0 } }
  /// How many connections are open.
  public var openConnections: Int { open.withLock { $0.count } }
  /// How many connections were made.
  public var connections: Int { accepted.load(ordering: .relaxed) }

  /// Listens on a port, or on any that is free; a server that lives long keeps no requests.
  public init(port: Int = 0, keepsRequests: Bool = true, _ handler: @escaping Handler) throws {
    let socket = openSocket()
    guard let taken = listen(socket, port: port) else { throw POSIXError(.EADDRINUSE) }
    (listener, self.port, self.keepsRequests) = (socket, taken, keepsRequests)
    Thread.detachNewThread { [weak self] in
      while let client = nextConnection(socket) {
        guard let self else { break }
        self.serve(ServerConnection(client), handler)
      }
      socket.release()
    }
  }

  /// Answers every request alike.
  public convenience init(
    status: Int = 200, _ body: String, headers: [String: String] = [:]
  ) throws {
    try self.init { _, connection in
      connection.respond(status, body, headers: headers)
    }
  }

  deinit { stop() }

  /// Listens no more and cuts every connection, as when the cable is pulled.
  public func stop() {
    _ = shutdown(listener.number, Int32(SHUT_RDWR))
    for connection in open.withLock({ Array($0.values) }) { connection.cut() }
  }

  private func serve(_ connection: ServerConnection, _ handler: @escaping Handler) {
    accepted.add(1, ordering: .relaxed)
    open.withLock { $0[ObjectIdentifier(connection)] = connection }
    Thread.detachNewThread { [weak self] in
      while !connection.isClosed, let request = connection.readRequest() {
        self?.note(request)
        handler(request, connection)
      }
      connection.close()
      _ = self?.open.withLock { $0.removeValue(forKey: ObjectIdentifier(connection)) }
    }
  }

  private func note(_ request: ReceivedRequest) {
    if keepsRequests { log.withLock { $0.append(request) } }
  }
}
