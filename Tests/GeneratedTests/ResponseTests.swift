import ChainHubClient
import ClientRuntime
import Foundation
import KlingClient
import NewAPIClient
import OmniRoutersClient
import OrcaRouterClient
import Testing

/// Answers decode as what the clients return, and encode again without a loss.
@Suite struct ResponseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var fixture: String
    var recode: @Sendable (Data) throws -> JSONValue
    var testDescription: String { fixture }

    init<Body: Codable & Sendable>(_ fixture: String, _ type: Body.Type) {
      self.fixture = "responses/" + fixture
      recode = { try Answer<Body>.recode($0) }
    }
  }

  static let cases: [Case] = [
    Case("kling/create", Kling.VideoTaskResponse.self),
    Case("kling/query-processing", Kling.VideoTaskResponse.self),
    Case("kling/query-succeeded", Kling.VideoTaskResponse.self),
    Case("kling/list", Kling.VideoTaskListResponse.self),
    Case("kling/callback", Kling.VideoTask.self),
    Case("kling/error-concurrency", Kling.ErrorResponse.self),
    Case("chainhub/query-kling-envelope", ChainHub.VideoTaskResponse.self),
    Case("chainhub/query-task-record", ChainHub.VideoTaskResponse.self),
    Case("chainhub/query-flat-record", ChainHub.VideoTaskResponse.self),
    Case("chainhub/query-flat-record-failed", ChainHub.VideoTaskResponse.self),
    Case("omnirouters/create", OmniRouters.VideoTask.self),
    Case("omnirouters/get-video", OmniRouters.VideoTask.self),
    Case("omnirouters/get-video-bare", OmniRouters.VideoTask.self),
    Case("omnirouters/get-video-metadata-url", OmniRouters.VideoTask.self),
    Case("omnirouters/get-video-generation", OmniRouters.VideoTask.self),
    Case("omnirouters/error-task-not-exist", OmniRouters.ErrorResponse.self),
    Case("orcarouter/create", OrcaRouter.CreatedVideo.self),
    Case("orcarouter/create-short", OrcaRouter.CreatedVideo.self),
    Case("newapi/get-video-completed", NewAPI.Video.self),
    Case("newapi/get-video-failed", NewAPI.Video.self),
    Case("newapi/get-video-bare", NewAPI.Video.self),
    Case("newapi/error-task-not-exist", NewAPI.ErrorResponse.self),
    Case("newapi/error-not-completed", NewAPI.ErrorResponse.self),
    // What other vendors send comes through a lenient client whole.
    Case("vidu/query", OmniRouters.VideoTask.self),
    Case("ark/query", OmniRouters.VideoTask.self),
    Case("tencent/describe-task-failed", OmniRouters.VideoTask.self),
    Case("openrouter/query", OmniRouters.VideoTask.self),
    Case("piapi/query", ChainHub.VideoTaskResponse.self),
  ]

  @Test("An answer decodes and encodes again losing nothing", arguments: cases)
  func whole(sample: Case) throws {
    #expect(try sample.recode(Fixture.data(sample.fixture)) == Fixture.value(sample.fixture))
  }

  @Test("A status that nobody knows yet is kept", arguments: cases)
  func unknown(sample: Case) throws {
    let words = Self.renamingStatus(try Fixture.value(sample.fixture))
    #expect(try sample.recode(JSONEncoder.api.encode(words)) == words)
  }

  @Test("Keys that nobody knows yet do no harm", arguments: cases)
  func additional(sample: Case) throws {
    var value = try Fixture.value(sample.fixture)
    value["not_known_yet"] = ["a": [1, 2.5, nil, "x"]]
    #expect(throws: Never.self) { try sample.recode(JSONEncoder.api.encode(value)) }
  }

  @Test("Every answer is covered")
  func complete() {
    #expect(Set(Self.cases.map(\.fixture)) == Fixture.names(in: "responses"))
  }

  /// The value with another word for every status in it, and another number for every Kling code.
  private static func renamingStatus(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let values): return .array(values.map(renamingStatus))
    case .object(let object):
      var changed = object.mapValues(renamingStatus)
      for key in ["status", "task_status"] where object[key]?.stringValue != nil {
        changed[key] = "not_known_yet"
      }
      if object["code"]?.intValue != nil { changed["code"] = 4711 }
      return .object(changed)
    default: return value
    }
  }
}
