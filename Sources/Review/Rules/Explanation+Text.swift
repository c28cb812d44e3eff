import Diagnostics

extension Explanation {
  /// The explanation for people.
  public var text: String {
    """
    \(rule.id)
      \(rule.title)

    \(rule.position.reason)

    \(table)

    For example:

    \(example)
    'gen diff \(isFile ? "old new" : "old.yaml new.yaml")' says of it:

    \(TextReport().text(finding))
    What to do:

    \(advice)

    """
  }

  /// Where it may be found, with what follows there.
  private var table: String {
    let head = ["found in", "on the wire", "in Swift", "what happens on the wire"]
    let rows =
      [head]
      + places.map { [$0.name, $0.wire.rawValue, ($0.swift ?? .none).rawValue, $0.meaning] }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths + [0]).map { $0.padded(to: $1) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// Whether the example is about the files and not about what stands in them.
  private var isFile: Bool { old.bytes == new.bytes }

  private var example: String {
    if isFile { return "\(old.name) is \(new.name) now\n" }
    guard !old.bytes.isEmpty, !new.bytes.isEmpty else {
      return old.bytes.isEmpty ? "new.yaml had no counterpart\n" : "old.yaml has none any more\n"
    }
    return patch(from: old, to: new, context: 3)
  }

  /// What a person can do about it.
  var advice: String {
    let worst = places.max { $0.wire < $1.wire }
    let change = worst.flatMap { place in place.effects?.remedy(on: place.sides) }
    var steps = change.map { ["  who changes the API: \($0)"] } ?? []
    if let remedy = finding.swiftRemedy { steps.append("  who calls it in Swift: \(remedy)") }
    if finding.worst >= .risky {
      steps.append("  who agreed to it: gen diff OLD NEW --accept --reason 'why it is fine'")
    }
    return steps.isEmpty ? "  nothing" : steps.joined(separator: "\n")
  }
}

extension Explanation.Place {
  /// What happens on the sides that values travel on.
  var meaning: String {
    guard let effects else { return "nothing that travels differs" }
    if sides.isEmpty { return "nothing uses it" }
    let found = [(Sides.request, effects.request), (.response, effects.response)].compactMap {
      side, effect in sides.contains(side) ? effect.meaning(on: side) : nil
    }
    return found.first == found.last ? found.first ?? "" : found.joined(separator: "; ")
  }
}

extension Effect {
  /// What happens to those on a side, in a few words.
  fileprivate func meaning(on side: Sides) -> String {
    let isSent = side == .request
    return switch self {
    case .annotation: "only words for people differ"
    case .nameless: "nothing that travels differs"
    case .extended: "there is more, which nobody has to know of"
    case .behaviour: "nothing is refused, but what happens may be another thing"
    case .narrowed:
      isSent ? "callers send what is refused now" : "callers get less than they expect"
    case .widened: isSent ? "callers may send more" : "callers get what they do not expect"
    case .incomparable:
      isSent ? "callers send what may be refused now" : "callers get what they may not expect"
    case .withdrawn: "what callers rely on is gone"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
