/// What was found out about schemas that may say the same, for one comparison and all its trials.
///
/// Schemas refer to themselves: what is being tried already is taken to hold, as long as nothing
/// speaks against it. The work of a trial and of all trials within it is bounded together.
final class Trials {
  private var known: [Pair: Bool] = [:]
  private var running: Set<Pair> = []
  private var left = 0

  /// Whether there is work left in the trial that runs.
  func spend() -> Bool {
    left -= 1
    return left >= 0
  }

  /// The outcome of a trial: known, taken to hold, or found by trying.
  func outcome(of pair: Pair, trying: () -> Bool) -> Bool {
    if let known = known[pair] { return known }
    if running.contains(pair) { return true }
    guard running.count < Self.depth else { return false }
    if running.isEmpty { left = Self.work }
    running.insert(pair)
    let isSame = trying() && left >= 0
    running.remove(pair)
    // What holds only because something else was taken to hold is not known yet.
    if running.isEmpty || (!isSame && left >= 0) { known[pair] = isSame }
    return isSame
  }

  private static let depth = 24
  private static let work = 2_000
}
