import KlingClient
import Testing

/// The code of the README, which has to compile and to do what it says.
@Suite struct ReadmeTests {
  @Test func aClientIsUsedAsTheReadmeShows() async throws {
    let (accessKey, secretKey) = ("access", "secret")
    var kling = Kling.Client(credential: .signedToken(accessKey: accessKey, secretKey: secretKey))
    kling.http.transport = try StubTransport(answer: "kling/create")
    let created = try await kling.createOmniVideo(
      .init(modelName: .klingV3Omni, prompt: "A girl smiles by the sea", duration: "5"))
    let task = try await kling.getOmniVideo(id: created.data.taskID)
    do {
      _ = try await kling.getOmniVideo(id: "unknown")
    } catch .http(let failure) {
      Issue.record("\(failure) \(failure.decoded(as: Kling.ErrorResponse.self)?.code as Any)")
    }
    let patient = kling.with { $0.timeout = .seconds(300) }
    let (answer, head) = try await patient.withResponse { client in
      try await client.getOmniVideo(id: created.data.taskID)
    }
    #expect(answer == task && head.status == 200)
  }
}
