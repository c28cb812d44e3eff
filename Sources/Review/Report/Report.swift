/// Everything that changed between two descriptions.
public struct Report: Sendable, Hashable {
  /// The facts, the worst first, then by place.
  public private(set) var findings: [Finding]

  /// Makes a report; the findings are put in their order.
  public init(_ findings: [Finding]) {
    self.findings = findings.sorted(by: Finding.precedes)
  }

  /// The facts that nobody has accepted.
  public var open: Report { Report(findings.filter { $0.acceptance == nil }) }

  /// The worst that happens on the wire.
  public var wire: Verdict { findings.map(\.wire).max() ?? .none }
  /// The worst that happens to Swift callers; `nil` while nobody has looked.
  public var swift: Verdict? {
    findings.isEmpty ? Verdict.none : findings.compactMap(\.swift).max()
  }
}
