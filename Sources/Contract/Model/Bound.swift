/// A number that a limit names; whole ones of 64 bits are exact.
public struct Bound: Hashable, Sendable, Comparable {
  /// The number, as near as a double comes.
  public var value: Double
  /// The number where it is a whole one of 64 bits, with a sign or without.
  public var whole: Int128?

  /// Which of two numbers is the smaller one.
  public static func < (left: Bound, right: Bound) -> Bool {
    if let left = left.whole, let right = right.whole { return left < right }
    return left.value < right.value
  }
}
