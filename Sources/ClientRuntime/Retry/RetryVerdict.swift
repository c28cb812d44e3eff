/// What a service's own codes say about repeating a request that it refused.
public enum RetryVerdict: Hashable, Sendable {
  /// It will not pass: the call fails at once.
  case final
  /// It was turned away and may pass later: even a create is repeated, at the pace of the policy
  /// that is given or else of the call's, and never before the server allows it.
  ///
  /// A call whose own policy allows no repetition is not repeated.
  case retry(RetryPolicy? = nil)
}
