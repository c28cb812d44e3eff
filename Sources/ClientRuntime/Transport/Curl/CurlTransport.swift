public struct CurlTransport: Transport {
  public init() {}
  public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    throw TransportError(.other, mayHaveArrived: false, detail: "not connected")
  }
}
extension Transport where Self == CurlTransport {
  public static var `default`: CurlTransport { CurlTransport() }
}
