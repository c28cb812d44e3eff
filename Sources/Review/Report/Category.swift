extension Report {
  /// Whom a verdict is about.
  public enum Category: String, Sendable, CaseIterable {
    /// Those who exchange messages, in whatever language.
    case wire
    /// Those who write Swift against the generated module.
    case swift
  }

  /// The report without the facts that are nothing to a category; all of it without one.
  public func limited(to category: Category?) -> Report {
    switch category {
    case nil: self
    case .wire: Report(findings.filter { $0.rule.position != .swift })
    case .swift:
      Report(findings.filter { !$0.symbols.isEmpty || ($0.swift ?? .none) > .compatible })
    }
  }

  /// The worst for a category, or for all.
  public func worst(_ category: Category?) -> Verdict {
    switch category {
    case nil: max(wire, swift ?? .none)
    case .wire: wire
    case .swift: swift ?? .none
    }
  }
}
