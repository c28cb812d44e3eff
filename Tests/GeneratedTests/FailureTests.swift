import ClientRuntime
import Foundation
import KlingClient
import NewAPIClient
import OmniRoutersClient
import Testing

/// Refusals come with the error body that the description types.
@Suite struct FailureTests {
  @Test("Kling's code says more than the status")
  func kling() async throws {
    let transport = try StubTransport(answer: "kling/error-concurrency", status: 429)
    var options = ClientOptions()
    options.environment.sleep = { _ in }
    let kling = Kling.Client(
      credential: .bearer("secret"), options: options, transport: transport)
    let failure = try await failure {
      _ = try await kling.createOmniVideo(.init(prompt: "A girl smiles by the sea"))
    }
    #expect(failure.status == 429 && failure.code == "1303" && failure.requestID == "uuid")
    #expect(failure.decoded(as: Kling.ErrorResponse.self)?.code == .concurrencyExceeded)
    // What was refused for its number alone did not happen, so even a create is tried again.
    #expect(transport.requests.count == failure.retries + 1 && failure.retries > 0)
  }

  @Test("A gateway does not know the task")
  func unknownTask() async throws {
    let transport = try StubTransport(answer: "omnirouters/error-task-not-exist", status: 400)
    let omni = OmniRouters.Client(credential: .bearer("secret"), transport: transport)
    let failure = try await failure { _ = try await omni.getVideo(taskID: "task_1") }
    #expect(failure.decoded(as: OmniRouters.ErrorResponse.self)?.code == .taskNotExist)
    #expect(failure.operation == "getVideo" && failure.message == "task_not_exist")
  }

  @Test("A download that is not ready yet is no video")
  func notReady() async throws {
    let transport = try StubTransport(answer: "newapi/error-not-completed", status: 400)
    let gateway = NewAPI.Client(credential: .bearer("secret"), transport: transport)
    let failure = try await failure { _ = try await gateway.getVideoContent(videoID: "1") }
    let body = try #require(failure.decoded(as: NewAPI.ErrorResponse.self))
    #expect(body.error?.message == "Task is not completed yet, current status: NOT_START")
    #expect(!"\(failure)".contains("secret"))
  }

  @Test("An answer that is not as described is named with its place")
  func decoding() async throws {
    let transport = StubTransport(Data(#"{"code":0,"message":"","request_id":"","data":{}}"#.utf8))
    let kling = Kling.Client(credential: .bearer("secret"), transport: transport)
    do {
      _ = try await kling.getOmniVideo(id: "1")
      Issue.record("the answer was taken")
    } catch {
      guard case .decoding(let failure) = error else { throw error }
      #expect(failure.path == "data" && failure.reason == "the key ‘task_id’ is missing")
    }
  }

  private func failure(_ call: () async throws -> Void) async throws -> HTTPFailure {
    do {
      try await call()
    } catch let error as APIError {
      if case .http(let failure) = error { return failure }
      throw error
    }
    throw Unrefused()
  }

  private struct Unrefused: Error {}
}
