#if os(Linux)
  import CCurl
  import Foundation

  /// Tells libcurl what is the same for all requests of a shape.
  struct CurlPreset {
    private let certificates: String?
    private let proxy: String?
    private let exceptions: String?

    init(_ configuration: CurlConfiguration) {
      certificates =
        configuration.certificates?.path ?? CurlConfiguration.certificatesOfEnvironment
      switch configuration.proxy {
      case .environment where CurlConfiguration.environmentNamesProxy:
        (proxy, exceptions) = (nil, nil)
      // Otherwise libcurl would look through the environment for each request.
      case .environment, .none: (proxy, exceptions) = ("", "")
      // Set even when empty, as the environment would have a say otherwise.
      case .address(let address, let hosts):
        (proxy, exceptions) = (address, hosts.joined(separator: ","))
      }
    }

    func apply(to handle: UnsafeMutableRawPointer, _ shape: CurlShape) {
      let handle = CurlOptions(handle: handle)
      handle.set(CURLOPT_NOSIGNAL, 1)
      // Otherwise who gives up while a name is looked up waits until that is over, and everybody
      // else's transfers with it.
      handle.set(ccurl_quick_exit, 1)
      // The address is final: libcurl would resolve dots in it.
      handle.set(CURLOPT_PATH_AS_IS, 1)
      handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
      handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
      handle.set(CURLOPT_MAXAGE_CONN, 60)
      if let certificates { handle.set(CURLOPT_CAINFO, certificates) }
      if let proxy { handle.set(CURLOPT_PROXY, proxy) }
      if let exceptions { handle.set(CURLOPT_NOPROXY, exceptions) }
      // Large answers cost fewer turns of the loop. But what libcurl has read it unpacks at once, to a
      // thousand times as much, and keeps it when the reader has enough: no more than 64 MB of it.
      handle.set(CURLOPT_BUFFERSIZE, (shape.mayPause && shape.unpacks ? 16 : 128) * 1024)
      if shape.unpacks { handle.set(CURLOPT_ACCEPT_ENCODING, "") }
      setMethod(handle, shape)
      handle.setCallbacks(canRewind: shape.isRepeatable && shape.isReplayable)
    }

    private func setMethod(_ handle: CurlOptions, _ shape: CurlShape) {
      let method = shape.method
      if method == .head { return handle.set(CURLOPT_NOBODY, 1) }
      if shape.uploads {
        handle.set(CURLOPT_UPLOAD, 1)
      } else if method == .get || method == .delete {
        // Without a body there must be no Content-Length either.
        handle.set(CURLOPT_HTTPGET, 1)
      }
      if !shape.hasBody, !shape.isRepeatable {
        // libcurl sends a request without a body again when a kept connection dies under it.
        handle.set(CURLOPT_FRESH_CONNECT, 1)
      }
      // GET is what libcurl says by itself, to a request without a body.
      if method != .get || shape.hasBody { handle.set(CURLOPT_CUSTOMREQUEST, method.rawValue) }
    }
  }
#endif
