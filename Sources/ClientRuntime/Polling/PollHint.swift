/// A service's wish how soon it is asked again.
public enum PollHint {
  /// Reads `OpenAI-Poll-After-Ms`, `Retry-After-Ms` and `Retry-After`, in this order.
  public static func delay(
    _ headers: HTTPHeaders, environment: RuntimeEnvironment = RuntimeEnvironment()
  ) -> Duration? {
    if let text = headers["openai-poll-after-ms"], let value = Double(text), value > 0,
      value < 1e12
    {
      return .milliseconds(Int64(value.rounded()))
    }
    return RetryAfter.delay(headers, now: environment.now())
  }
}
