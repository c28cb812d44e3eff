import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

@Suite struct VideoUpdatesTests {
  typealias Answer = ScriptedVendor.Answer

  static func kling(_ status: String, url: String? = nil) -> Answer {
    let videos = url.map { #"{"id":"v","url":"\#($0)","duration":"5.04"}"# } ?? ""
    return .json(
      200,
      #"{"code":0,"data":{"task_id":"t1","task_status":"\#(status)","task_result":{"videos":[\#(videos)]}}}"#
    )
  }

  static let done = kling("succeed", url: "https://cdn.test/1.mp4")
  static let unknown = Answer.json(
    400, #"{"code":"task_not_exist","message":"task_not_exist","data":null}"#)

  /// What a task's answers are, and what is seen of them.
  struct Story: Sendable, CustomTestStringConvertible {
    var name: String
    var provider = ProviderID.kling
    var answers: [Answer]
    /// The words of the updates, the last one the end or the error.
    var seen: [String]
    /// The waits before the questions, in seconds.
    var waits: [Double]?
    /// How long ago the task was created.
    var age: Double = 0

    var testDescription: String { name }
  }

  static let stories: [Story] = [
    Story(
      name: "queued, running, there",
      answers: [kling("submitted"), kling("processing"), done],
      seen: ["queued", "running", "succeeded"], waits: [5, 10, 10]),
    Story(
      name: "a gateway is asked every 15 seconds", provider: .newapi,
      answers: [
        .json(200, #"{"id":"t1","status":"NOT_START"}"#),
        .json(200, #"{"id":"t1","status":"in_progress","progress":30}"#),
        .json(200, #"{"id":"t1","status":"completed","video_url":"https://cdn.test/1.mp4"}"#),
      ], seen: ["queued", "running", "succeeded"], waits: [5, 15, 15]),
    Story(
      name: "unknown words are no end", answers: [kling("dreaming"), kling("SUCCEEDED"), done],
      seen: ["dreaming", "running", "succeeded"]),
    Story(
      name: "a word is shown as it comes", answers: [kling("processing"), kling("odd"), done],
      seen: ["running", "odd", "succeeded"]),
    Story(
      name: "the vendor says when to ask", provider: .newapi,
      answers: [
        .full(
          200, ["OpenAI-Poll-After-Ms": "4000"], Data(#"{"id":"t1","status":"queued"}"#.utf8)),
        .json(200, #"{"id":"t1","status":"cancelled"}"#),
      ], seen: ["queued", "cancelled"], waits: [5, 4]),
    Story(
      name: "failed", answers: [kling("processing"), kling("failed")], seen: ["running", "failed"]),
    Story(
      name: "a code beside the status is the task's", provider: .newapi,
      answers: [
        .json(200, #"{"id":"t1","status":"failed","error":{"code":"1303","message":"too many"}}"#)
      ], seen: ["failed"]),
    Story(name: "cancelled", answers: [kling("canceled")], seen: ["cancelled"]),
    Story(
      name: "breaks of all sorts are waited out",
      answers: [
        .lost(.connectionFailed, mayHaveArrived: false), .lost(.timedOut, mayHaveArrived: true),
        .json(502, "<html>"), .json(200, "<html>"), .json(503, ""),
        .json(429, #"{"code":1302,"message":"slow"}"#),
        .json(200, #"{"code":5000,"message":"internal"}"#), kling("processing"), done,
      ], seen: ["running", "succeeded"], waits: [5, 2, 4, 8, 8, 8, 8, 8, 10]),
    Story(
      name: "the server's wish counts",
      answers: [.full(503, ["Retry-After": "33"], Data()), done], seen: ["succeeded"],
      waits: [5, 33]),
    Story(
      name: "not known yet", provider: .omnirouters,
      answers: [unknown, unknown, .json(200, #"{"id":"t1","status":"queued"}"#), unknown],
      seen: ["queued", "expired"]),
    Story(
      name: "never known", answers: [.json(404, #"{"code":1203,"message":"gone"}"#)],
      seen: ["expired"], waits: [5, 2, 4, 8, 8, 8]),
    Story(
      name: "known long ago, gone now", answers: [.json(404, #"{"code":1203,"message":"gone"}"#)],
      seen: ["expired"], waits: [], age: 90_000),
    Story(
      name: "there, and the address comes later",
      answers: [kling("succeed"), kling("succeed"), done],
      seen: ["running", "running", "succeeded"]),
    Story(
      name: "there, and no address ever",
      answers: [kling("succeed")], seen: ["running", "running", "running", "succeeded"]),
    Story(
      name: "not finished after all, says a gateway", provider: .newapi,
      answers: [
        .json(
          400,
          #"{"error":{"message":"Task is not completed yet, current status: NOT_START","type":"invalid_request_error"}}"#
        ), .json(200, #"{"id":"t1","status":"failed","error":{"message":"no"}}"#),
      ], seen: ["failed"]),
    Story(
      name: "the key is refused", answers: [.json(401, #"{"code":1002,"message":"bad key"}"#)],
      seen: ["unanswered"]),
    Story(
      name: "the account is in arrears", answers: [.json(429, #"{"code":1101,"message":"pay"}"#)],
      seen: ["unanswered"]),
    Story(
      name: "it takes too long", answers: [kling("processing")], seen: ["running", "deadline"]),
  ]

  @Test(arguments: stories) func follows(story: Story) async throws {
    let time = TestTime()
    let vendor = ScriptedVendor(create: [], query: story.answers)
    let studio = Studios.studio(story.provider, vendor, time)
    let handle = VideoHandle(
      provider: story.provider, baseURL: "https://vendor.test", route: story.provider.route,
      taskID: "t1", created: time.start - story.age, seconds: 5)
    var seen: [String] = []
    do throws(VideoError) {
      for try await update in try studio.task(handle).updates() {
        let word = "\(update.status)"
        // A long story of the same word is told once, unless it is expected to be told.
        if seen.last != word || story.seen.filter({ $0 == word }).count > 1 { seen.append(word) }
      }
    } catch {
      seen.append(Result<Int, VideoError>.failure(error).word)
    }
    #expect(seen == story.seen)
    if let waits = story.waits { #expect(time.sleeps == waits.map { .seconds($0) }) }
  }

  @Test(arguments: [(5.0, 900.0), (15, 900), (20, 1200), (nil, 900)])
  func theDeadlineGrowsWithTheVideo(seconds: Double?, deadline: Double) {
    #expect(PollPace.deadline(seconds: seconds) == .seconds(deadline))
  }

  @Test func theLastQuestionIsAskedAtTheEnd() {
    var pace = PollPace(interval: .seconds(10), firstPoll: .seconds(5), deadline: .seconds(25))
    var moments: [Double] = []
    var elapsed = Duration.zero
    while let wait = pace.next(elapsed: elapsed, failures: 0, hint: nil) {
      elapsed += wait
      moments.append(Double(elapsed.components.seconds))
    }
    #expect(moments == [10, 20, 25])
  }

  @Test func aDeadlineLeavesATaskThatCanBeResumed() async throws {
    let time = TestTime()
    let slow = ScriptedVendor(create: [], query: [Self.kling("processing")])
    let handle = VideoHandle(
      provider: .kling, baseURL: "https://vendor.test", route: .klingOmniVideo, taskID: "t1",
      created: time.start)
    let result = await Result.of { () async throws(VideoError) in
      try await Studios.studio(.kling, slow, time).task(handle).video()
    }
    guard case .failure(let error) = result else { return }
    let text = try JSONEncoder().encode(error.handle)
    let again = try JSONDecoder().decode(VideoHandle.self, from: text)
    let later = ScriptedVendor(create: [], query: [Self.done])
    let video = try await Studios.studio(.kling, later, time).task(again).video()
    #expect(result.word == "deadline" && video.url == "https://cdn.test/1.mp4")
    #expect(video.duration == 5.04)
    #expect(video.expires == time.environment.now() + 30 * 86_400)
  }

  @Test func aHandleOfAnotherVendorIsRefused() {
    let vendor = ScriptedVendor(create: [])
    let time = TestTime()
    let handles = [
      (ProviderID.newapi, "https://vendor.test"), (.kling, "https://other.test"),
    ].map {
      VideoHandle(
        provider: $0, baseURL: $1, route: $0.route, taskID: "t1", created: time.start)
    }
    for handle in handles {
      #expect(throws: VideoError.self) { try Studios.studio(.kling, vendor).task(handle) }
    }
  }

  @Test(arguments: ["../up", "a/b", "..", "%2e", "id with space"])
  func idsDoNotClimb(id: String) async throws {
    let time = TestTime()
    let vendor = ScriptedVendor(create: [], query: [Self.done])
    let handle = VideoHandle(
      provider: .kling, baseURL: "https://vendor.test", route: .klingOmniVideo, taskID: id,
      created: time.start)
    _ = try await Studios.studio(.kling, vendor, time).task(handle).status()
    let path = vendor.requests[0].url.dropFirst("https://vendor.test/v1/videos/omni-video/".count)
    #expect(!path.contains("/") && path != "." && path != "..")
  }
}
