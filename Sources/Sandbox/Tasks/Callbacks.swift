import ClientRuntime
import Foundation
import Synchronization

/// Tells the addresses that creates gave about each change of their task, once.
final class Callbacks: Sendable {
  private let store: TaskStore
  private let address: LazyAddress
  private let transport: any Transport = .default
  private let waiting = Mutex<[Task<Void, Never>]>([])

  init(_ store: TaskStore, address: LazyAddress) { (self.store, self.address) = (store, address) }

  /// Tells of a new task's changes as time brings them.
  func follow(_ task: SandboxTask) {
    guard task.order.callbackURL?.hasPrefix("http") == true,
      case .time(let queued, let running) = store.options.pace
    else { return }
    let speed = store.options.speed
    let watch = Task { [weak self] in
      for pause in [queued, running] {
        guard (try? await Task.sleep(for: pause / speed)) != nil, let self else { return }
        await tellNow(task)
      }
    }
    waiting.withLock { $0.append(watch) }
  }

  /// Tells of a change that a query has brought about.
  func tell(_ task: SandboxTask) {
    guard task.order.callbackURL?.hasPrefix("http") == true,
      case .polls = store.options.pace
    else { return }
    let telling = Task { await tellNow(task) }
    waiting.withLock { $0.append(telling) }
  }

  func stop() {
    for task in waiting.withLock({ $0 }) { task.cancel() }
  }

  private func tellNow(_ task: SandboxTask) async {
    let progress = task.progress(store.options)
    guard let url = task.order.callbackURL, store.isNews(progress.stage, of: task.entry.taskID)
    else { return }
    let view = TaskView(
      task: task, progress: progress,
      urls: progress.stage == .succeeded ? ResultAddress.make(address.text, task) : [])
    let body = Answer.text(Self.body(view))
    let request = TransportRequest(
      .post, url, headers: headers(body, id: "\(view.id)-\(progress.stage)"),
      body: .bytes(body), timeout: .seconds(10))
    guard let answer = try? await transport.send(request) else { return }
    _ = try? await answer.body.data(limit: 1 << 16)
  }

  /// Kling tells of the task alone, without the envelope of its answers.
  private static func body(_ view: TaskView) -> JSONValue {
    switch view.task.entry.vendor {
    case .kling, .chainhub: KlingEnvelope.full(view)
    case .omnirouters, .orcarouter, .newapi:
      GatewayShapes.video(view) { ["video_url": .string($0)] }
    }
  }

  private func headers(_ body: Data, id: String) -> HTTPHeaders {
    var headers: HTTPHeaders = ["Content-Type": "application/json"]
    guard let secret = store.options.webhookSecret,
      let key = Base64.data(from: String(secret.trimmingPrefix("whsec_")))
    else { return headers }
    let seconds = "\(Int64(store.options.now().timeIntervalSince1970))"
    let signed = Data("\(id).\(seconds).".utf8) + body
    let code = MessageAuthentication.sha256(signed, key: key).base64EncodedString()
    headers["webhook-id"] = id
    headers["webhook-timestamp"] = seconds
    headers["webhook-signature"] = "v1,\(code)"
    return headers
  }
}
