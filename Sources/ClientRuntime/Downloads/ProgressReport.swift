/// Tells a caller how far a download is, not more often than the caller wants to know.
struct ProgressReport: Sendable {
  private let tell: (@Sendable (DownloadProgress) -> Void)?
  private let interval: Duration
  private let uptime: @Sendable () -> Duration
  private var meter = RateMeter()
  private var last: Duration?

  init(_ options: DownloadOptions, _ environment: RuntimeEnvironment) {
    tell = options.progress
    interval = options.progressInterval
    uptime = environment.uptime
  }

  /// Reports when it is time, and always what is `final`.
  mutating func report(_ bytes: Int64, of total: Int64?, isFinal: Bool = false) {
    guard let tell else { return }
    let now = uptime()
    if !isFinal, let last, now - last < interval { return }
    last = now
    let rate = meter.rate(bytes: bytes, at: now)
    tell(DownloadProgress(bytes: bytes, total: total, rate: rate))
  }
}
