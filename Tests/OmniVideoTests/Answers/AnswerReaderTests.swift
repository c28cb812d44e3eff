import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

/// An answer as a vendor gives it, and what it means.
struct AnswerSample: Sendable, CustomTestStringConvertible {
  var name: String
  var json: String
  var id: String?
  var status: VideoStatus
  var url: String?
  var failure: String?

  var testDescription: String { name }
}

@Suite struct AnswerReaderTests {
  static let samples: [AnswerSample] = [
    .init(
      name: "kling processing",
      json: #"""
        {"code":0,"message":"success","request_id":"87","data":{"task_id":"878","task_info":{},"created_at":1777385419126,"updated_at":1777385430317,"task_result":{},"task_status":"processing"}}
        """#, id: "878", status: .running),
    .init(
      name: "kling succeeded",
      json: #"""
        {"code":0,"data":{"task_id":"878","task_status":"succeed","task_result":{"videos":[{"id":"v","url":"https://k/1.mp4","watermark_url":"https://k/w.mp4","duration":"5.04"}]}}}
        """#, id: "878", status: .succeeded, url: "https://k/1.mp4"),
    .init(
      name: "kling failed",
      json:
        #"{"code":0,"data":{"task_id":"9","task_status":"failed","task_status_msg":"risk control"}}"#,
      id: "9", status: .failed, failure: "risk control"),
    .init(
      name: "wrapped kling",
      json: #"""
        {"code":"success","data":{"task_id":"842","status":"SUCCESS","progress":"100%","data":{"code":0,"message":"HTTP_OK","request_id":"...","data":{"task_id":"842","task_status":"succeed","task_result":{"videos":[{"id":"1","url":"https://k/842.mp4","duration":"5.0"}]}}}}}
        """#, id: "842", status: .succeeded, url: "https://k/842.mp4"),
    .init(
      name: "the outer status counts",
      json: #"""
        {"code":"success","data":{"id":17,"task_id":"task_a","status":"FAILURE","fail_reason":"timeout","data":{"data":{"task_id":"x","task_status":"processing"}}}}
        """#, id: "task_a", status: .failed, failure: "timeout"),
    .init(
      name: "only the inner status",
      json:
        #"{"code":"success","data":{"id":3,"task_id":"t","data":{"task_status":"processing"}}}"#,
      id: "t", status: .running),
    .init(
      name: "crazyrouter",
      json: #"""
        {"code":"success","message":"","data":{"error":null,"format":"mp4","metadata":null,"status":"succeeded","task_id":"866","url":"https://c/x.m4v"}}
        """#, id: "866", status: .succeeded, url: "https://c/x.m4v"),
    .init(
      name: "crazyrouter failed",
      json: #"""
        {"code":"success","data":{"status":"failed","task_id":"866","error":{"message":"content moderation failed","code":"task_failed"}}}
        """#, id: "866", status: .failed, failure: "content moderation failed (code task_failed)"),
    .init(
      name: "new-api rc.30",
      json: #"""
        {"created_at":1788400582,"fail_reason":"","finished_at":1788400867,"platform":"1","progress":"100%","status":"SUCCESS","task_id":"task_Ltuj"}
        """#, id: "task_Ltuj", status: .succeeded),
    .init(
      name: "address in fail_reason",
      json: #"""
        {"code":"success","data":{"id":9,"task_id":"t","status":"SUCCESS","fail_reason":"https://o/old.mp4"}}
        """#, id: "t", status: .succeeded, url: "https://o/old.mp4"),
    .init(
      name: "openai with metadata",
      json: #"""
        {"id":"task_1","object":"video","model":"m","status":"completed","progress":100,"created_at":1788400582,"completed_at":1788400582000,"metadata":{"url":"https://m/1.mp4"}}
        """#, id: "task_1", status: .succeeded, url: "https://m/1.mp4"),
    .init(
      name: "openai created",
      json: #"""
        {"id":"x","task_id":"x","object":"video","model":"kling/kling-v3-omni","status":"queued","progress":0,"created_at":123}
        """#, id: "x", status: .queued),
    .init(
      name: "openai failed",
      json: #"{"id":"v","status":"failed","error":{"code":"moderation","message":"blocked"}}"#,
      id: "v", status: .failed, failure: "blocked (code moderation)"),
    .init(
      name: "ark",
      json: #"""
        {"id":"cgt-1","model":"doubao-seedance-1-5-pro-251215","status":"succeeded","content":{"video_url":"https://a/1.mp4","last_frame_url":"https://a/l.png"},"usage":{"completion_tokens":108900,"total_tokens":108900},"created_at":1788400582,"updated_at":1788400600}
        """#, id: "cgt-1", status: .succeeded, url: "https://a/1.mp4"),
    .init(
      name: "vidu",
      json: #"""
        {"id":"8","state":"success","creations":[{"id":"1","url":"https://v/1.mp4","cover_url":"https://v/c.jpg"}]}
        """#, id: "8", status: .succeeded, url: "https://v/1.mp4"),
    .init(
      name: "tencent failed",
      json: #"""
        {"Response":{"Status":"FINISH","AigcVideoTask":{"Status":"FINISH","TaskId":"7","ErrCode":70000,"Message":"bad","Output":{"FileInfos":[]}}}}
        """#, id: "7", status: .failed, failure: "bad (code 70000)"),
    .init(
      name: "tencent finished",
      json: #"""
        {"Response":{"AigcVideoTask":{"Status":"FINISH","TaskId":"7","ErrCode":0,"Output":{"FileInfos":[{"FileUrl":"https://t/7.mp4"}]}}}}
        """#, id: "7", status: .succeeded, url: "https://t/7.mp4"),
    .init(
      name: "piapi",
      json: #"""
        {"code":200,"data":{"task_id":"p","status":"completed","output":{"video":"https://p/1.mp4"}}}
        """#, id: "p", status: .succeeded, url: "https://p/1.mp4"),
    .init(
      name: "openrouter",
      json: #"{"id":"o","status":"completed","unsigned_urls":["https://o/1.mp4"]}"#, id: "o",
      status: .succeeded, url: "https://o/1.mp4"),
    .init(
      name: "data address", json: #"{"id":"d","status":"done","url":"data:video/mp4;base64,AAAA"}"#,
      id: "d", status: .succeeded, url: "data:video/mp4;base64,AAAA"),
    .init(
      name: "several addresses",
      json: #"{"task_id":"s","status":"Success","urls":["https://s/1.mp4","https://s/2.mp4"]}"#,
      id: "s", status: .succeeded, url: "https://s/1.mp4"),
    .init(
      name: "id as text under data", json: #"{"code":"success","data":"task_9"}"#, id: "task_9",
      status: .queued),
    .init(
      name: "an envelope's word is not the task's",
      json: #"{"status":"success","data":{"task_id":"e","status":"processing"}}"#, id: "e",
      status: .running),
    .init(
      name: "unknown word", json: #"{"id":"u","status":"Beamforming"}"#, id: "u",
      status: .unrecognized("Beamforming")),
  ]

  @Test("Several addresses are several videos, also beside the main one")
  func several() throws {
    let json: JSONValue = [
      "id": "s", "status": "completed", "video_url": "https://s/1.mp4",
      "urls": ["https://s/1.mp4", "https://s/2.mp4"],
    ]
    let state = try #require(AnswerReader(json).state)
    #expect(state.videos.map(\.url) == ["https://s/1.mp4", "https://s/2.mp4"])
  }

  @Test(arguments: samples) func reads(sample: AnswerSample) throws {
    let state = try #require(AnswerReader(try JSONValue(parsing: Data(sample.json.utf8))).state)
    let found = [
      state.taskID, "\(state.status)", state.videos.first?.url, state.failure?.description,
    ]
    #expect(found == [sample.id, "\(sample.status)", sample.url, sample.failure])
  }

  @Test(arguments: [
    "{}", #"{"code":"task_not_exist","message":"task_not_exist","data":null}"#,
    #"{"code":1303,"message":"parallel task over resource pack limit","request_id":"uuid"}"#,
    #"{"error":{"message":"Task is not completed yet","type":"invalid_request_error"}}"#, "[]",
  ]) func saysNothingOfATask(json: String) throws {
    #expect(AnswerReader(try JSONValue(parsing: Data(json.utf8))).state == nil)
  }

  static let parts: [(JSONValue, Double?)] = [
    (30, 0.3), ("30%", 0.3), (.number(0.3), 0.3), ("0.3", 0.3), (100, 1), ("100%", 1), (1, 0.01),
    (.number(0.5), 0.5), (.number(33.4), 0.334), (0, 0), (150, 1), (-3, 0), ("", nil),
    ("half", nil), (.null, nil), (" 45 % ", 0.45), ("0.5%", 0.005),
  ]

  @Test(arguments: parts) func progressIsAPart(value: JSONValue, part: Double?) {
    let found = AnswerNumbers.progress(value)
    #expect(found.map { ($0 * 1e6).rounded() } == part.map { ($0 * 1e6).rounded() })
  }

  static let times: [(JSONValue, Double?)] = [
    (1_722_769_557_708, 1_722_769_557.708), (1_788_400_582, 1_788_400_582),
    ("1788400582", 1_788_400_582), (0, nil), ("2026-03-01T12:30:00Z", 1_772_368_200), ("x", nil),
  ]

  @Test(arguments: times) func timesInSecondsOrMilliseconds(value: JSONValue, time: Double?) {
    #expect(AnswerNumbers.date(value)?.timeIntervalSince1970 == time)
  }

  @Test func everythingElseIsKept() throws {
    let json = #"""
      {"code":0,"data":{"task_id":"1","task_status":"succeed","task_info":{"external_task_id":"mine"},
      "final_unit_deduction":"3.5","task_result":{"videos":[{"id":"a","url":"https://k/1.mp4","watermark_url":"https://k/w.mp4","duration":"5.04"},{"id":"b","url":"https://k/2.mp4"}]},"odd":{"x":1}}}
      """#
    let state = try #require(AnswerReader(try JSONValue(parsing: Data(json.utf8))).state)
    #expect(state.externalID == "mine" && state.billing["final_unit_deduction"] == "3.5")
    #expect(state.videos.map(\.url) == ["https://k/1.mp4", "https://k/2.mp4"])
    #expect(state.videos[0].watermarkURL == "https://k/w.mp4" && state.videos[0].duration == 5.04)
    #expect(state.raw["data"]?["odd"]?["x"] == 1)
  }
}
