#if os(Linux)
  import CCurl

  /// Handles that have done their work and can do more: making one, or wiping it and setting it up
  /// anew, costs more than a tenth of a call.
  ///
  /// Used by one thread at a time.
  final class CurlHandles {
    private struct Idle {
      var shape: CurlShape
      var handle: UnsafeMutableRawPointer
    }

    private static let most = 32
    private let preset: CurlPreset
    private let sockets: CurlSockets
    private var idle: [Idle] = []

    /// How many are kept.
    var count: Int { idle.count }

    init(_ preset: CurlPreset, _ sockets: CurlSockets) {
      self.preset = preset
      self.sockets = sockets
    }

    /// A handle that is set up for requests of a shape.
    func take(_ shape: CurlShape) -> UnsafeMutableRawPointer? {
      // What was used last is still in the processor's caches.
      guard let place = idle.lastIndex(where: { $0.shape == shape }) else { return fresh(shape) }
      idle.swapAt(place, idle.count - 1)
      return idle.removeLast().handle
    }

    /// Takes a handle back; `isUntroubled` says that its exchange came to its proper end.
    func give(_ handle: UnsafeMutableRawPointer, _ shape: CurlShape, isUntroubled: Bool) {
      // Nothing of an exchange may be left for the next: a user and a password would be, and so
      // would what libcurl remembers of trouble.
      guard isUntroubled, idle.count < Self.most, !shape.hasUser, !Self.hasSentTwice(handle) else {
        return curl_easy_cleanup(handle)
      }
      ccurl_set_list(handle, CURLOPT_HTTPHEADER, nil)
      idle.append(Idle(shape: shape, handle: handle))
    }

    func close() {
      for idle in idle { curl_easy_cleanup(idle.handle) }
      idle = []
    }

    /// Whether libcurl sent the request a second time, as a kept connection had died: it counts how
    /// often over all requests of a handle, and gives up at the sixth.
    private static func hasSentTwice(_ handle: UnsafeMutableRawPointer) -> Bool {
      // To begin anew is a redirect to where it was, and no other redirect is followed.
      var redirected: curl_off_t = 0
      ccurl_get_offset(handle, CURLINFO_REDIRECT_TIME_T, &redirected)
      return redirected != 0
    }

    private func fresh(_ shape: CurlShape) -> UnsafeMutableRawPointer? {
      if idle.count >= Self.most { curl_easy_cleanup(idle.removeFirst().handle) }
      guard let handle = curl_easy_init() else { return nil }
      preset.apply(to: handle, shape)
      sockets.attach(to: handle)
      return handle
    }
  }
#endif
