import Synchronization

/// What stays the same from the beginning of a call to its end, kept once for all who need it.
final class CallFrame: Sendable {
  let client: HTTPClient
  let assembly: CallAssembly
  let context: CallContext
  /// How much of the answer is read into memory; `nil` hands it over while it arrives.
  let limit: Int?
  /// Whether the last attempt went out, for errors of middleware that do not say.
  let sent: SentMark?
  let begin: Duration
  /// How often the call was repeated.
  let retries = Atomic(0)
  let budget: RetryBudget

  init(client: HTTPClient, call: consuming Call, limit: Int?) {
    self.limit = limit
    assembly = CallAssembly(call: call, server: client.server)
    context = assembly.context
    sent = client.options.middleware.isEmpty ? nil : SentMark()
    begin = client.options.environment.uptime()
    budget = client.budgets.budget(for: context.url)
    self.client = client
  }
}

/// Whether an attempt went out.
final class SentMark: Sendable {
  private let mark = Atomic(false)

  var isSet: Bool {
    get { mark.load(ordering: .relaxed) }
    set { mark.store(newValue, ordering: .relaxed) }
  }
}
