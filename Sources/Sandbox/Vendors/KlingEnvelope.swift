import ClientRuntime
import Foundation

/// The shapes of Kling's answers, which relays pass on.
enum KlingEnvelope {
  private static let words = ["submitted", "processing", "succeed", "failed"]

  static func success(_ data: JSONValue) -> JSONValue {
    ["code": 0, "message": "SUCCEED", "request_id": .string(requestID), "data": data]
  }

  static var requestID: String { UUID().uuidString.lowercased() }

  /// What a create tells.
  static func short(_ view: TaskView) -> JSONValue {
    let external = view.task.entry.externalID
    return [
      "task_id": .string(view.id), "task_status": view.word(words),
      "task_info": .fields(["external_task_id": external.map(JSONValue.string)]),
      "created_at": .integer(view.createdMilliseconds),
      "updated_at": .integer(view.updatedMilliseconds),
    ]
  }

  /// What a query tells.
  static func full(_ view: TaskView) -> JSONValue {
    var data = short(view)
    data["task_status_msg"] = .string(view.hasFailed ? TaskView.failure : "")
    data["task_result"] = .object([:])
    data["watermark_info"] = ["enabled": false]
    if view.progress.stage == .succeeded {
      data["final_unit_deduction"] = .string("\(view.order.seconds)")
      if let url = view.url {
        data["task_result"] = [
          "videos": [
            [
              "id": .string("\(view.task.number)"), "url": .string(url),
              "duration": .string("\(view.order.seconds).0"),
            ]
          ]
        ]
      }
    }
    return data
  }

  /// An error by Kling's table of codes.
  static func answer(_ refusal: Refusal) -> Answer {
    let (code, status) = number(refusal.reason)
    return Answer(
      status,
      json: [
        "code": .integer(Int64(code)), "message": .string(refusal.message),
        "request_id": .string(requestID),
      ])
  }

  private static func number(_ reason: Refusal.Reason) -> (code: Int, status: Int) {
    switch reason {
    case .wrongSignature: (1000, 401)
    case .noKey: (1001, 401)
    case .wrongKey: (1002, 401)
    case .earlyKey: (1003, 401)
    case .expiredKey: (1004, 401)
    case .unreadable, .missingModel: (1200, 400)
    case .invalid, .unknownModel, .notReady: (1201, 400)
    case .unknownRoute: (1202, 404)
    case .unknownTask, .unknownContent: (1203, 404)
    case .tooManyTasks: (1303, 429)
    case .numbered(let code, let status): (code, status ?? Self.status(of: code))
    }
  }

  static func status(of code: Int) -> Int {
    switch code {
    case 0: 200
    case 1000...1004: 401
    case 1103: 403
    case 1100...1102, 1302...1304: 429
    case 1202, 1203: 404
    case 5001: 503
    case 5002: 504
    case 5000...: 500
    default: 400
    }
  }
}
