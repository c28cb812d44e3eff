#if os(Linux)
  import CCurl

  /// Handles that have done their work and can do more: making one costs more than wiping it.
  ///
  /// Used by one thread at a time.
  final class CurlHandles {
    private static let most = 32
    private var idle: [UnsafeMutableRawPointer] = []

    /// A handle without any setting.
    func take() -> UnsafeMutableRawPointer? { idle.popLast() ?? curl_easy_init() }

    /// Takes a handle back.
    func give(_ handle: UnsafeMutableRawPointer) {
      guard idle.count < Self.most else { return curl_easy_cleanup(handle) }
      // Nothing of an exchange may be left for the next: headers, callbacks, passwords.
      curl_easy_reset(handle)
      idle.append(handle)
    }

    func close() {
      for handle in idle { curl_easy_cleanup(handle) }
      idle = []
    }
  }
#endif
