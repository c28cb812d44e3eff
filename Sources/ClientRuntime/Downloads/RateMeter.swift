/// Measures how fast bytes come.
struct RateMeter: Sendable {
  private static let window = Duration.seconds(5)
  private var samples: [(time: Duration, bytes: Int64)] = []

  /// Bytes a second over the window that ends now.
  mutating func rate(bytes: Int64, at time: Duration) -> Double {
    samples.append((time, bytes))
    while samples.count > 2, samples[1].time <= time - Self.window { samples.removeFirst() }
    let passed = (time - samples[0].time).inSeconds
    return passed > 0 ? Double(bytes - samples[0].bytes) / passed : 0
  }
}
