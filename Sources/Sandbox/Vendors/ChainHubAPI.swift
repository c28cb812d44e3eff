import ClientRuntime
import Foundation

/// ChainHub, which passes Kling's omni videos on.
struct ChainHubAPI: VendorAPI {
  let shape: SandboxOptions.ChainHubShape
  let vendor = SandboxVendor.chainhub
  let routes = [
    Route(.create, "POST", "/kling/v1/videos/omni-video"),
    Route(.query, "GET", "/kling/v1/videos/omni-video/{id}"),
  ]

  /// A relay that keeps tasks of its own knows its own ids only.
  var findsExternalIDs: Bool { shape == .kling }

  private static let fields: [FieldRule] = [
    .text("model_name", ["kling-video-o1"], isRequired: true),
    .text("prompt", isRequired: true, limit: 2500),
    .text("mode", ["std", "pro"], isRequired: true),
    .text("duration", (3...10).map(String.init), isRequired: true),
  ]

  func check(_ body: JSONValue) throws(Refusal) {
    try Self.fields.check(body)
    try KlingRules.check(body)
  }

  func order(_ body: JSONValue) -> VideoOrder { KlingAPI().order(body) }

  func taskID(_ number: Int, at time: Date) -> String {
    shape == .kling
      ? KlingAPI().taskID(number, at: time)
      : "task_" + UUID().uuidString.replacing("-", with: "")
  }

  func created(_ view: TaskView) -> JSONValue {
    shape == .kling ? KlingAPI().created(view) : GatewayShapes.created(view)
  }

  func shown(_ view: TaskView, path: [String]) -> JSONValue {
    let kling = KlingEnvelope.success(KlingEnvelope.full(view))
    return switch shape {
    case .kling: kling
    case .record: GatewayShapes.record(view, upstream: kling)
    case .flat: GatewayShapes.flat(view)
    }
  }

  func answer(_ refusal: Refusal) -> Answer {
    shape == .kling ? KlingEnvelope.answer(refusal) : GatewayShapes.answer(refusal)
  }
}
