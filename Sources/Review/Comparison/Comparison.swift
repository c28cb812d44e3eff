import Diagnostics
import OpenAPI
import YAML

/// Compares two descriptions place by place.
struct Comparison {
  let old: Side
  let new: Side
  let unchanged: Unchanged
  var uses = UseGraph()
  var drafts: [Draft] = []
  /// The operations by position, `GET /things`.
  var operations: [String] = []
  private var units: [Pair: Int] = [:]
  private var open: [(pair: Pair, unit: Int)] = []
  private let trials: Trials
  /// Whether this only tries whether two schemas say the same.
  private let isTrial: Bool

  init(_ old: Side, _ new: Side, _ unchanged: Unchanged) {
    self.old = old
    self.new = new
    self.unchanged = unchanged
    trials = Trials()
    isTrial = false
  }

  private init(tryingIn other: Comparison) {
    old = other.old
    new = other.new
    unchanged = other.unchanged
    trials = other.trials
    isTrial = true
  }

  /// Says that a place is reached from another one, on these sides.
  mutating func relate(
    _ pair: Pair, from unit: Int, _ sides: Sides = .both, isFlipped: Bool = false
  ) {
    if let known = units[pair] {
      return uses.connect(unit, known, sides, isFlipped: isFlipped)
    }
    if pair.old.count == pair.new.count, zip(pair.old, pair.new).allSatisfy(unchanged.contains) {
      return
    }
    let next = uses.add()
    units[pair] = next
    uses.connect(unit, next, sides, isFlipped: isFlipped)
    open.append((pair, next))
  }

  mutating func relateSchemas(
    _ old: [Node], _ new: [Node], from unit: Int, _ sides: Sides = .both,
    isFlipped: Bool = false
  ) {
    relate(
      Pair(kind: .schema, old: old.map(self.old.schema), new: new.map(self.new.schema)),
      from: unit, sides, isFlipped: isFlipped)
  }

  /// Compares everything that was reached.
  mutating func drain() {
    while let (pair, unit) = open.popLast() {
      if isTrial, isRefuted || !trials.spend() { return }
      compare(pair, unit)
    }
  }

  /// Whether something was found that is more than words.
  private var isRefuted: Bool { drafts.contains { $0.effects.verdict(on: .both) > .docs } }

  private mutating func compare(_ pair: Pair, _ unit: Int) {
    if pair.kind == .schema { return compareSchemas(pair.old, pair.new, unit) }
    guard let old = pair.old.first, let new = pair.new.first else { return }
    switch pair.kind {
    case .schema: break
    case .path: compareWords(.path, old, new, unit, "the path")
    case .parameter: compareParameters(ParameterObject(old), ParameterObject(new), unit)
    case .header: compareHeaders(ParameterObject(old), ParameterObject(new), unit)
    case .body: compareBodies(RequestBodyObject(old), RequestBodyObject(new), unit)
    case .response: compareResponses(ResponseObject(old), ResponseObject(new), unit)
    case .mediaType: compareMediaTypes(MediaTypeObject(old), MediaTypeObject(new), unit)
    case .encoding: compareEncodings(EncodingObject(old), EncodingObject(new), unit)
    }
  }

  mutating func add(
    _ rule: Rule, _ effects: Effects, _ unit: Int, old: Node? = nil, new: Node? = nil,
    near: Node? = nil, before: String = "", after: String = "", on sides: Sides = .both,
    _ message: String
  ) {
    drafts.append(
      Draft(
        rule: rule, effects: effects, old: old, new: new, near: near, message: message,
        before: before, after: after, unit: unit, sides: sides))
  }

  /// Whether two schemas say the same, whatever they are called and however they are written.
  func isEquivalent(_ left: [Node], _ right: [Node]) -> Bool {
    let pair = Pair(kind: .schema, old: left.map(old.schema), new: right.map(new.schema))
    return trials.outcome(of: pair) {
      var trial = Comparison(tryingIn: self)
      trial.relateSchemas(left, right, from: trial.uses.add())
      trial.drain()
      return !trial.isRefuted
    }
  }
}
