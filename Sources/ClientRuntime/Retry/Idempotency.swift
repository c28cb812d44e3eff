/// Whether an operation may be sent a second time.
public enum Idempotency: Hashable, Sendable {
  /// Doing it twice is the same as doing it once.
  case safe
  /// The server recognises a repetition by a key in the named header.
  case key(String)
  /// Doing it twice does it twice: repeated only when it certainly was not accepted.
  case none
}
