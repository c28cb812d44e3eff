import ClientRuntime
import KlingClient

/// Kling itself.
struct KlingAPI: VendorAPI {
  let client: Kling.Client
  let traits = VendorTraits.kling
  var http: HTTPClient { client.http }

  func creating(_ body: VendorBody) throws(UnfitBody) -> Sending {
    let (typed, exact) = try body.typed(Kling.OmniVideoRequest.self)
    return { () async throws(APIError) in
      try await client.exchange(sending: exact) { client throws(APIError) in
        _ = try await client.createOmniVideo(typed)
      }
    }
  }

  func query(_ id: String) async throws(APIError) -> VendorAnswer {
    try await client.exchange { client throws(APIError) in
      _ = try await client.getOmniVideo(id: id)
    }
  }

  func list(page: Int, size: Int) async throws(APIError) -> VendorAnswer? {
    try await client.exchange { client throws(APIError) in
      _ = try await client.listOmniVideos(pageNum: page, pageSize: size)
    }
  }
}
