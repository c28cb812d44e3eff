/// All rules that there are.
public enum RuleTable {
  static let families: [RuleFamily] =
    RuleFamily.documents + RuleFamily.servers + RuleFamily.operations + RuleFamily.deliveries
    + RuleFamily.parameters + RuleFamily.headers + RuleFamily.bodies + RuleFamily.mediaTypes
    + RuleFamily.encodings + RuleFamily.schemas + RuleFamily.limits + RuleFamily.objects
    + RuleFamily.unions + RuleFamily.security + RuleFamily.swiftTypes
    + RuleFamily.swiftProperties + RuleFamily.swiftCalls + RuleFamily.swiftClients

  /// The rules, those of one thing beside each other.
  public static let rules = families.flatMap(\.rules)

  private static let known = Dictionary(
    families.flatMap { family in family.rules.map { ($0.id, (rule: $0, family: family)) } },
    uniquingKeysWith: { first, _ in first })

  /// The rule that a name stands for.
  public static func rule(named id: String) -> Rule? { known[id]?.rule }

  static func family(of rule: Rule) -> RuleFamily? { known[rule.id]?.family }
}
