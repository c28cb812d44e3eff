import ClientRuntime
import Foundation

/// Reads any vendor's word about a task into the one state.
struct AnswerReader {
  let raw: JSONValue
  let answer: AnswerLayers

  init(_ raw: JSONValue) {
    self.raw = raw
    answer = AnswerLayers(raw)
  }

  /// The state that the answer describes; `nil` when it says neither a status nor a task.
  var state: TaskState? {
    let word = statusWord
    guard word != nil || taskID != nil else { return nil }
    var status = word.map { VideoStatus(word: $0) } ?? .queued
    let videos = AnswerLinks(answer: answer, isDone: status == .succeeded).videos
    if status == .succeeded, let code = taskCode, code != "0" { status = .failed }
    var state = TaskState(status, taskID: taskID, raw: raw)
    state.word = word
    state.videos = status == .failed ? [] : videos
    state.externalID = answer.first(
      ["task_info.external_task_id", "external_task_id", "external_id"], AnswerLayers.scalar)
    state.progress =
      status == .succeeded ? 1 : answer.first(["progress"], AnswerNumbers.progress)
    if [.failed, .cancelled, .expired].contains(status) { state.failure = problem }
    state.cover = answer.first(["cover_url", "creations.0.cover_url", "thumbnail_url"], link)
    state.lastFrame = answer.first(["content.last_frame_url", "last_frame_url"], link)
    readTimes(&state)
    state.billing = billing
    return state
  }

  private func link(_ value: JSONValue) -> String? {
    value.stringValue.flatMap { AnswerLinks.isAddress($0) || $0.hasPrefix("data:") ? $0 : nil }
  }

  private func readTimes(_ state: inout TaskState) {
    state.created = answer.first(
      ["created_at", "create_time", "submit_time"], AnswerNumbers.date)
    state.updated = answer.first(
      ["updated_at", "update_time", "finished_at", "finish_time"], AnswerNumbers.date)
    state.expires = answer.first(["expires_at", "expire_at"], AnswerNumbers.date)
  }

  // MARK: The task

  /// What the vendor calls the task.
  ///
  /// A number under `id` beside a `task_id` is a row of the gateway's database.
  private var taskID: String? {
    if let id = answer.layers.first.flatMap({ Self.id($0, ["id", "task_id", "taskId"]) }) {
      return id
    }
    for layer in answer.layers.dropFirst() {
      if let id = Self.id(layer, ["task_id", "taskId", "id"]) { return id }
    }
    if let id = answer.layers.first?["data"].flatMap(AnswerLayers.text), !id.contains(" ") {
      return id
    }
    return answer.first(["TaskId", "name"], AnswerLayers.text)
  }

  private static func id(_ layer: JSONValue, _ keys: [String]) -> String? {
    keys.lazy.compactMap { layer[$0].flatMap(AnswerLayers.text) }.first
      ?? keys.lazy.compactMap { layer[$0].flatMap(AnswerLayers.scalar) }.first { $0 != "0" }
  }

  /// The vendor's word for the status, from the outermost layer that has one.
  private var statusWord: String? {
    let keys = ["status", "task_status", "state", "Status"]
    var words: [String] = []
    for layer in answer.layers {
      guard let word = keys.lazy.compactMap({ layer[$0].flatMap(AnswerLayers.text) }).first
      else { continue }
      words.append(word)
    }
    // An envelope may say that the question succeeded; only the task says so of itself.
    let isEnvelope = words.count > 1 && answer.layers.first.map(Self.isEnvelope) == true
    return isEnvelope && answer.layers[0]["status"] != nil ? words[1] : words.first
  }

  private static func isEnvelope(_ layer: JSONValue) -> Bool {
    layer["data"]?.objectValue != nil && id(layer, ["id", "task_id", "taskId"]) == nil
  }

  /// Tencent's word that a finished task failed.
  private var taskCode: String? { answer.first(["ErrCode"], AnswerLayers.scalar) }

  // MARK: The reason

  /// Why there is no video.
  var problem: TaskProblem? {
    let message = answer.first(
      [
        "error.message", "error.msg", "Error.Message", "error", "fail_reason", "task_status_msg",
        "message.message", "base_resp.status_msg", "err_msg", "Message", "detail.0.msg", "detail",
      ]) { AnswerLayers.text($0).flatMap { AnswerLinks.isAddress($0) ? nil : $0 } }
    let code = answer.first(
      [
        "error.code", "Error.Code", "err_code", "ErrCode", "base_resp.status_code", "error.type",
      ], AnswerLayers.scalar)
    if message == nil, code == nil, envelopeProblem == nil { return nil }
    return TaskProblem(
      code: code ?? envelopeProblem?.code, message: message ?? envelopeProblem?.message)
  }

  /// What the envelope says beside the task, when it speaks of an error.
  private var envelopeProblem: TaskProblem? {
    guard let code = answer.layers.first?["code"].flatMap(AnswerLayers.scalar),
      !Self.fine.contains(code.lowercased())
    else { return nil }
    let words = ["message", "msg"].lazy.compactMap { answer.layers[0][$0] }
    return TaskProblem(code: code, message: words.compactMap(AnswerLayers.text).first)
  }

  /// Codes that say that all is well.
  static let fine: Set<String> = ["0", "200", "success", "ok"]

  private var billing: [String: JSONValue] {
    var found: [String: JSONValue] = [:]
    for key in ["final_unit_deduction", "final_balance_deduction", "billing", "usage", "quota"] {
      found[key] = answer.first([key]) { $0 == .null ? nil : $0 }
    }
    return found
  }
}
