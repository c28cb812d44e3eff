import ClientRuntime

/// What an answer to a question about a task means.
enum QueryVerdict: Sendable {
  /// The task as it is.
  case state(TaskState)
  /// The vendor does not know the task.
  case missing(VendorRefusal)
  /// The question failed in a way that may pass.
  case later(VendorRefusal)
  /// The question will not be answered.
  case final(VendorRefusal)

  private static let missingCodes: Set<String> = ["task_not_exist", "1203", "task_not_found"]
  private static let passingCodes: Set<String> = [
    "1302", "1303", "5000", "5001", "5002", "1003", "1004",
  ]
  private static let finalCodes: Set<String> = [
    "1000", "1001", "1002", "1100", "1101", "1102", "1103", "1200", "1201", "1202", "1304",
  ]

  init(_ answer: VendorAnswer) {
    let refusal = answer.refusal
    let code = refusal.code ?? ""
    let isSuccess = (200..<300).contains(answer.status)
    let words = (refusal.message ?? "").lowercased()
    if isSuccess, let state = answer.state, state.word != nil {
      // A code beside a status is why the task failed, not why the question did.
      self = .state(state)
    } else if Self.missingCodes.contains(code) || words == "task_not_exist" {
      self = .missing(refusal)
    } else if Self.finalCodes.contains(code) {
      self = .final(refusal)
    } else if Self.passingCodes.contains(code) {
      self = .later(refusal)
    } else if isSuccess {
      // An answer without a word about the task, such as a proxy's page, says nothing.
      self = answer.state.map { .state($0) } ?? .later(refusal)
    } else if answer.status == 404 {
      // A page that is no JSON comes from something in between.
      self = answer.raw == nil ? .later(refusal) : .missing(refusal)
    } else if answer.status == 410 {
      self = .missing(refusal)
    } else if words.contains("not completed") || words.contains("not_ready")
      || code.contains("not_ready") || [408, 425, 429].contains(answer.status)
      || answer.status >= 500 || answer.status < 200
    {
      self = .later(refusal)
    } else {
      self = .final(refusal)
    }
  }
}
