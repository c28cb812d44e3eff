import Diagnostics

extension Report {
  /// What was found in several descriptions as one report: a fact in a file that some of them refer to
  /// is told once, with all that it does.
  public init(merging reports: [Report]) {
    var places: [Key: Int] = [:]
    var merged: [Finding] = []
    for finding in reports.flatMap(\.findings) {
      let key = Key(finding)
      if let index = places[key] {
        merged[index].take(finding)
      } else {
        places[key] = merged.count
        merged.append(finding)
      }
    }
    self.init(merged)
  }

  /// What makes two findings the same fact.
  private struct Key: Hashable {
    var rule: Rule
    // Each description has read the file for itself.
    var old: String?
    var new: String?
    var pointer: String
    var texts: [String]

    init(_ finding: Finding) {
      (rule, old, new) = (finding.rule, finding.old?.description, finding.new?.description)
      (pointer, texts) = (finding.pointer, [finding.before, finding.after, finding.message])
    }
  }
}

extension Finding {
  /// Takes in what the same fact does to another description.
  fileprivate mutating func take(_ other: Finding) {
    if other.swift ?? .none > swift ?? .none {
      (witness, swiftRemedy) = (other.witness ?? witness, other.swiftRemedy ?? swiftRemedy)
    }
    if other.wire > wire { wireRemedy = other.wireRemedy }
    wire = max(wire, other.wire)
    swift = [swift, other.swift].compactMap { $0 }.max()
    sides.formUnion(other.sides)
    operations += other.operations.filter { !operations.contains($0) }
    symbols += other.symbols.filter { !symbols.contains($0) }
    swiftRules += other.swiftRules.filter { !swiftRules.contains($0) }
  }
}
