#if os(Linux)
  import CCurl

  /// Which sockets are waited for.
  ///
  /// libcurl wants to hear nothing of a connection between two requests. Such a socket stays in the
  /// queue none the less: to take it out and put it in again are two trips into the system for each
  /// call. Should something come of it, it is taken out then.
  ///
  /// Used by one thread at a time.
  final class CurlSockets {
    private struct Socket {
      /// Whether its closing will be told.
      var isOwn = false
      /// What libcurl wants to hear of it.
      var wanted: Readiness.Interest = []
      /// What is waited for.
      var watched: Readiness.Interest = []
    }

    private let readiness: Readiness
    /// By the number of the socket, which is small.
    private var sockets: [Socket] = []

    init(_ readiness: Readiness) { self.readiness = readiness }

    /// Lets a handle tell which sockets it opens and closes.
    func attach(to handle: UnsafeMutableRawPointer) {
      let owner = Unmanaged.passUnretained(self).toOpaque()
      ccurl_set_sockets(handle, openSocket, closeSocket, owner)
    }

    /// Waits for what libcurl wants to hear of a socket.
    func watch(_ number: Int32, _ wanted: Readiness.Interest) {
      let place = Int(number)
      while place >= sockets.count { sockets.append(Socket()) }
      sockets[place].wanted = wanted
      // A number whose closing is not told may be another socket's by the next time.
      if wanted.isEmpty, sockets[place].isOwn { return }
      set(place, wanted)
    }

    /// Whether libcurl wants to hear of a socket of which something came; otherwise nothing more
    /// comes of it.
    func isWanted(_ number: Int32) -> Bool {
      guard sockets.indices.contains(Int(number)) else { return false }
      if !sockets[Int(number)].wanted.isEmpty { return true }
      set(Int(number), [])
      return false
    }

    private func set(_ place: Int, _ interest: Readiness.Interest) {
      let watched = sockets[place].watched
      if watched == interest { return }
      sockets[place].watched = interest
      readiness.watch(Int32(place), interest, isNew: watched.isEmpty)
    }

    /// Learns of a socket whose closing will be told.
    func opened(_ number: Int32) {
      guard number >= 0 else { return }
      while Int(number) >= sockets.count { sockets.append(Socket()) }
      sockets[Int(number)] = Socket(isOwn: true)
    }

    /// Learns of a socket that is about to be closed; its number may be another's next.
    func closes(_ number: Int32) {
      guard sockets.indices.contains(Int(number)) else { return }
      set(Int(number), [])
      sockets[Int(number)] = Socket()
    }
  }

  private func sockets(_ owner: UnsafeMutableRawPointer?) -> CurlSockets? {
    owner.map { Unmanaged<CurlSockets>.fromOpaque($0).takeUnretainedValue() }
  }

  private func openSocket(
    _ owner: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
    _ address: UnsafeMutablePointer<curl_sockaddr>?
  ) -> curl_socket_t {
    let number = ccurl_open_socket(address)
    sockets(owner)?.opened(number)
    return number
  }

  private func closeSocket(_ owner: UnsafeMutableRawPointer?, _ number: curl_socket_t) -> Int32 {
    sockets(owner)?.closes(number)
    return ccurl_close_socket(number)
  }
#endif
