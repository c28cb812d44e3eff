/// What an answer to a create means for the money.
enum CreateVerdict: Sendable {
  /// There is a task now.
  case created(TaskState)
  /// There certainly is none.
  case refused(VendorRefusal, remedy: Remedy)
  /// There may be one.
  case unclear(VendorRefusal)

  /// What may be done after a refusal.
  enum Remedy: Hashable, Sendable {
    /// Nothing; the same request would be refused again.
    case none
    /// The same request may be sent later, and all others of the account slower.
    case slowDown(Throttle)
  }
}

/// Why a vendor wants fewer requests.
enum Throttle: Hashable, Sendable {
  /// They come too fast.
  case rate
  /// Too many tasks are being made at once.
  case concurrency
}

/// Tells what an answer to a create means, by one vendor's codes.
struct CreateRules: Sendable {
  /// Codes that say that no task was made, with the remedy.
  var refusals: [String: CreateVerdict.Remedy]
  /// Codes that say that a task may have been made, whatever the status.
  var unclear: Set<String>
  /// What a 429 without a known code allows.
  var tooMany: CreateVerdict.Remedy

  func verdict(_ answer: VendorAnswer) -> CreateVerdict {
    let refusal = answer.refusal
    let isSuccess = (200..<300).contains(answer.status)
    if isSuccess, let state = answer.state, state.taskID != nil, state.word != nil {
      // A task that failed at once is a task as well; its status tells so.
      return .created(state)
    }
    if let code = refusal.code {
      if unclear.contains(code) { return .unclear(refusal) }
      if let remedy = refusals[code] { return .refused(refusal, remedy: remedy) }
    }
    if isSuccess {
      if let state = answer.state, state.taskID != nil, refusal.code == nil {
        return .created(state)
      }
      return .unclear(refusal)
    }
    switch answer.status {
    case 429: return .refused(refusal, remedy: tooMany)
    case 408, 409, 425: return .unclear(refusal)
    case 400..<500: return .refused(refusal, remedy: .none)
    default: return .unclear(refusal)
    }
  }
}

extension CreateRules {
  /// Kling's codes, which also come with the status 200.
  static let kling: CreateRules = {
    let final = [
      "1000", "1001", "1002", "1003", "1004", "1100", "1101", "1102", "1103", "1200", "1201",
      "1202", "1203", "1300", "1301", "1304",
    ]
    var refusals: [String: CreateVerdict.Remedy] = [:]
    for code in final { refusals[code] = CreateVerdict.Remedy.none }
    refusals["1302"] = .slowDown(.rate)
    refusals["1303"] = .slowDown(.concurrency)
    return CreateRules(
      refusals: refusals, unclear: ["5000", "5001", "5002"], tooMany: .slowDown(.rate))
  }()

  /// The codes of the new-api family.
  static let newAPI: CreateRules = {
    let final = [
      "missing_model", "invalid_request", "invalid_json", "invalid_multipart_form", "invalid_size",
      "read_request_body_failed", "model_price_error", "model_not_found", "access_denied",
      "insufficient_user_quota", "pre_consume_token_quota_failed", "insufficient_quota",
      "quota_insufficient", "task_channel_disable", "channel_not_found", "not_implemented",
    ]
    var refusals: [String: CreateVerdict.Remedy] = [:]
    for code in final { refusals[code] = CreateVerdict.Remedy.none }
    return CreateRules(
      refusals: refusals,
      unclear: [
        "do_request_failed", "read_response_body_failed", "unmarshal_response_body_failed",
        "unmarshal_response_failed", "invalid_response", "fallback_exhausted",
      ], tooMany: .slowDown(.rate))
  }()

  /// The codes of a gateway that passes Kling's answers on or wraps them.
  static let klingRelay = CreateRules(
    refusals: kling.refusals.merging(newAPI.refusals) { first, _ in first },
    unclear: kling.unclear.union(newAPI.unclear), tooMany: .slowDown(.rate))
}
