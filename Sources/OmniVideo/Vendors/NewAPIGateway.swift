import ClientRuntime
import NewAPIClient

/// A gateway that runs New API.
struct NewAPIGateway: VendorAPI {
  let client: NewAPI.Client
  let traits = VendorTraits.gateway
  var http: HTTPClient { client.http }

  func creating(_ body: VendorBody) throws(UnfitBody) -> Sending {
    let (typed, exact) = try body.typed(NewAPI.VideoRequest.self)
    return { () async throws(APIError) in
      try await client.exchange(sending: exact) { client throws(APIError) in
        _ = try await client.createVideo(typed)
      }
    }
  }

  func query(_ id: String) async throws(APIError) -> VendorAnswer {
    try await client.exchange { client throws(APIError) in
      _ = try await client.getVideo(videoID: id)
    }
  }
}
