import Foundation

/// How long a server asks to wait, in any of the three forms in use.
enum RetryAfter {
  /// `Retry-After-Ms`, or `Retry-After` in seconds or as a date; `nil` when there is no sensible wish.
  static func delay(_ headers: HTTPHeaders, now: Date) -> Duration? {
    if let text = headers["retry-after-ms"], let value = Double(text) {
      return duration(seconds: value / 1000)
    }
    guard let text = headers["retry-after"] else { return nil }
    if let seconds = Double(text) { return duration(seconds: seconds) }
    guard let date = HTTPDate.date(from: text) else { return nil }
    return duration(seconds: date.timeIntervalSince(now))
  }

  private static func duration(seconds: Double) -> Duration? {
    guard seconds.isFinite, seconds > 0, seconds < 1e9 else { return nil }
    return .milliseconds(Int64((seconds * 1000).rounded()))
  }
}
