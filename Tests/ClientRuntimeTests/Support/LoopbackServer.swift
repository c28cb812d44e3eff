import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's `close`, which a method of the same name would hide.
private func closeSocket(_ socket: Int32) { _ = close(socket) }

#if canImport(Glibc)
  private let noSignal = Int32(MSG_NOSIGNAL)
#else
  private let noSignal: Int32 = 0
#endif

private func openSocket() -> Int32 {
  #if canImport(Glibc)
    socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #else
    socket(AF_INET, SOCK_STREAM, 0)
  #endif
}

/// A request as the server got it.
struct ReceivedRequest: Sendable {
  var method: String
  var target: String
  var headers: [String: String]
  var body: Data

  var text: String { String(decoding: body, as: UTF8.self) }
}

/// A server on this machine that answers as a closure says, also badly.
final class LoopbackServer: Sendable {
  typealias Handler = @Sendable (ReceivedRequest, ServerConnection) -> Void

  private let listener: Int32
  let port: Int
  private let log = Mutex<[ReceivedRequest]>([])
  private let accepted = Atomic<Int>(0)

  var url: String { "http://127.0.0.1:\(port)" }
  var requests: [ReceivedRequest] { log.withLock { $0 } }
  var connections: Int { accepted.load(ordering: .relaxed) }

  init(_ handler: @escaping Handler) throws {
    let socket = openSocket()
    listener = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, length) == 0 && listen(socket, 128) == 0
          && getsockname(socket, pointer, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(socket, nil, nil)
        // The descriptor is closed here and nowhere else: its number would be used again at once.
        if client < 0 { return closeSocket(socket) }
        self?.accepted.add(1, ordering: .relaxed)
        let connection = ServerConnection(client)
        Thread.detachNewThread { [weak self] in
          while let request = connection.readRequest() {
            self?.log.withLock { $0.append(request) }
            handler(request, connection)
            if connection.isClosed { return }
          }
          connection.close()
        }
      }
    }
  }

  /// Answers every request alike.
  convenience init(status: Int = 200, _ body: String, headers: [String: String] = [:]) throws {
    try self.init { _, connection in
      connection.respond(status, body, headers: headers)
    }
  }

  deinit {
    _ = shutdown(listener, Int32(SHUT_RDWR))
  }
}

/// One connection to a client.
final class ServerConnection: Sendable {
  private let socket: Int32
  private let closed = Atomic<Bool>(false)
  private let pending = Mutex(Data())

  init(_ socket: Int32) { self.socket = socket }

  var isClosed: Bool { closed.load(ordering: .relaxed) }

  func respond(_ status: Int, _ body: String, headers: [String: String] = [:]) {
    var head = "HTTP/1.1 \(status) Whatever\r\nContent-Length: \(body.utf8.count)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    write(head + "\r\n" + body)
  }

  func write(_ text: String) { write(Data(text.utf8)) }

  /// Writes everything; `false` when the client has gone.
  @discardableResult
  func write(_ data: Data) -> Bool {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, noSignal) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Whether the client takes more bytes within some milliseconds.
  func canWrite(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
    return poll(&descriptor, 1, milliseconds) > 0
  }

  func close() {
    if !closed.exchange(true, ordering: .relaxed) { closeSocket(socket) }
  }

  /// Ends the connection with a reset instead of a farewell.
  func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    close()
  }

  /// Blocks until the client hangs up.
  func waitForHangUp() {
    while readMore() {}
  }

  func readRequest() -> ReceivedRequest? {
    let end = Data("\r\n\r\n".utf8)
    var headEnd: Int?
    while headEnd == nil {
      headEnd = pending.withLock { $0.range(of: end)?.lowerBound }
      if headEnd == nil, !readMore() { return nil }
    }
    guard let headEnd else { return nil }
    let head = String(decoding: take(headEnd), as: UTF8.self)
    _ = take(4)
    let lines = head.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count > 1 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    let body =
      headers["transfer-encoding"] == "chunked"
      ? readChunks() : readExactly(Int(headers["content-length"] ?? "0") ?? 0)
    guard let body else { return nil }
    return ReceivedRequest(
      method: String(words[0]), target: String(words[1]), headers: headers, body: body)
  }

  private func readChunks() -> Data? {
    var body = Data()
    while true {
      guard let line = readLine(), let size = Int(line, radix: 16),
        let chunk = readExactly(size), readLine() != nil
      else { return nil }
      if size == 0 { return body }
      body.append(chunk)
    }
  }

  private func readLine() -> String? {
    let end = Data("\r\n".utf8)
    while true {
      if let index = pending.withLock({ $0.range(of: end)?.lowerBound }) {
        let line = String(decoding: take(index), as: UTF8.self)
        _ = take(2)
        return line
      }
      if !readMore() { return nil }
    }
  }

  private func readExactly(_ count: Int) -> Data? {
    while pending.withLock({ $0.count < count }) { if !readMore() { return nil } }
    return take(count)
  }

  private func take(_ count: Int) -> Data {
    pending.withLock { pending in
      let data = Data(pending.prefix(count))
      pending = Data(pending.dropFirst(count))
      return data
    }
  }

  private func readMore() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count <= 0 { return false }
    pending.withLock { $0.append(contentsOf: buffer.prefix(count)) }
    return true
  }
}
