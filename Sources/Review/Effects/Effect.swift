/// What a change does to the set of values that a place accepts.
enum Effect: Sendable, Hashable {
  /// Nothing: only words for people changed.
  case annotation
  /// Nothing, and no words either: what changed is a name in source code.
  case nameless
  /// There is something more, which nobody has to know of.
  case extended
  /// The same values, but what they do may be another thing.
  case behaviour
  /// Some values are no longer in it.
  case narrowed
  /// There are values that were not in it.
  case widened
  /// Some are gone, others are new; or nobody can tell.
  case incomparable
  /// A thing that callers rely on is gone.
  case withdrawn

  /// Whoever writes a value suffers when the set shrinks, whoever reads one when it grows.
  func verdict(on side: Sides) -> Verdict {
    switch self {
    case .annotation: .docs
    case .nameless: .none
    case .extended: .compatible
    case .behaviour: .risky
    case .narrowed: side == .request ? .breaking : .compatible
    case .widened: side == .request ? .compatible : .breaking
    case .incomparable, .withdrawn: .breaking
    }
  }
}

extension Effect {
  /// What those who change the API can do about it.
  var remedy: String? {
    switch self {
    case .annotation, .nameless, .extended: nil
    case .behaviour: "ask those who call whether they rely on what was, and tell them"
    case .narrowed: "go on accepting what was accepted for a time, and tell those who send it"
    case .widened: "tell those who read it, and wait for them before it is sent"
    case .incomparable: "offer the new form beside the old one until nobody uses the old one"
    case .withdrawn: "mark it as deprecated, and take it away when nobody uses it any more"
    }
  }
}

/// The effect on each side, where they differ.
struct Effects: Sendable, Hashable {
  var request: Effect
  var response: Effect

  init(request: Effect, response: Effect) {
    self.request = request
    self.response = response
  }

  init(_ both: Effect) { self.init(request: both, response: both) }

  /// The worst verdict on the sides where the place is used; one that is used nowhere harms nobody.
  func verdict(on sides: Sides) -> Verdict {
    if sides.isEmpty { return min(.docs, max(verdict(on: .request), verdict(on: .response))) }
    return max(
      sides.contains(.request) ? request.verdict(on: .request) : .none,
      sides.contains(.response) ? response.verdict(on: .response) : .none)
  }

  /// What to do about the worse of the two.
  func remedy(on sides: Sides) -> String? {
    [(Sides.request, request), (.response, response)].filter { sides.contains($0.0) }
      .max { $0.1.verdict(on: $0.0) < $1.1.verdict(on: $1.0) }?.1.remedy
  }
}
