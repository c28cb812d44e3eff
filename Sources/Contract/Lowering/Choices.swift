import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// `oneOf` and `anyOf`: one type when the alternatives come to one, else a choice.
  mutating func choice(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> Result {
    let alternatives = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
    if onlyRestricts(alternatives) {
      return Result(type: typed(schema, types(of: schema).first, named: name))
    }
    let isTwice = hasSecondAlternatives(schema)
    if isTwice { warnOfSecondAlternatives(schema) }
    return choice(
      schema, of: alternatives, common: isTwice || adds(schema, to: alternatives) ? [schema] : [],
      discriminator: schema.discriminator, named: name, isOpen: isTwice)
  }

  /// Whether a schema says something of every one of its alternatives.
  private func adds(_ schema: SchemaObject, to alternatives: [SchemaObject]) -> Bool {
    if schema.hasProperties { return true }
    let required = schema.required
    let isOpen =
      !schema.patternProperties.isEmpty || schema.additionalProperties?.node.kind == .mapping
    guard isOpen || !required.isEmpty else { return false }
    return alternatives.contains { alternative in
      let parts = flatParts(target(alternative))
      return parts.contains(where: \.hasProperties)
        && (isOpen || !Set(required).isSubset(of: parts.flatMap(\.required)))
    }
  }

  /// Whether `anyOf` stands beside `oneOf`.
  func hasSecondAlternatives(_ schema: SchemaObject) -> Bool {
    !schema.oneOf.isEmpty && !schema.anyOf.isEmpty && !onlyRestricts(schema.oneOf)
      && !onlyRestricts(schema.anyOf)
  }

  /// A value is one of several types in one way; what else it may be is kept as it came.
  mutating func warnOfSecondAlternatives(_ schema: SchemaObject) {
    let entry = schema.node.entry("anyOf") ?? schema.node.entry("oneOf")
    diagnostics.warning(
      "unsupported-keyword", "a second set of alternatives is not told apart",
      at: entry?.key.range ?? schema.node.range,
      help: "properties that it alone describes are kept with those that have no name")
  }

  mutating func choice(
    _ schema: SchemaObject, of alternatives: [SchemaObject], common: [SchemaObject],
    discriminator: DiscriminatorObject?, named name: TypeDeclaration.Name, isOpen: Bool = false
  ) -> Result {
    let listed = alternatives.filter { !target($0).isNull }
    let hasNull = listed.count < alternatives.count
    if let only = listed.first, listed.count == 1, common.isEmpty {
      var result = self.result(of: only, named: name)
      result.isNullable = result.isNullable || hasNull
      return result
    }
    if common.isEmpty, let open = openEnumeration(schema, listed, named: name) {
      return Result(type: open, isNullable: hasNull || listed.contains { target($0).isNullable })
    }
    let id = reserve()
    readings[schema.node] = .open(id)
    var isNullable = hasNull
    var variants: [Choice.Variant] = []
    for alternative in listed {
      let words = inlineName(alternative, among: listed)
      let result = variant(alternative, common, named: .member(of: id, words), isOpen: isOpen)
      warnOfLimits(alternative, listed, result.type)
      isNullable = isNullable || result.isNullable || result.type == .any
      if variants.contains(where: { $0.type == result.type }) { continue }
      variants.append(
        Choice.Variant(
          name: variantName(alternative, result.type, words), type: result.type, tags: [],
          documentation: Documentation(text: alternative.documentation)))
    }
    if let only = variants.first, variants.count == 1, common.isEmpty {
      // Ids are positions, so the slot stays; parts named after it belong to whatever holds it.
      _ = declare(id, schema, named: name, shape: .alias(only.type))
      return Result(type: only.type, isNullable: isNullable)
    }
    let selection = selection(&variants, listed, discriminator)
    var choice = Choice(variants: variants, selection: selection)
    if case .tag = selection, let target = discriminator?.node[keyword: "defaultMapping"] {
      choice.fallback = listed.firstIndex { mapped(target, to: self.target($0).node) }
    }
    let use = declare(id, schema, named: name, shape: .choice(choice))
    return Result(type: use, isNullable: isNullable)
  }

  /// `type: [string, integer]`: a choice of the types, each with the keywords that concern it.
  mutating func choice(
    _ schema: SchemaObject, ofTypes types: [String], named name: TypeDeclaration.Name
  ) -> Result {
    if Set(types) == ["integer", "number"] {
      return Result(type: .number(numberFormat(schema)))
    }
    let id = reserve()
    readings[schema.node] = .open(id)
    let variants = types.map { type -> Choice.Variant in
      let use = typed(schema, type, named: .member(of: id, type))
      return Choice.Variant(name: type, type: use, tags: [], documentation: Documentation())
    }
    return Result(
      type: declare(
        id, schema, named: name,
        shape: .choice(Choice(variants: variants, selection: .shape))))
  }

  private mutating func variant(
    _ alternative: SchemaObject, _ common: [SchemaObject], named name: TypeDeclaration.Name,
    isOpen: Bool
  ) -> Result {
    if common.isEmpty || !flatParts(alternative).contains(where: { isObject($0) }) {
      return result(of: alternative, named: name)
    }
    return Result(
      type: record(alternative, common + flatParts(alternative), named: name, isOpen: isOpen))
  }

  /// Limits are checked where the choice is held, which knows the kinds of values and no more.
  private mutating func warnOfLimits(
    _ alternative: SchemaObject, _ listed: [SchemaObject], _ type: TypeUse
  ) {
    if case .named(let id) = type {
      guard case .choice = types[id.index].shape else { return }
    }
    guard !constraints(of: alternative).isEmpty, !isAlone(alternative, among: listed) else {
      return
    }
    diagnostics.warning(
      "unsupported-keyword",
      "the limits of this alternative are not checked",
      at: alternative.node.range,
      help: "the server checks them; every value of the type is sent as it is")
  }

  /// Known values beside any string, as `anyOf` writes an enumeration that may grow.
  private mutating func openEnumeration(
    _ schema: SchemaObject, _ listed: [SchemaObject], named name: TypeDeclaration.Name
  ) -> TypeUse? {
    let targets = listed.map { target($0) }
    let valued = targets.filter { $0.hasEnumeration || $0.constant != nil }
    let free = targets.filter {
      $0.node.entries.allSatisfy { !Self.isValued($0.key) } && $0.isOnly("string")
    }
    let strings = valued.filter { $0.isOnly("string") || $0.types.isEmpty }
    guard !valued.isEmpty, strings.count == valued.count,
      valued.count + free.count == targets.count,
      valued.count > 1 || !free.isEmpty
    else { return nil }
    if valued.count == 1,
      let alternative = listed.first(where: { target($0).node == valued[0].node })
    {
      return result(of: alternative, named: name).type
    }
    var members: [Enumeration.Member] = []
    for schema in valued {
      for value in schema.constant.map({ [$0] }) ?? schema.enumeration {
        guard let text = value.string, !members.contains(where: { $0.value == .string(text) })
        else { continue }
        members.append(
          Enumeration.Member(
            value: .string(text), name: nil,
            documentation: Documentation(text: schema.constant == nil ? nil : schema.documentation))
        )
      }
    }
    let id = reserve()
    return declare(
      id, schema, named: name, shape: .enumeration(Enumeration(base: .string, members: members)))
  }

  private static func isValued(_ key: Node) -> Bool { key.hasText("enum") || key.hasText("const") }

  private func variantName(
    _ alternative: SchemaObject, _ type: TypeUse, _ inlineName: String
  ) -> String {
    // Where a title may stand beside a reference, it is the author's name for this alternative.
    if document.version.release >= .v3_1, document.resolve(alternative.node) != nil,
      let title = alternative.title, Self.isName(title)
    {
      return title
    }
    if let component = components[document.resolve(alternative.node)?.node ?? alternative.node] {
      return component
    }
    if let title = alternative.title, !title.isEmpty { return title }
    if case .named(let id) = type {
      guard case .component(let words) = types[id.index].name, !words.isEmpty else {
        return inlineName
      }
      return words
    }
    return kindName(type)
  }

  /// Words for an alternative without a name: its title, what its tag says, or a key that it must
  /// have, rather one that no other alternative has.
  private func inlineName(_ alternative: SchemaObject, among all: [SchemaObject]) -> String {
    if let component = components[target(alternative).node] { return component }
    if let title = alternative.title, !title.isEmpty { return title }
    let schema = target(alternative)
    let parts = flatParts(schema)
    for (_, property) in parts.flatMap(\.properties) {
      if let value = constantText(property) { return value }
    }
    let keys = parts.flatMap { $0.required } + parts.flatMap(\.properties).compactMap(\.key.string)
    let own = keys.first { key in
      all.allSatisfy { target($0).node == schema.node || !hasProperty(key, flatParts($0)) }
    }
    if let key = own ?? keys.first { return key }
    return types(of: schema).first ?? "value"
  }

  private func hasProperty(_ key: String, _ parts: [SchemaObject]) -> Bool {
    parts.contains { $0.node[keyword: "properties"]?[key] != nil }
  }

  /// Whether a title names something; a sentence describes it.
  private static func isName(_ title: String) -> Bool {
    title.first?.isLetter == true && title.count <= 40 && title.split(separator: " ").count <= 4
  }

  private func kindName(_ type: TypeUse) -> String {
    switch type {
    case .any: "value"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string(.dateTime): "date"
    case .string(.date): "day"
    case .string(.uuid): "uuid"
    case .string(.url): "url"
    case .string(.binary): "file"
    case .string: "string"
    case .list(let item): kindName(item) + " list"
    case .map: "object"
    case .nullable(let type): kindName(type)
    case .named(let id): words(of: types[id.index])
    }
  }

  private func words(of type: TypeDeclaration) -> String {
    switch type.name {
    // What is being read has no name yet.
    case .component(""): "value"
    case .component(let words), .member(_, let words), .operation(_, let words),
      .delivery(let words):
      words
    }
  }

  /// The one string that a property's schema allows.
  func constantText(_ property: SchemaObject) -> String? {
    let schema = target(property)
    if let constant = schema.constant { return constant.string }
    return schema.enumeration.count == 1 ? schema.enumeration.first?.string : nil
  }
}
