#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's `close`, which a method of the same name would hide.
func closeSocket(_ socket: Int32) { _ = close(socket) }

#if canImport(Glibc)
  let noSignal = Int32(MSG_NOSIGNAL)
#else
  let noSignal: Int32 = 0
#endif

func openSocket() -> Int32 {
  #if canImport(Glibc)
    keepFromChildren(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
  #else
    keepFromChildren(socket(AF_INET, SOCK_STREAM, 0))
  #endif
}

/// A child process that inherits a connection would keep it open.
func keepFromChildren(_ descriptor: Int32) -> Int32 {
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  return descriptor
}

/// Listens on loopback and gives the port; nil when the port cannot be had.
func listen(_ descriptor: Int32, port: Int) -> Int? {
  var isReused: Int32 = 1
  setsockopt(
    descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let isBound = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
      bind(descriptor, pointer, length) == 0 && listen(descriptor, 128) == 0
        && getsockname(descriptor, pointer, &length) == 0
    }
  }
  return isBound ? Int(UInt16(bigEndian: address.sin_port)) : nil
}
