#if os(Linux)
  import Foundation

  /// Sends requests through the system's libcurl, on one thread for all of them.
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
      guard request.url.hasScheme("http:") || request.url.hasScheme("https:") else {
        throw TransportError(
          .badURL, mayHaveArrived: false, detail: "it must begin with https:// or http://")
      }
      let transfer = CurlTransfer(request, loop: loop)
      let head = try await transfer.head()
      return TransportResponse(head: head, body: ResponseBody(transfer.incoming))
    }
  }

  extension Transport where Self == CurlTransport {
    /// The transport that fits this system.
    public static var `default`: CurlTransport { .shared }
  }
#endif
