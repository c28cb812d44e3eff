import ClientRuntime
import Foundation

/// Kling's own API.
struct KlingAPI: VendorAPI {
  let vendor = SandboxVendor.kling
  let findsExternalIDs = true
  let routes = [
    Route(.create, "POST", "/v1/videos/omni-video"),
    Route(.query, "GET", "/v1/videos/omni-video/{id}"),
    Route(.list, "GET", "/v1/videos/omni-video"),
  ]

  func account(_ key: String, _ options: SandboxOptions) throws(Refusal) -> String {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      if options.secrets.isEmpty { return "…" + key.suffix(6) }
      throw Refusal(.wrongKey, "Authorization is invalid")
    }
    let claims = Base64.data(from: String(parts[1])).flatMap { try? JSONValue(parsing: $0) }
    guard let issuer = claims?["iss"]?.stringValue, let expires = claims?["exp"]?.doubleValue else {
      throw Refusal(.wrongKey, "Authorization is invalid")
    }
    if !options.secrets.isEmpty {
      guard let secret = options.secrets[issuer] else {
        throw Refusal(.wrongSignature, "access key not found")
      }
      let signed = Data("\(parts[0]).\(parts[1])".utf8)
      let code = MessageAuthentication.sha256(signed, key: Data(secret.utf8))
      guard code == Base64.data(from: String(parts[2])) else {
        throw Refusal(.wrongSignature, "signature is invalid")
      }
    }
    let now = options.now().timeIntervalSince1970
    if expires <= now { throw Refusal(.expiredKey, "Authorization has expired") }
    if let start = claims?["nbf"]?.doubleValue, start > now {
      throw Refusal(.earlyKey, "Authorization is not yet valid")
    }
    return issuer
  }

  func check(_ body: JSONValue) throws(Refusal) { try KlingRules.check(body) }

  func order(_ body: JSONValue) -> VideoOrder {
    VideoOrder(
      model: body["model_name"]?.stringValue ?? "kling-video-o1",
      prompt: body["prompt"]?.stringValue ?? "",
      seconds: body["duration"]?.stringValue.flatMap { Int($0) } ?? 5,
      aspectRatio: body["aspect_ratio"]?.stringValue,
      callbackURL: body["callback_url"]?.stringValue)
  }

  /// Eighteen digits, as Kling's are.
  func taskID(_ number: Int, at time: Date) -> String {
    "\(Int64(time.timeIntervalSince1970 * 1000) * 100_000 + Int64(number % 100_000))"
  }

  func created(_ view: TaskView) -> JSONValue {
    var task = view
    task.progress.stage = .queued
    return KlingEnvelope.success(KlingEnvelope.short(task))
  }

  func shown(_ view: TaskView, path: [String]) -> JSONValue {
    KlingEnvelope.success(KlingEnvelope.full(view))
  }

  func listed(_ views: [TaskView]) -> JSONValue {
    KlingEnvelope.success(.array(views.map(KlingEnvelope.full)))
  }

  func answer(_ refusal: Refusal) -> Answer { KlingEnvelope.answer(refusal) }
}
