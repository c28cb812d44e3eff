/// What a change does to those who use an API, the worst first.
public enum Verdict: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Something that worked fails.
  case breaking
  /// Nothing is refused, but what happens may be another thing.
  case risky
  /// Everything that worked goes on working.
  case compatible
  /// Only words for people changed.
  case docs
  /// Nothing changed.
  case none

  /// Worse verdicts are greater.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .breaking: 4
    case .risky: 3
    case .compatible: 2
    case .docs: 1
    case .none: 0
    }
  }
}
