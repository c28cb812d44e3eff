import Contract

extension Planner {
  mutating func choice(_ choice: Choice, _ id: TypeID) -> ChoicePlan {
    // A type declared inside is a member too; in scripts without capitals both have the same name.
    let nested = children[id].map { typeNames[$0] }
    var scope = NameScope(taken: ["other"] + nested)
    let tag: String? = if case .tag(let key) = choice.selection { key } else { nil }
    let prefix: String? = if case .prefix(let key) = choice.selection { key } else { nil }
    let isByShape = tag == nil && prefix == nil
    let indent = 2 * lineages[id].count
    let ending = Words(typeNames[id]).all
    var cases: [ChoicePlan.Case] = []
    var seen: Set<String> = []
    for (index, variant) in choice.variants.enumerated() {
      // What came without a tag goes without one.
      let mayGuess = choice.fallback != index
      // A value that two variants claim is the first one's.
      let tags = variant.tags.filter { seen.insert($0).inserted }
      let wanted = ReservedWords.member(Identifier.member(caseText(variant.name, without: ending)))
      cases.append(
        ChoicePlan.Case(
          name: scope.take(wanted, at: nil).name, type: swiftType(variant.type, in: id),
          documentation: DocComment.lines(
            [variant.documentation.text], indent: indent + 2),
          tags: tags.map(Literal.string).joined(separator: ", "),
          writtenTag: writtenTag(variant, choice.selection, mayGuess),
          keys: isByShape ? keys(variant.type) : ""))
    }
    let deep = zip(choice.variants, cases).filter { variant, _ in
      isChecked(variant.type)
    }
    let literals = isByShape ? self.literals(choice, cases) : []
    let usual = usualConformances + (deep.isEmpty ? [] : ["Validated"])
    let conformances = usual.map { word($0) } + options.conformances
    let protocols = literals.map { word($0.conformance) }
    let head = "\(options.access) indirect enum \(typeNames[id]):  {"
    let isNarrow =
      indent + head.width + (conformances + protocols).joined(separator: ", ").width <= Page.width
    return ChoicePlan(
      isIndirect: choice.isRecursive, cases: cases,
      declarations: DeclarationPlan.gathered(
        cases.map { ($0.documentation, "\($0.name)(\($0.type))") }
          + [([], "other(\(word("JSONValue")))")],
        room: Page.width - indent - 2 - "case ".count),
      tag: tag.map(Literal.string),
      fallback: fallback(choice).map { cases[$0].name }, prefix: prefix.map(Literal.string),
      groups: isByShape ? groups(choice, cases) : [],
      literals: literals, checked: deep.map(\.1.name),
      conformances: isNarrow
        ? (conformances + protocols).joined(separator: ", ") : conformances.joined(separator: ", "),
      literalConformances: isNarrow ? "" : protocols.joined(separator: ", "))
  }

  /// A variant that is a plain value can be written as one; of several of a kind, as the first.
  private func literals(_ choice: Choice, _ cases: [ChoicePlan.Case]) -> [ChoicePlan.LiteralCase] {
    var literals: [ChoicePlan.LiteralCase] = []
    var known: Set<String> = []
    func add(_ kind: String, _ plan: ChoicePlan.Case) {
      guard known.insert(kind).inserted else { return }
      literals.append(
        ChoicePlan.LiteralCase(
          conformance: "ExpressibleBy\(kind)Literal", label: kind.lowercased() + "Literal",
          name: plan.name, type: plan.type))
    }
    for (variant, plan) in zip(choice.variants, cases)
    where Self.isLiteral(plan.type) {
      switch variant.type {
      case .string: add("String", plan)
      case .integer: add("Integer", plan)
      case .number: add("Float", plan)
      case .boolean: add("Boolean", plan)
      default: break
      }
    }
    // A whole number is a number, too, where none of the variants is for whole numbers alone.
    for (variant, plan) in zip(choice.variants, cases) where known.contains("Float") {
      if case .number = variant.type { add("Integer", plan) }
    }
    return literals
  }

  /// Whether a type is one that Swift reads literals as.
  private static func isLiteral(_ type: String) -> Bool {
    type.utf8.split(separator: UInt8(ascii: ".")).last.map { literalTypes.contains(Substring($0)) }
      ?? false
  }

  private static let literalTypes: Set<Substring> = [
    "Bool", "Double", "Float", "Int", "Int32", "Int64", "String", "UInt32", "UInt64",
  ]

  /// A variant need not repeat what it is a variant of: a `KlingVideoRequest` is the `kling` case of
  /// a `VideoRequest`.
  private func caseText(_ name: String, without ending: [String]) -> String {
    let words = Words(name).all
    guard words.count > ending.count,
      zip(words.suffix(ending.count), ending).allSatisfy({ $0.lowercased() == $1.lowercased() })
    else { return name }
    return words.dropLast(ending.count).joined(separator: " ")
  }

  /// A tag that the variant's own properties do not write has to be written for it.
  private mutating func writtenTag(
    _ variant: Choice.Variant, _ selection: Choice.Selection, _ mayGuess: Bool
  ) -> String? {
    guard case .tag(let key) = selection, let value = variant.tags.first,
      case .named(let id) = variant.type, case .record(let record) = contract.shape(of: id)
    else { return nil }
    let tag = Literal.string(value)
    guard let index = record.fields.firstIndex(where: { $0.key == key }) else { return tag }
    let field = record.fields[index]
    let isOptional = !field.isRequired || (field.isReadOnly && sent[id])
    guard mayGuess, isOptional, !field.isNullable, !field.isBoxed,
      let text = text(of: field.type)
    else { return nil }
    let name = propertyNames(of: record, id)[index]
    let stored = PropertyPlan.storage(name, field.documentation.isDeprecated)
    return "value.\(stored)\(text) ?? \(tag)"
  }

  /// What makes a text of an optional value of a type; `nil` where nothing does.
  private func text(of use: TypeUse) -> String? {
    if case .string(.plain) = use { return "" }
    guard case .named(let id) = use, case .enumeration(let enumeration) = contract.shape(of: id),
      case .string = enumeration.base
    else { return nil }
    return "?.rawValue"
  }
}
