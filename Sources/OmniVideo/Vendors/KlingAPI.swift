import ClientRuntime
import KlingClient

/// Kling itself.
struct KlingAPI: VendorAPI {
  let client: Kling.Client
  let traits = VendorTraits.kling
  var http: HTTPClient { client.http }
  /// The token is not valid yet, or no longer.
  private static let staleCodes: Set<String> = ["1003", "1004"]

  func creating(_ body: VendorBody) throws(UnfitBody) -> Sending {
    let (typed, exact) = try body.typed(Kling.OmniVideoRequest.self)
    return { () async throws(APIError) in
      try await client.exchange(sending: exact, staleCodes: Self.staleCodes) {
        client throws(APIError) in
        _ = try await client.createOmniVideo(typed)
      }
    }
  }

  func query(_ id: String) async throws(APIError) -> VendorAnswer {
    try await client.exchange(staleCodes: Self.staleCodes) { client throws(APIError) in
      _ = try await client.getOmniVideo(id: id)
    }
  }

  func list(page: Int, size: Int) async throws(APIError) -> VendorAnswer? {
    try await client.exchange(staleCodes: Self.staleCodes) { client throws(APIError) in
      _ = try await client.listOmniVideos(pageNum: page, pageSize: size)
    }
  }
}
