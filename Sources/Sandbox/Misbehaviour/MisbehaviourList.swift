import Synchronization

/// What is still to go wrong.
final class MisbehaviourList: Sendable {
  private let rules = Mutex<[Misbehaviour]>([])

  var all: [Misbehaviour] { rules.withLock { $0 } }

  func add(_ more: [Misbehaviour]) { rules.withLock { $0 += more } }

  func clear() { rules.withLock { $0 = [] } }

  /// What goes wrong with a request, which uses it up; rules of a kind that `isRipe` denies wait.
  func next(
    _ vendor: SandboxVendor?, _ route: Misbehaviour.Route,
    isRipe: (Misbehaviour.Kind) -> Bool = { _ in true }
  ) -> Misbehaviour? {
    rules.withLock { rules in
      guard
        let index = rules.firstIndex(where: { $0.fits(vendor, route) && isRipe($0.kind) })
      else { return nil }
      if rules[index].skip > 0 {
        rules[index].skip -= 1
        return nil
      }
      rules[index].times -= 1
      let rule = rules[index]
      if rule.times <= 0 { rules.remove(at: index) }
      return rule
    }
  }
}
