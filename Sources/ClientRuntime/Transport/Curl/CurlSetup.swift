#if os(Linux)
  import CCurl
  import Foundation

  /// Tells libcurl what one request is about, on a handle that is set up for requests of its shape.
  struct CurlSetup {
    let transfer: CurlTransfer
    let length: Int64?
    let shape: CurlShape

    /// Measures the body.
    init(_ transfer: CurlTransfer) throws(TransportError) {
      self.transfer = transfer
      do {
        length = try transfer.request.body.length()
      } catch {
        throw TransportError(
          .bodyUnreadable, mayHaveArrived: false, detail: error.localizedDescription)
      }
      transfer.upload?.expect(length)
      shape = CurlShape(transfer, hasBody: length != 0)
    }

    /// Sets what is this request's own; the result must live as long as the handle is used.
    func apply(to pointer: UnsafeMutableRawPointer) throws(TransportError) -> HeaderLines {
      let request = transfer.request
      let handle = CurlOptions(handle: pointer)
      guard handle.set(CURLOPT_URL, request.url) == CURLE_OK else {
        throw TransportError(.badURL, mayHaveArrived: false)
      }
      handle.set(CURLOPT_CONNECTTIMEOUT_MS, max(1, request.connectTimeout.wholeMilliseconds))
      let timeout = request.timeout.map { max(1, ($0 - transfer.delay).wholeMilliseconds) }
      handle.set(CURLOPT_TIMEOUT_MS, timeout ?? 0)
      if shape.uploads { handle.set(length: length) }
      handle.setOwner(Unmanaged.passUnretained(transfer).toOpaque())
      let lines = HeaderLines(request.headers)
      ccurl_set_list(pointer, CURLOPT_HTTPHEADER, lines.first)
      return lines
    }
  }
#endif
