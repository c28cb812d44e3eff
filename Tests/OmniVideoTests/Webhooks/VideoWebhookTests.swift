import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

@Suite struct VideoWebhookTests {
  static let bodies: [(String, VideoStatus, String?)] = [
    (
      #"{"task_id":"1","task_status":"processing","task_status_msg":"","created_at":1722769557708,"updated_at":1722769557709,"task_info":{"external_task_id":"mine"},"task_result":{}}"#,
      .running, nil
    ),
    (
      #"{"task_id":"1","task_status":"succeed","final_unit_deduction":"1","task_info":{},"task_result":{"images":[{"index":0,"url":"https://k/i.png"}],"videos":[{"id":"v","url":"https://k/1.mp4","duration":"5"}]}}"#,
      .succeeded, "https://k/1.mp4"
    ),
    (
      #"{"id":"1","status":"succeeded","outputs":[{"type":"video","id":"v","url":"https://k/1.mp4","duration":"5"}]}"#,
      .succeeded, "https://k/1.mp4"
    ),
    (
      #"{"id":"1","object":"video","status":"completed","metadata":{"url":"https://g/1.mp4"}}"#,
      .succeeded, "https://g/1.mp4"
    ),
    (#"{"code":"success","data":{"task_id":"1","status":"FAILURE"}}"#, .failed, nil),
  ]

  @Test(arguments: bodies) func everyShape(
    body: String, status: VideoStatus, url: String?
  ) throws {
    let state = try VideoWebhook().state(Data(body.utf8))
    #expect(state.taskID == "1" && state.status == status && state.videos.first?.url == url)
  }

  @Test func aSignedCallIsCheckedAndOthersAreRefused() throws {
    let body =
      #"{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}"#
    let headers: HTTPHeaders = [
      "webhook-id": "9876543210", "webhook-timestamp": "1781080794",
      "webhook-signature": "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=",
    ]
    var verifier = try WebhookVerifier(
      secret: "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=")
    verifier.now = { Date(timeIntervalSince1970: 1_781_080_800) }
    let webhook = VideoWebhook(verifier: verifier)
    #expect(try webhook.state(Data(body.utf8), headers: headers).status == .succeeded)
    #expect(throws: WebhookError.noMatchingSignature) {
      try webhook.state(Data((body + " ").utf8), headers: headers)
    }
    #expect(throws: WebhookError.missingHeader("webhook-id")) {
      try webhook.state(Data(body.utf8))
    }
  }

  @Test func callsInAnyOrderLeaveTheSameInTheJournal() throws {
    let words = ["submitted", "processing", "succeed"]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0, 2, 1], [2, 0]] {
      let journal = MemoryJournal()
      var intent = FileJournalTests.intent("mine")
      intent.baseURL = "https://vendor.test"
      journal.append(JournalEntry(intent: "mine", time: intent.created, event: .intent(intent)))
      let studio = Studios.studio(.kling, ScriptedVendor(create: []), journal: journal)
      for index in order {
        let body =
          #"{"task_id":"1","task_status":"\#(words[index])","task_info":{"external_task_id":"mine"}}"#
        let state = try VideoWebhook().state(Data(body.utf8))
        #expect(try studio.receive(state).handle.intent == "mine")
      }
      let record = try #require(journal.records().first)
      #expect(record.handle?.taskID == "1" && record.status == .succeeded)
    }
  }

  @Test(arguments: ["", "[]", "{}", "<html>"]) func nonsenseIsRefused(body: String) {
    #expect(throws: WebhookError.self) { try VideoWebhook().state(Data(body.utf8)) }
  }
}
