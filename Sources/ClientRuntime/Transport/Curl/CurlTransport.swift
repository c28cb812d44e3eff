#if os(Linux)
  import Foundation

  /// Sends requests through the system's libcurl, one caller or thread at work for all of them.
  ///
  /// Who reads an answer slowly keeps the server waiting. Over HTTP/2 the server may by then have sent
  /// as much as libcurl lets it send ahead, which lies in memory for each such answer: up to 32 MB with
  /// libcurl before 8.1, 10 MB since. No option of libcurl's sets another limit. Of a packed answer up
  /// to 16 MB may lie there unpacked; one that is packed and ends too early is not noticed when as many
  /// bytes came as were announced.
  public struct CurlTransport: Transport {
    private let loop: CurlLoop

    /// The transport that clients share, and with it their connections.
    public static let shared = CurlTransport()

    /// Makes a transport with connections of its own.
    public init(configuration: CurlConfiguration = CurlConfiguration()) {
      loop = CurlLoop(configuration)
    }

    /// Sends a request; cancelling the task closes the connection.
    public func send(
      _ request: TransportRequest
    ) async throws(TransportError) -> TransportResponse {
      // libcurl would guess a scheme or take a host out of the path, and knows many more schemes.
      guard request.url.namesHost(after: "http://") || request.url.namesHost(after: "https://")
      else {
        throw TransportError(
          .badURL, mayHaveArrived: false,
          detail: "it must begin with https:// or http:// and a host")
      }
      try request.checkHeaders()
      let transfer = CurlTransfer(request, loop: loop)
      let head = try await transfer.head()
      return TransportResponse(head: head, body: ResponseBody(transfer.incoming))
    }
  }

  extension CurlTransport: CustomReflectable {
    /// Nothing: what it works with changes while it is looked at.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
  }

  extension Transport where Self == CurlTransport {
    /// The transport that fits this system.
    public static var `default`: CurlTransport { .shared }
  }
#endif
