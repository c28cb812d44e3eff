import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One connection to a client.
public final class ServerConnection: Sendable {
  private let descriptor: Descriptor
  private let isOpen = Mutex(true)
  private let pending = Mutex(Data())

  private var socket: Int32 { descriptor.number }

  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// Whether this side has closed it.
  public var isClosed: Bool { isOpen.withLock { !$0 } }

  /// Answers with a text.
  public func respond(_ status: Int, _ body: String, headers: [String: String] = [:]) {
    var head = "HTTP/1.1 \(status) Whatever\r\nContent-Length: \(body.utf8.count)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    write(head + "\r\n" + body)
  }

  /// Writes a text.
  public func write(_ text: String) { write(Data(text.utf8)) }

  /// Writes everything; `false` when the client has gone.
  @discardableResult
  public func write(_ data: Data) -> Bool {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, noSignal) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Whether the client takes more bytes within some milliseconds.
  public func canWrite(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
    return poll(&descriptor, 1, milliseconds) > 0
  }

  /// Closes the connection.
  public func close() {
    isOpen.withLock { isOpen in
      if isOpen { descriptor.release() }
      isOpen = false
    }
  }

  /// Sends no more, waits until the client has read everything and hangs up, and closes.
  public func finish() {
    isOpen.withLock { isOpen in
      if isOpen { _ = shutdown(socket, Int32(SHUT_WR)) }
    }
    waitForHangUp()
    close()
  }

  /// Whether the client hangs up within some milliseconds.
  public func isGone(within milliseconds: Int32) -> Bool {
    let end = Date.now + Double(milliseconds) / 1000
    while true {
      var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      let rest = Int32(max(0, end.timeIntervalSinceNow * 1000).rounded(.up))
      if poll(&descriptor, 1, rest) <= 0 { return false }
      if !readMore() { return true }
    }
  }

  /// Ends both directions under the reader's hands, which then closes.
  public func cut() {
    isOpen.withLock { isOpen in
      if isOpen { _ = shutdown(socket, Int32(SHUT_RDWR)) }
    }
  }

  /// Ends the connection with a reset instead of a farewell.
  public func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    close()
  }

  /// Blocks until the client hangs up.
  public func waitForHangUp() {
    while readMore() {}
  }

  /// The next request; `nil` when the client hangs up or speaks nonsense.
  public func readRequest() -> ReceivedRequest? {
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
