/// Which way values travel: what a client writes, what it reads.
public struct Sides: OptionSet, Sendable, Hashable {
  /// One bit a side.
  public let rawValue: UInt8

  /// Makes a set out of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Values that the client sends.
  public static let request = Sides(rawValue: 1)
  /// Values that the client gets.
  public static let response = Sides(rawValue: 2)
  /// Both.
  public static let both: Sides = [.request, .response]
}
