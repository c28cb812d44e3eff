import ClientRuntime
import Foundation
import Synchronization
import Testing

@testable import OmniVideo

/// What a vendor does with a create, and what must come of it.
struct CreateCase: Sendable, CustomTestStringConvertible {
  var name: String
  var provider = ProviderID.kling
  var answers: [ScriptedVendor.Answer]
  /// What the vendor says when it is asked by the external id.
  var found: ScriptedVendor.Answer = .json(404, #"{"code":1203,"message":"not found"}"#)
  var outcome: String
  var creates = 1

  var testDescription: String { name }

  static func kling(_ status: Int, _ code: Int) -> ScriptedVendor.Answer {
    .json(status, #"{"code":\#(code),"message":"m\#(code)","request_id":"r"}"#)
  }

  static func gateway(_ status: Int, _ code: String) -> ScriptedVendor.Answer {
    .json(status, #"{"code":"\#(code)","message":"\#(code)","data":null}"#)
  }
}

@Suite struct CreationTests {
  static let klingRefusals = [
    (401, 1000), (401, 1001), (401, 1002), (429, 1100), (429, 1101), (429, 1102), (403, 1103),
    (400, 1200), (400, 1201), (404, 1202), (404, 1203), (400, 1300), (400, 1301), (429, 1304),
  ].flatMap { status, code in
    [status, 200].map { status in
      CreateCase(
        name: "kling \(code) with \(status)", answers: [CreateCase.kling(status, code)],
        // A token that was refused is signed anew once.
        outcome: "refused", creates: status == 401 ? 2 : 1)
    }
  }

  static let klingThrottles = [(429, 1302), (429, 1303), (200, 1303)].map { status, code in
    CreateCase(
      name: "kling \(code) with \(status)",
      answers: [CreateCase.kling(status, code), CreateCase.kling(status, code)]
        + [Studios.created(.kling)], outcome: "success", creates: 3)
  }

  static let klingDoubts = [(500, 5000), (503, 5001), (504, 5002), (200, 5000)].map {
    CreateCase(
      name: "kling \($1) with \($0)", answers: [CreateCase.kling($0, $1)],
      outcome: "createUnclear")
  }

  static let gatewayRefusals = [
    (400, "missing_model"), (400, "invalid_request"), (400, "invalid_json"), (400, "invalid_size"),
    (400, "model_price_error"), (403, "insufficient_user_quota"), (503, "model_not_found"),
    (403, "access_denied"), (413, "read_request_body_failed"), (501, "not_implemented"),
    (400, "task_failed"),
  ].map {
    CreateCase(
      name: "gateway \($1)", provider: .omnirouters, answers: [CreateCase.gateway($0, $1)],
      outcome: "refused")
  }

  static let gatewayDoubts = [
    (500, "do_request_failed"), (500, "read_response_body_failed"), (500, "invalid_response"),
    (500, "unmarshal_response_body_failed"), (500, "something_new"),
  ].map {
    CreateCase(
      name: "gateway \($1)", provider: .newapi, answers: [CreateCase.gateway($0, $1)],
      outcome: "createUnclear")
  }

  static let others: [CreateCase] = [
    .init(
      name: "a page with 502", provider: .orcarouter, answers: [.json(502, "<html>bad</html>")],
      outcome: "createUnclear"),
    .init(
      name: "a page with 200", provider: .newapi, answers: [.json(200, "<html>hello</html>")],
      outcome: "createUnclear"),
    .init(
      name: "an answer without an id", provider: .omnirouters,
      answers: [.json(200, #"{"status":"queued"}"#)], outcome: "createUnclear"),
    .init(
      name: "a task that failed at once", provider: .newapi,
      answers: [.json(200, #"{"id":"t1","status":"failed","error":{"code":"1303"}}"#)],
      outcome: "success"),
    .init(
      name: "a request's id is no task's", provider: .newapi,
      answers: [.json(200, #"{"id":"req-1","error":{"code":"odd","message":"no"}}"#)],
      outcome: "createUnclear"),
    .init(
      name: "429 without a word", provider: .newapi,
      answers: [.json(429, ""), Studios.created(.newapi)], outcome: "success", creates: 2),
    .init(
      name: "429 for lack of money", provider: .newapi,
      answers: [.json(429, #"{"error":{"code":"insufficient_quota","message":"no money"}}"#)],
      outcome: "refused"),
    .init(
      name: "not sent, then sent",
      answers: [
        .lost(.connectionFailed, mayHaveArrived: false),
        .lost(.nameNotFound, mayHaveArrived: false), Studios.created(.kling),
      ], outcome: "success", creates: 3),
    .init(
      name: "never sent", answers: [.lost(.connectionFailed, mayHaveArrived: false)],
      outcome: "notSent", creates: 4),
    .init(
      name: "lost after sending, found",
      answers: [.lost(.connectionLost, mayHaveArrived: true)],
      found: .json(200, Studios.klingCreated), outcome: "success"),
    .init(
      name: "lost after sending, not found", answers: [.lost(.timedOut, mayHaveArrived: true)],
      outcome: "createUnclear"),
    .init(
      name: "lost after sending, nobody to ask", provider: .omnirouters,
      answers: [.lost(.timedOut, mayHaveArrived: true)], outcome: "createUnclear"),
    .init(
      name: "the token expired", answers: [CreateCase.kling(401, 1004), Studios.created(.kling)],
      outcome: "success", creates: 2),
    .init(
      name: "the token expired, says the body",
      answers: [CreateCase.kling(200, 1004), Studios.created(.kling)], outcome: "success",
      creates: 2),
    .init(
      name: "the token is never good", answers: [CreateCase.kling(200, 1003)], outcome: "refused",
      creates: 2),
    .init(
      name: "a redirect to nowhere", provider: .newapi, answers: [.json(304, "")],
      outcome: "createUnclear"),
  ]

  @Test(
    arguments: klingRefusals + klingThrottles + klingDoubts + gatewayRefusals + gatewayDoubts
      + others)
  func aCreateIsNeverSentTwiceInDoubt(sample: CreateCase) async throws {
    let vendor = ScriptedVendor(create: sample.answers, query: [sample.found])
    let journal = MemoryJournal()
    let studio = Studios.studio(sample.provider, vendor, journal: journal)
    let result = await Result.of { () async throws(VideoError) in
      try await studio.create(Studios.body(sample.provider))
    }
    #expect([result.word, "\(vendor.creates)"] == [sample.outcome, "\(sample.creates)"])
    // The journal says the same.
    let record = try #require(journal.records().first)
    let noted =
      record.handle != nil ? "success" : record.isUndecided ? "createUnclear" : "none"
    let expected = ["success", "createUnclear"].contains(sample.outcome) ? sample.outcome : "none"
    #expect(noted == expected)
  }

  @Test func aWaitForRoomIsTold() async throws {
    let vendor = ScriptedVendor(create: [
      CreateCase.kling(429, 1303), CreateCase.kling(429, 1303), Studios.created(.kling),
    ])
    let told = Mutex<[String]>([])
    var options = TestTime().options
    options.onWait = { refusal, delay in
      told.withLock { $0.append("\(refusal.code ?? "") \(delay > .zero)") }
    }
    let studio = VideoStudio(
      provider: Studios.provider(.kling), journal: nil, slots: VideoSlots(), options: options,
      transport: vendor)
    _ = try await studio.create(Studios.body(.kling))
    #expect(told.withLock { $0 } == ["1303 true", "1303 true"])
  }

  @Test(arguments: ProviderID.allCases) func whatIsSentIsTheBody(id: ProviderID) async throws {
    let vendor = ScriptedVendor(create: [Studios.created(id)])
    var body = Studios.body(id)
    body.body["odd_new_field"] = ["kept": true]
    let task = try await Studios.studio(id, vendor).create(body)
    let request = vendor.requests[0]
    guard case .bytes(let data) = request.body else { return }
    var sent = try JSONValue(parsing: data)
    if id == .kling || id == .chainhub {
      // What the task can be found by, when its answer is lost.
      #expect(sent["external_task_id"]?.stringValue == task.handle.externalID)
      sent["external_task_id"] = nil
    }
    #expect(sent == body.body)
    #expect(request.url == "https://vendor.test" + body.route.path)
    #expect(request.headers["Authorization"]?.hasPrefix("Bearer ") == true)
    #expect(task.id == "t1" && task.handle.provider == id)
  }

  @Test func theCallersExternalIDStays() async throws {
    let vendor = ScriptedVendor(create: [Studios.created(.kling)])
    var body = Studios.body(.kling)
    body.externalID = "mine"
    body.body["external_task_id"] = "mine"
    let task = try await Studios.studio(.kling, vendor).create(body)
    #expect(task.handle.externalID == "mine")
  }

  @Test func theIntentIsWrittenBeforeAnythingIsSent() async throws {
    let journal = MemoryJournal()
    let vendor = ScriptedVendor { _, _ in
      let isKnown = journal.records().first?.isUndecided == true
      return isKnown ? Studios.created(.kling) : .json(400, "{}")
    }
    _ = try await Studios.studio(.kling, vendor, journal: journal).create(Studios.body(.kling))
    let record = try #require(journal.records().first)
    #expect(record.handle?.taskID == "t1" && record.intent.model == "kling-v3-omni")
    #expect(record.intent.seconds == 5 && record.intent.account.count == 16)
  }

  @Test func theSameRequestIsRefusedWhileItIsOpen() async throws {
    let journal = MemoryJournal()
    let lost = ScriptedVendor(create: [.lost(.timedOut, mayHaveArrived: true)])
    let fine = ScriptedVendor(create: [Studios.created(.newapi)])
    let time = TestTime()
    let first = await Result.of { () async throws(VideoError) in
      try await Studios.studio(.newapi, lost, time, journal: journal).create(Studios.body(.newapi))
    }
    let studio = Studios.studio(.newapi, fine, time, journal: journal)
    var results = [first.word]
    for identical in [IdenticalRequest.refuse, .resume, .create, .refuse, .resume] {
      let result = await Result.of { () async throws(VideoError) in
        try await studio.create(Studios.body(.newapi), identical: identical)
      }
      results.append(result.word)
    }
    // Unclear; refused twice as there is no task to give back; made; refused; given back.
    #expect(
      results == ["createUnclear", "duplicate", "duplicate", "success", "duplicate", "success"])
    #expect(fine.creates == 1)
    var other = Studios.body(.newapi)
    other.body["seed"] = 8
    _ = try await studio.create(other)
    #expect(fine.creates == 2)
  }

  @Test func aVideoThatNobodyHasIsNotPaidForAgain() async throws {
    let journal = MemoryJournal()
    let vendor = ScriptedVendor(
      create: [Studios.created(.kling)], query: [VideoUpdatesTests.done])
    let studio = Studios.studio(.kling, vendor, journal: journal)
    _ = try await studio.create(Studios.body(.kling)).video()
    let again = try await studio.create(Studios.body(.kling), identical: .resume)
    let billed = vendor.creates
    let id = try #require(journal.records().first?.id)
    let event = JournalEntry.Event.downloaded(file: "f", bytes: 1, sha256: "", url: "")
    journal.append(JournalEntry(intent: id, time: Date(), event: event))
    _ = try await studio.create(Studios.body(.kling), identical: .resume)
    #expect(again.id == "t1" && billed == 1 && vendor.creates == 2)
  }

  @Test func aCancelledCallerLosesNoTask() async throws {
    let journal = MemoryJournal()
    let gate = Gate()
    let vendor = GatedVendor(gate: gate, answer: Studios.klingCreated)
    let studio = VideoStudio(
      provider: Studios.provider(.kling), journal: journal, slots: VideoSlots(),
      options: TestTime().options, transport: vendor)
    let work = Task { try await studio.create(Studios.body(.kling)) }
    await gate.reached()
    work.cancel()
    await gate.open()
    let task = try await work.value
    #expect(task.id == "t1" && journal.records().first?.handle?.taskID == "t1")
  }

  @Test func aBodyThatIsNoneOfTheVendorsIsNotSent() async {
    let vendor = ScriptedVendor(create: [Studios.created(.kling)])
    let body = VendorBody(route: .klingOmniVideo, body: ["duration": ["no"]])
    let result = await Result.of { () async throws(VideoError) in
      try await Studios.studio(.kling, vendor).create(body)
    }
    #expect([result.word, "\(vendor.requests.count)"] == ["invalid", "0"])
  }
}
