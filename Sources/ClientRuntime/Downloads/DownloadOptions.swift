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
