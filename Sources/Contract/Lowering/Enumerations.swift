import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// A set of known values; a set of one that nobody named is a constant of its kind.
  mutating func enumeration(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> Result {
    let listed = schema.enumeration
    let values = listed.filter { !$0.isNull }
    let hasNull = values.count < listed.count
    if values.isEmpty { return Result(type: .any, isNullable: true) }
    let isNamed = if case .component = name { true } else { false }
    let base = self.base(schema, values)
    let isAlone = values.count == 1
    if isAlone, !isNamed || base != .string, !hasName(schema) {
      var result = constant(schema, values)
      result.isNullable = hasNull
      return result
    }
    switch base {
    case .string, .integer:
      let id = reserve()
      let members = self.members(schema, listed, base)
      let use = declare(
        id, schema, named: name, shape: .enumeration(Enumeration(base: base, members: members)))
      return Result(
        type: use, isNullable: hasNull, constant: isAlone && !isNamed ? members.first?.value : nil)
    case .number:
      let type = number(schema, values)
      let isWhole = type != self.number(schema)
      warnOfValues(
        schema, "numbers \(isWhole ? "this large" : "that are not whole") have no names",
        "any number may be sent")
      return Result(type: type, isNullable: hasNull)
    case .boolean: return Result(type: .boolean, isNullable: hasNull)
    case .mixed:
      let arePlain = values.allSatisfy { $0.kind == .scalar }
      warnOfValues(
        schema, arePlain ? "the values are of several kinds" : "lists and objects have no names",
        "a JSONValue is generated")
      return Result(type: .any, isNullable: hasNull)
    }
  }

  private mutating func warnOfValues(_ schema: SchemaObject, _ problem: String, _ help: String) {
    let entry = schema.node.entry("enum") ?? schema.node.entry("const")
    diagnostics.warning("unsupported-enum", problem, at: entry?.key.range, help: help)
  }

  /// Whole numbers beyond what Swift's integers hold keep their digits.
  private func number(_ schema: SchemaObject, _ values: [Node]) -> TypeUse {
    let texts = values.map { $0.string ?? "" }
    let areWhole = texts.allSatisfy { text in
      text.allSatisfy { $0.isWholeNumber || $0 == "-" } && text.contains(where: \.isWholeNumber)
    }
    guard areWhole else { return self.number(schema) }
    return texts.allSatisfy { UInt64($0) != nil } ? .integer(.uint64) : .number(.decimal)
  }

  /// A value that is always the same keeps its plain type; the constant becomes its default.
  mutating func constant(_ schema: SchemaObject, _ values: [Node]) -> Result {
    guard let value = values.first, let scalar = value.scalar else {
      warnOfValues(schema, "the one value is no plain one", "a JSONValue is generated")
      return Result(type: .any)
    }
    switch base(schema, values) {
    case .string:
      // A known word is text, whatever else the format would have a string be.
      return Result(type: .string(.plain), constant: .string(value.string ?? ""))
    case .integer: return Result(type: .integer(integerFormat(schema)), constant: scalar)
    case .number:
      let type = number(schema, values)
      if type == self.number(schema) { return Result(type: type, constant: scalar) }
      warnOfValues(schema, "the number is too large to be a default", "any number may be sent")
      return Result(type: type)
    case .boolean: return Result(type: .boolean, constant: scalar)
    case .mixed: return Result(type: .any, isNullable: scalar == .null)
    }
  }

  /// The declared type decides over how a value was written: `type: string, enum: [1, 2]` is text.
  private func base(_ schema: SchemaObject, _ values: [Node]) -> Enumeration.Base {
    if schema.isOnly("string") { return .string }
    if schema.isOnly("integer"), values.allSatisfy({ $0.integer != nil }) { return .integer }
    var bases: Set<Enumeration.Base> = []
    for value in values {
      switch value.scalar {
      case .string: bases.insert(.string)
      case .integer: bases.insert(.integer)
      case .number: bases.insert(.number)
      case .bool: bases.insert(.boolean)
      case .null, nil: bases.insert(.mixed)
      }
    }
    if bases == [.integer, .number] { return .number }
    return bases.count == 1 ? bases.first ?? .mixed : .mixed
  }

  private func members(
    _ schema: SchemaObject, _ values: [Node], _ base: Enumeration.Base
  ) -> [Enumeration.Member] {
    let names = parallel(schema, Self.nameExtensions)
    let texts = parallel(schema, ["x-enum-descriptions", "x-enumDescriptions"])
    let areDifferent = base == .string && schema.hasDifferentTexts
    var seen: Set<Scalar> = []
    var members: [Enumeration.Member] = []
    members.reserveCapacity(values.count)
    for (index, value) in values.enumerated() where !value.isNull {
      let scalar: Scalar =
        base == .string ? .string(value.string ?? "") : value.scalar ?? .null
      guard areDifferent || seen.insert(scalar).inserted else { continue }
      members.append(
        Enumeration.Member(
          value: scalar, name: names[index, value],
          documentation: Documentation(text: texts[index, value])))
    }
    return members
  }

  /// Whether the author named the first value for code.
  private func hasName(_ schema: SchemaObject) -> Bool {
    parallel(schema, Self.nameExtensions)[0, schema.enumeration.first] != nil
  }

  private static let nameExtensions: [StaticString] = [
    "x-enum-varnames", "x-enumNames", "x-enum-names",
  ]

  /// Words that a vendor extension gives for each value: as a list in the same order, or by value.
  private func parallel(_ schema: SchemaObject, _ extensions: [StaticString]) -> ParallelWords {
    for name in extensions {
      guard let node = schema.vendorExtension(name) else { continue }
      return ParallelWords(node: node, list: node.elements.map { $0.string ?? "" })
    }
    return ParallelWords(node: nil, list: [])
  }
}

private struct ParallelWords {
  var node: Node?
  var list: [String]

  subscript(index: Int, value: Node?) -> String? {
    if index < list.count { return list[index].isEmpty ? nil : list[index] }
    guard let node, let text = value?.string else { return nil }
    return node[text]?.string
  }
}
