import ClientRuntime
import OrcaRouterClient

/// OrcaRouter.
struct OrcaRouterAPI: VendorAPI {
  let client: OrcaRouter.Client
  let traits = VendorTraits.orcaRouter
  var http: HTTPClient { client.http }

  func creating(_ body: VendorBody) throws(UnfitBody) -> Sending {
    let (typed, exact) = try body.typed(OrcaRouter.VideoRequest.self)
    return { () async throws(APIError) in
      try await client.exchange(sending: exact) { client throws(APIError) in
        _ = try await client.createVideoGeneration(typed)
      }
    }
  }

  func query(_ id: String) async throws(APIError) -> VendorAnswer {
    try await client.exchange { client throws(APIError) in
      _ = try await client.getVideoGeneration(taskID: id)
    }
  }
}
