#if os(Linux)
  import CCurl
  import Foundation

  /// Tells libcurl about a request.
  struct CurlSetup {
    let transfer: CurlTransfer
    let handle: UnsafeMutableRawPointer

    /// Sets everything; the result must live as long as the handle.
    func apply() throws(TransportError) -> HeaderLines {
      let request = transfer.request
      guard set(CURLOPT_URL, request.url) == CURLE_OK else {
        throw TransportError(.badURL, mayHaveArrived: false)
      }
      set(CURLOPT_NOSIGNAL, 1)
      // The address is final: libcurl would resolve dots in it.
      set(CURLOPT_PATH_AS_IS, 1)
      set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
      set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
      set(CURLOPT_MAXAGE_CONN, 60)
      set(CURLOPT_BUFFERSIZE, bufferSize(request))
      set(CURLOPT_CONNECTTIMEOUT_MS, max(1, request.connectTimeout.wholeMilliseconds))
      if let timeout = request.timeout {
        set(CURLOPT_TIMEOUT_MS, max(1, (timeout - transfer.delay).wholeMilliseconds))
      }
      if request.headers["Accept-Encoding"] == nil {
        set(CURLOPT_ACCEPT_ENCODING, "")
      }
      setTrust()
      try setBody(request)
      setCallbacks()
      return setHeaders(request.headers)
    }

    /// Large answers cost fewer turns of the loop. But what libcurl has read it unpacks at once, to a
    /// thousand times as much, and keeps it when the reader has enough: no more than 64 MB of it.
    private func bufferSize(_ request: TransportRequest) -> Int {
      let mayPause = request.wholeLimit == nil
      let mayUnpack = request.headers["Accept-Encoding"] == nil
      return mayPause && mayUnpack ? 16 * 1024 : 128 * 1024
    }

    private func setTrust() {
      let configuration = transfer.configuration
      let file = configuration.certificates?.path ?? CurlConfiguration.certificatesOfEnvironment
      if let file { set(CURLOPT_CAINFO, file) }
      switch configuration.proxy {
      case .environment: break
      case .none: set(CURLOPT_PROXY, "")
      case .address(let address, let hosts):
        set(CURLOPT_PROXY, address)
        // Set even when empty, as the environment would have a say otherwise.
        set(CURLOPT_NOPROXY, hosts.joined(separator: ","))
      }
    }

    private func setBody(_ request: TransportRequest) throws(TransportError) {
      let length: Int64?
      do {
        length = try request.body.length()
      } catch {
        throw TransportError(
          .bodyUnreadable, mayHaveArrived: false, detail: error.localizedDescription)
      }
      if request.method == .head { return set(CURLOPT_NOBODY, 1) }
      if length == 0, request.method == .get || request.method == .delete {
        // Without a body there must be no Content-Length either.
        set(CURLOPT_HTTPGET, 1)
      } else if length != 0 || request.method == .post || request.method == .put
        || request.method == .patch
      {
        set(CURLOPT_UPLOAD, 1)
        ccurl_set_offset(
          handle, CURLOPT_INFILESIZE_LARGE, length.map { curl_off_t($0) } ?? -1)
      }
      if length == 0, !request.isRepeatable {
        // libcurl sends a request without a body again when a kept connection dies under it.
        set(CURLOPT_FRESH_CONNECT, 1)
      }
      // GET is what libcurl says by itself, to a request without a body.
      if request.method != .get || length != 0 {
        set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
      }
    }

    private func setCallbacks() {
      ccurl_keep_from_children(handle)
      let pointer = Unmanaged.passUnretained(transfer).toOpaque()
      ccurl_set_pointer(handle, CURLOPT_PRIVATE, pointer)
      ccurl_set_pointer(handle, CURLOPT_WRITEDATA, pointer)
      ccurl_set_transfer(handle, CURLOPT_WRITEFUNCTION, receiveBody)
      ccurl_set_pointer(handle, CURLOPT_HEADERDATA, pointer)
      ccurl_set_transfer(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
      ccurl_set_pointer(handle, CURLOPT_READDATA, pointer)
      ccurl_set_transfer(handle, CURLOPT_READFUNCTION, sendBody)
      // Rewinding is what lets libcurl send a body again, so only what may be repeated can.
      if transfer.request.isRepeatable, transfer.request.body.isReplayable {
        ccurl_set_pointer(handle, CURLOPT_SEEKDATA, pointer)
        ccurl_set_seek(handle, rewindBody)
      }
    }

    private func setHeaders(_ headers: HTTPHeaders) -> HeaderLines {
      let lines = HeaderLines(headers)
      ccurl_set_list(handle, CURLOPT_HTTPHEADER, lines.first)
      return lines
    }

    private func set(_ option: CURLoption, _ value: Int) { ccurl_set_long(handle, option, value) }

    /// libcurl makes a copy of it.
    @discardableResult private func set(_ option: CURLoption, _ text: String) -> CURLcode {
      text.withCString { ccurl_set_text(handle, option, $0) }
    }
  }

  extension Duration {
    var wholeMilliseconds: Int { Int(clamping: attoseconds / 1_000_000_000_000_000) }
  }

  private func transfer(_ pointer: UnsafeMutableRawPointer?) -> CurlTransfer? {
    pointer.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ pointer: UnsafeMutableRawPointer?
  ) -> Int {
    guard let transfer = transfer(pointer) else { return 0 }
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer.receive(body: buffer) ? buffer.count : Int(CURL_WRITEFUNC_PAUSE)
  }

  private func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ pointer: UnsafeMutableRawPointer?
  ) -> Int {
    guard let transfer = transfer(pointer) else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer.receive(headerLine: line) ? line.count : 0
  }

  private func sendBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ pointer: UnsafeMutableRawPointer?
  ) -> Int {
    guard let transfer = transfer(pointer) else { return Int(CURL_READFUNC_ABORT) }
    transfer.touch()
    let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
    switch transfer.upload?.read(into: buffer) ?? .bytes(0) {
    case .bytes(let count): return count
    case .wait: return Int(CURL_READFUNC_PAUSE)
    case .failed: return Int(CURL_READFUNC_ABORT)
    }
  }

  private func rewindBody(
    _ pointer: UnsafeMutableRawPointer?, _ offset: curl_off_t, _ origin: Int32
  ) -> Int32 {
    guard let transfer = transfer(pointer), offset == 0, origin == SEEK_SET,
      transfer.upload?.rewind() != false
    else { return CURL_SEEKFUNC_CANTSEEK }
    return CURL_SEEKFUNC_OK
  }
#endif
