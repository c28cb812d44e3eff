import Foundation

/// How a file is downloaded and what is checked about it.
public struct DownloadOptions: Sendable {
  /// Gives an address in place of one that has run out.
  public typealias FreshAddress = @Sendable () async throws(APIError) -> String

  /// How many bytes the file has, when that is known from elsewhere.
  public var length: Int64?
  /// What the file's bytes add up to, when that is known.
  public var checksum: Checksum?
  /// How often and how soon it goes on after a break; the count starts anew when bytes have come.
  public var retry = RetryPolicy(maximumRetries: 5)
  /// How long the connection may be silent.
  public var inactivityTimeout: Duration? = .seconds(60)
  /// How long the whole may take.
  public var deadline: Duration?
  /// Headers of the download's own.
  public var headers = HTTPHeaders()
  /// Is asked when the server refuses the address (401, 403, 404, 410).
  public var freshAddress: FreshAddress?
  /// Is told how far the download is.
  public var progress: (@Sendable (DownloadProgress) -> Void)?
  /// How much time passes between two reports at least.
  public var progressInterval = Duration.milliseconds(100)

  /// Starts from the usual values.
  public init() {}
}

/// How far a download is.
public struct DownloadProgress: Hashable, Sendable {
  /// How many bytes of the file are there, those of earlier attempts included.
  public var bytes: Int64
  /// How many bytes the file has, when the server says so.
  public var total: Int64?
  /// Bytes a second, over the last seconds.
  public var rate: Double

  /// The part that is there, from 0 to 1.
  public var fraction: Double? {
    guard let total else { return nil }
    return total == 0 ? 1 : Double(bytes) / Double(total)
  }
}

/// A file that was downloaded and checked.
public struct DownloadedFile: Hashable, Sendable {
  /// Where it is.
  public var url: URL
  /// How many bytes it has.
  public var length: Int64
  /// The media type that the server gave it.
  public var contentType: String?

  /// Describes a file.
  public init(url: URL, length: Int64, contentType: String? = nil) {
    self.url = url
    self.length = length
    self.contentType = contentType
  }
}

/// Measures how fast bytes come.
struct RateMeter: Sendable {
  private static let window = Duration.seconds(5)
  private var samples: [(time: Duration, bytes: Int64)] = []

  /// Bytes a second over the window that ends now.
  mutating func rate(bytes: Int64, at time: Duration) -> Double {
    samples.append((time, bytes))
    while samples.count > 2, samples[1].time <= time - Self.window { samples.removeFirst() }
    let passed = (time - samples[0].time).wholeSeconds
    return passed > 0 ? Double(bytes - samples[0].bytes) / passed : 0
  }
}
