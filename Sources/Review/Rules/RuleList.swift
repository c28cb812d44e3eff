import Diagnostics

/// All rules with where they speak and what they say there.
public enum RuleList {
  /// A line each: id, verdicts on the wire, what it finds.
  public static var text: String {
    RuleTable.rules.map { rule in
      let places = Explanation.places(of: rule)
      let verdicts = Verdict.allCases.compactMap { verdict -> String? in
        let names = places.filter { $0.wire == verdict }.map(\.name)
        return names.isEmpty ? nil : "\(verdict.rawValue) in \(names.joined(separator: ", "))"
      }
      return "\(rule.id)\t\(rule.title)\t\(verdicts.joined(separator: "; "))\n"
    }.joined()
  }

  /// The same for programs.
  public static var json: String {
    JSONText.list(
      RuleTable.rules.map { rule in
        .object([
          ("id", .string(rule.id)), ("title", .string(rule.title)),
          (
            "places",
            .list(
              Explanation.places(of: rule).map {
                .object([("name", .string($0.name)), ("wire", .string($0.wire.rawValue))])
              })
          ),
        ])
      }
    ).text
  }
}
