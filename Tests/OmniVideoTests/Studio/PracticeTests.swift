import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

/// What users of such APIs complain about, each as a test; the rest stands with the parts concerned.
@Suite struct PracticeTests {
  private static func handle(_ id: ProviderID, _ time: TestTime) -> VideoHandle {
    VideoHandle(
      provider: id, baseURL: "https://vendor.test", route: id.route, taskID: "t1",
      created: time.start, seconds: 10)
  }

  private static let content = "https://vendor.test/v1/videos/t1/content"

  @Test func p2NoIdempotencyKeyGivesFalseSafety() async throws {
    let vendor = ScriptedVendor(create: [Studios.created(.newapi)])
    _ = try await Studios.studio(.newapi, vendor).create(Studios.body(.newapi))
    #expect(vendor.requests[0].headers["Idempotency-Key"] == nil)
  }

  @Test func p3AndP4QuestionsAndDownloadsNeverCreateAnew() async throws {
    let vendor = ScriptedVendor { request, number in
      if request.method == .post { return Studios.created(.kling) }
      if request.url.hasPrefix("https://cdn.test") {
        return .lost(.connectionLost, mayHaveArrived: true)
      }
      return number < 9 ? .lost(.timedOut, mayHaveArrived: true) : VideoUpdatesTests.done
    }
    let studio = Studios.studio(.kling, vendor)
    let file = FileManager.default.temporaryDirectory.appending(path: "p4-\(UUID()).mp4")
    let result = await Result.of { () async throws(VideoError) in
      let task = try await studio.create(Studios.body(.kling))
      return try await studio.download(try await task.video(), to: file)
    }
    try? FileManager.default.removeItem(at: file.appendingPathExtension("part"))
    #expect([result.word, "\(vendor.creates)"] == ["call", "1"])
  }

  @Test func p14NotCompletedYetIsAskedAgain() async throws {
    let notYet =
      #"{"error":{"message":"Task is not completed yet, current status: NOT_START","type":"invalid_request_error"}}"#
    let vendor = ScriptedVendor { request, number in
      if request.url != Self.content { return .json(200, #"{"id":"t1","status":"completed"}"#) }
      if number < 7 { return .json(400, notYet) }
      return .full(200, ["Content-Type": "video/mp4"], Data("video".utf8))
    }
    let time = TestTime()
    let studio = Studios.studio(.newapi, vendor, time)
    let file = FileManager.default.temporaryDirectory.appending(path: "p14-\(UUID()).mp4")
    defer { try? FileManager.default.removeItem(at: file) }
    let task = try studio.task(Self.handle(.newapi, time))
    let done = try await studio.download(try await task.video(), to: file)
    #expect(done.length == 5)
  }

  @Test func p18ThePriceAndTheReasonOfAFailureAreShown() async throws {
    let failed =
      #"{"code":0,"data":{"task_id":"t1","task_status":"failed","task_status_msg":"risk control","final_unit_deduction":"3.5"}}"#
    let time = TestTime()
    let vendor = ScriptedVendor(create: [], query: [.json(200, failed)])
    let task = try Studios.studio(.kling, vendor, time).task(Self.handle(.kling, time))
    let update = try await task.status()
    #expect(update.state.billing == ["final_unit_deduction": "3.5"])
    let result = await Result.of { () async throws(VideoError) in try await task.video() }
    guard case .failure(let error) = result else { return }
    #expect(error.description.contains("risk control"))
  }

  @Test func p19EveryQuestionIsSignedInTime() async throws {
    let time = TestTime()
    let vendor = ScriptedVendor(create: [], query: [VideoUpdatesTests.kling("processing")])
    let task = try Studios.studio(.kling, vendor, time).task(Self.handle(.kling, time))
    for _ in 0..<4 {
      _ = try await task.status()
      time.pass(.seconds(1790))
    }
    let tokens = vendor.requests.compactMap { $0.headers["Authorization"] }
    #expect(Set(tokens).count == 4 && vendor.queries == 4)
  }

  @Test(arguments: [("5.04", true), ("10.1", false), ("9.6", false)])
  func p20AShorterVideoThanWasAskedForIsRemarked(duration: String, isRemarked: Bool) async throws {
    let time = TestTime()
    let done =
      #"{"code":0,"data":{"task_id":"t1","task_status":"succeed","task_result":{"videos":[{"url":"https://c/1","duration":"\#(duration)"}]}}}"#
    let vendor = ScriptedVendor(create: [], query: [.json(200, done)])
    let task = try Studios.studio(.kling, vendor, time).task(Self.handle(.kling, time))
    #expect((try await task.video().remark != nil) == isRemarked)
  }
}
