import ClientRuntime
import Foundation
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

  @Test func aTaskIsFollowedAndItsVideoDownloadedAsTheReadmeShows() async throws {
    let answer = try Fixture.text("responses/kling/query-succeeded")
      .replacing(#""url": "string""#, with: #""url": "https://files.example/girl.mp4""#)
    var kling = Kling.Client(credential: .apiKey("key"))
    kling.http.transport = StubTransport(Data(answer.utf8))
    let target = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).mp4")
    defer { try? FileManager.default.removeItem(at: target) }
    let careful = kling.with {
      $0.deadline = .seconds(120)
      $0.retry = RetryPolicy(maximumRetries: 4)
      $0.observe = { event in _ = "\(event)" }
    }
    let waits = Array(careful.http.options.retry.delays)
    #expect(waits == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
    let videos = LongRunningOperation<Kling.VideoTask>("kling.omni-video") {
      handle throws(APIError) in
      let task = try await careful.with { $0.retry = .none }.getOmniVideo(id: handle.id).data
      switch task.taskStatus {
      case .succeed: return TaskUpdate(.succeeded, task)
      case .failed: return TaskUpdate(.failed(reason: task.taskStatusMessage), task)
      default: return TaskUpdate(.running(), task)
      }
    }
    let running = videos.task(id: "string")
    let saved = try JSONEncoder().encode(running.handle)
    let resumed = try videos.resume(JSONDecoder().decode(TaskHandle.self, from: saved))
    let done = try await resumed.value()
    let address = try #require(done.taskResult?.videos?.first?.url)
    let file = try await kling.http.download(address, to: target)
    #expect(file.length == answer.utf8.count)
  }

  @Test func aWebhookIsVerifiedAsTheReadmeShows() throws {
    let verifier = try WebhookVerifier(secret: "whsec_c2VjcmV0")
    let headers: HTTPHeaders = [
      "webhook-id": "1", "webhook-timestamp": "\(Int(Date().timeIntervalSince1970))",
      "webhook-signature": "v1,AAAA",
    ]
    let body = try Fixture.data("responses/kling/callback")
    #expect(throws: WebhookError.noMatchingSignature) {
      try Kling.Deliveries.taskUpdate.decode(body, headers: headers, verifiedBy: verifier)
    }
  }
}
