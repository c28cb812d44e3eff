import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks a server on this machine something, and hangs up.
struct Probe {
  let port: Int

  /// A busy server may turn away a connection that waited too long.
  func ask() throws {
    for _ in 0..<4 {
      if (try? askOnce()) != nil { return }
    }
    try askOnce()
  }

  private func askOnce() throws {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw POSIXError(.ECONNREFUSED) }
    let question = Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
    _ = send(descriptor, question, question.count, 0)
    var answer = [UInt8](repeating: 0, count: 4096)
    var count: Int
    // A child that dies meanwhile interrupts the wait.
    repeat { count = recv(descriptor, &answer, answer.count, 0) } while count < 0 && errno == EINTR
    guard count > 0 else { throw POSIXError(.init(rawValue: errno) ?? .ECONNRESET) }
  }
}
