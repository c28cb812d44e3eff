#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

#if canImport(Glibc)
  let noSignal = Int32(MSG_NOSIGNAL)
#else
  let noSignal: Int32 = 0
#endif

func openSocket() -> Descriptor {
  #if canImport(Glibc)
    Descriptor(socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
  #else
    Descriptor(keptFromChildren(socket(AF_INET, SOCK_STREAM, 0)))
  #endif
}

/// The next connection; nil when the socket listens no more.
///
/// A child process that inherits a connection would keep it open.
func nextConnection(_ listener: Descriptor) -> Descriptor? {
  while true {
    let number = keptFromChildren(accept(listener.number, nil, nil))
    if number >= 0 { return Descriptor(number) }
    switch errno {
    case EINTR, ECONNABORTED: continue
    // Connections end all the time, and then there is a number again.
    case EMFILE, ENFILE: _ = poll(nil, 0, 10)
    default: return nil
    }
  }
}

private func keptFromChildren(_ number: Int32) -> Int32 {
  // A failure's reason must stay readable.
  guard number >= 0 else { return number }
  _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  #if canImport(Darwin)
    // A write to a peer that is gone would end the process there; elsewhere each write says so.
    var isQuiet: Int32 = 1
    setsockopt(
      number, SOL_SOCKET, SO_NOSIGPIPE, &isQuiet, socklen_t(MemoryLayout<Int32>.size))
  #endif
  return number
}

/// Listens on loopback and gives the port; nil when the port cannot be had.
func listen(_ socket: Descriptor, port: Int) -> Int? {
  let descriptor = socket.number
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
