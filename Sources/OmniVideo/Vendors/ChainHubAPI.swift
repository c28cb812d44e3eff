import ChainHubClient
import ClientRuntime

/// ChainHub's relay of Kling.
struct ChainHubAPI: VendorAPI {
  let client: ChainHub.Client
  let traits = VendorTraits.chainHub
  var http: HTTPClient { client.http }

  func creating(_ body: VendorBody) throws(UnfitBody) -> Sending {
    let (typed, exact) = try body.typed(ChainHub.OmniVideoRequest.self)
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
}
