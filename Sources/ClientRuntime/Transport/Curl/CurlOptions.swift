#if os(Linux)
  import CCurl

  /// The options of a handle.
  struct CurlOptions {
    let handle: UnsafeMutableRawPointer

    func set(_ option: CURLoption, _ value: Int) { ccurl_set_long(handle, option, value) }

    /// libcurl makes a copy of it.
    @discardableResult func set(_ option: CURLoption, _ text: String) -> CURLcode {
      text.withCString { ccurl_set_text(handle, option, $0) }
    }

    /// Says how many bytes are sent; `nil` when nobody knows.
    func set(length: Int64?) {
      ccurl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, length.map { curl_off_t($0) } ?? -1)
    }

    /// Names the functions that take bytes in and give them out.
    func setCallbacks(canRewind: Bool) {
      ccurl_set_transfer(handle, CURLOPT_WRITEFUNCTION, receiveBody)
      ccurl_set_transfer(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
      ccurl_set_transfer(handle, CURLOPT_READFUNCTION, sendBody)
      // Rewinding is what lets libcurl send a body again, so only what may be repeated can.
      if canRewind { ccurl_set_seek(handle, rewindBody) }
    }

    /// Names the transfer that the functions work for.
    func setOwner(_ owner: UnsafeMutableRawPointer) {
      ccurl_set_pointer(handle, CURLOPT_PRIVATE, owner)
      ccurl_set_pointer(handle, CURLOPT_WRITEDATA, owner)
      ccurl_set_pointer(handle, CURLOPT_HEADERDATA, owner)
      ccurl_set_pointer(handle, CURLOPT_READDATA, owner)
      ccurl_set_pointer(handle, CURLOPT_SEEKDATA, owner)
    }
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
