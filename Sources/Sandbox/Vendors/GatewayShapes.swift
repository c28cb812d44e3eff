import ClientRuntime

/// The shapes that the gateways have from their common origin.
enum GatewayShapes {
  private static let words = ["queued", "in_progress", "completed", "failed"]
  private static let capitals = ["QUEUED", "IN_PROGRESS", "SUCCESS", "FAILURE"]

  /// What a create tells: always that the task is queued.
  static func created(_ view: TaskView) -> JSONValue {
    [
      "id": .string(view.id), "task_id": .string(view.id), "object": "video",
      "model": .string(view.order.model), "status": "queued", "progress": 0,
      "created_at": .integer(view.created),
    ]
  }

  /// The task as OpenAI wrote videos; the address is wherever `place` puts it.
  static func video(_ view: TaskView, place: (String) -> [String: JSONValue]) -> JSONValue {
    var task = created(view)
    task["status"] = view.word(words)
    task["progress"] = .integer(Int64(view.percent))
    task["seconds"] = .string("\(view.order.seconds)")
    if view.progress.stage.hasEnded { task["completed_at"] = .integer(view.updated) }
    if view.hasFailed {
      task["error"] = ["message": .string(TaskView.failure), "code": "content_policy_violation"]
    }
    if view.progress.stage == .succeeded, let url = view.url {
      for (key, value) in place(url) { task[key] = value }
    }
    return task
  }

  /// The task as the gateway keeps it, in an envelope, around the upstream's own answer.
  static func record(_ view: TaskView, upstream: JSONValue) -> JSONValue {
    let hasEnded = view.progress.stage.hasEnded
    let data: [String: JSONValue?] = [
      "id": .integer(Int64(view.task.number)), "task_id": .string(view.id),
      "created_at": .integer(view.created), "updated_at": .integer(view.updated),
      "platform": "56", "action": "textGenerate", "status": view.word(capitals),
      "fail_reason": .string(view.hasFailed ? TaskView.failure : ""),
      "result_url": view.url.map(JSONValue.string), "submit_time": .integer(view.created),
      "start_time": .integer(view.progress.stage == .queued ? 0 : view.updated),
      "finish_time": .integer(hasEnded ? view.updated : 0),
      "progress": .string("\(view.percent)%"), "data": upstream,
    ]
    return success(.fields(data))
  }

  static func success(_ data: JSONValue) -> JSONValue {
    ["code": "success", "message": "", "data": data]
  }

  /// A flat task in an envelope.
  static func flat(_ view: TaskView) -> JSONValue {
    let words = ["queued", "processing", "succeeded", "failed"]
    let error: JSONValue =
      view.hasFailed ? ["message": .string(TaskView.failure), "code": "task_failed"] : .null
    return success([
      "task_id": .string(view.id), "status": view.word(words), "format": "mp4",
      "metadata": .null, "error": error, "url": .string(view.url ?? ""),
    ])
  }
}

extension GatewayShapes {
  /// An error of the gateway's, in the one or the other of its two shapes.
  static func answer(_ refusal: Refusal) -> Answer {
    let text = refusal.message
    return switch refusal.reason {
    case .noKey, .wrongKey, .earlyKey, .expiredKey, .wrongSignature: error(401, text)
    case .unreadable: failure(400, "invalid_json", text)
    case .invalid: failure(400, "invalid_request", text)
    case .missingModel: failure(400, "missing_model", text)
    case .unknownModel: error(503, text, code: "model_not_found")
    case .unknownTask: failure(400, "task_not_exist", "task_not_exist")
    case .unknownRoute, .unknownContent: error(404, text, type: "invalid_request_error")
    case .notReady: error(400, text, type: "invalid_request_error")
    case .tooManyTasks: error(429, text)
    case .numbered(let code, let status): error(status ?? 429, text, code: "\(code)")
    }
  }

  /// An error as OpenAI writes it.
  static func error(
    _ status: Int, _ message: String, type: String = "new_api_error", code: String = ""
  ) -> Answer {
    Answer(
      status,
      json: ["error": ["message": .string(message), "type": .string(type), "code": .string(code)]])
  }

  private static func failure(_ status: Int, _ code: String, _ message: String) -> Answer {
    Answer(status, json: ["code": .string(code), "message": .string(message), "data": .null])
  }
}
