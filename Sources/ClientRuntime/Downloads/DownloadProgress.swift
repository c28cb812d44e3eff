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
