import Contract

extension Planner {
  /// What makes two headers of answers one: whatever operation gives them.
  struct HeaderIdentity: Hashable {
    var name: String
    var type: TypeUse
    var isJSON: Bool

    init(_ header: ResponseHeader) {
      name = header.name.lowercased()
      type = header.type
      isJSON = header.isJSON
    }
  }

  /// The headers of all answers, each once: one type an API, whatever sets of them operations have.
  mutating func headers() -> HeadersPlan? {
    var scope = NameScope(taken: ["init", "self"])
    var plans: [HeadersPlan.Header] = []
    for header in contract.operations.flatMap(\.responses).flatMap(\.headers)
    where headerNames[HeaderIdentity(header)] == nil {
      let name = scope.take(ReservedWords.member(Identifier.member(header.name)), at: nil).name
      headerNames[HeaderIdentity(header)] = name
      plans.append(
        HeadersPlan.Header(
          name: name, type: swiftType(header.type, in: Self.client),
          key: Literal.string(header.name), isJSON: header.isJSON,
          isDeprecated: header.documentation.isDeprecated,
          documentation: DocComment.lines(
            [header.documentation.text ?? example(header.documentation)], indent: 4)))
      needsFoundationForHeaders = needsFoundationForHeaders || needsFoundation(header.type)
    }
    if plans.isEmpty { return nil }
    let name =
      ["Headers", "ResponseHeaders"].first {
        !rootNames.contains($0) && $0 != options.namespace
      }
      ?? "AnswerHeaders"
    return HeadersPlan(name: name, headers: plans)
  }
}
