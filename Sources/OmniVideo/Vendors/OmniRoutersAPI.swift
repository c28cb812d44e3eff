import ClientRuntime
import OmniRoutersClient

/// OmniRouters, by the same route for creating and asking.
struct OmniRoutersAPI: VendorAPI {
  let client: OmniRouters.Client
  let traits = VendorTraits.gateway
  var http: HTTPClient { client.http }

  func creating(_ body: VendorBody) throws(UnfitBody) -> Sending {
    let (typed, exact) = try body.typed(OmniRouters.VideoRequest.self)
    return { () async throws(APIError) in
      try await client.exchange(sending: exact) { client throws(APIError) in
        _ = try await client.createVideo(typed)
      }
    }
  }

  func query(_ id: String) async throws(APIError) -> VendorAnswer {
    try await client.exchange { client throws(APIError) in
      _ = try await client.getVideo(taskID: id)
    }
  }
}
