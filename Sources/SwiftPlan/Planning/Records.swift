import Contract
import Diagnostics
import YAML

extension Planner {
  /// A type with everything declared inside, unless it is wanted alone.
  mutating func type(_ id: TypeID, isAlone: Bool = false) -> TypePlan {
    let declaration = contract[id]
    let path = paths[id.index]
    let indent = 2 * path.count
    let form: TypePlan.Form
    switch declaration.shape {
    case .record(let record): form = .record(self.record(record, id, path))
    case .enumeration(let enumeration):
      form = .enumeration(self.enumeration(enumeration, indent: indent + 2))
    case .choice(let choice): form = .choice(self.choice(choice, id, path))
    case .duplicate(let first): form = .alias(swiftType(.named(first), in: Self.client))
    case .alias: form = .record(self.record(.empty, id, path))
    }
    return TypePlan(
      id: id, name: path.last ?? "", path: path.joined(separator: "."),
      documentation: DocComment.lines(
        [
          declaration.documentation.summary, declaration.documentation.text,
          see(declaration.documentation),
        ], indent: indent),
      isDeprecated: declaration.documentation.isDeprecated, form: form,
      nested: form.isAlias || isAlone ? [] : nested(id, form))
  }

  /// What is declared inside a type; what is said where it is used is not said again.
  private mutating func nested(_ id: TypeID, _ form: TypePlan.Form) -> [TypePlan] {
    let said: Set<[String]> =
      switch form {
      case .record(let record): Set(record.properties.map(\.documentation))
      case .choice(let choice): Set(choice.cases.map(\.documentation))
      case .enumeration, .alias: []
      }
    return (children[id] ?? []).map { child in
      var plan = type(child)
      if said.contains(plan.documentation), !moved.contains(paths[child.index]) {
        plan.documentation = []
      }
      return plan
    }
  }

  private mutating func record(_ record: Record, _ id: TypeID, _ path: [String]) -> RecordPlan {
    let names = propertyNames(of: record, id)
    var properties: [PropertyPlan] = []
    var required: [ParameterPlan] = []
    var defaulted: [ParameterPlan] = []
    for (field, name) in zip(record.fields, names) {
      let property = self.property(field, name, id, path)
      properties.append(property)
      let parameter = self.parameter(field, property)
      if parameter.isDefaulted {
        defaulted.append(parameter)
      } else {
        required.append(parameter)
      }
    }
    let additional = record.additional.map { use in
      AdditionalPlan(
        name: names.last ?? "additionalProperties",
        type: "[\(word("String")): \(swiftType(use, in: path))]",
        limits: additionalLimits(record))
    }
    if let additional {
      defaulted.append(
        ParameterPlan(
          declaration: "\(additional.name): \(additional.type) = [:]", name: additional.name))
    }
    let parameters = required + defaulted
    let layout = InitializerLayout(
      parameters, properties, additional?.name, access: options.access, indent: 2 * path.count + 2)
    let tableHead =
      2 * path.count + 4 + options.access.count
      + " static let fieldTable = \(word("FieldTable"))<Self>.unhashed { }".count
    let hasLimits =
      properties.contains { !$0.limits.isEmpty } || additional?.limits.isEmpty == false
    let usual =
      ["FieldCodable"] + (options.isHashable ? ["Hashable"] : []) + (hasLimits ? ["Validated"] : [])
    let conformances = usual.map { word($0) } + options.conformances
    return RecordPlan(
      properties: properties, parameters: parameters,
      parameterLines: layout.parameterLines, assignments: layout.assignments,
      isShort: layout.isShort,
      shortTable: shortTable(properties, additional, room: Page.width - tableHead),
      additional: additional, isHashable: options.isHashable,
      conformances: conformances.joined(separator: ", "))
  }

  /// The call for the only field of a record, where there is room for it.
  private func shortTable(
    _ properties: [PropertyPlan], _ additional: AdditionalPlan?, room: Int
  ) -> String? {
    guard properties.count + (additional == nil ? 0 : 1) == 1 else { return nil }
    let call =
      properties.first.map { "$0.\($0.coding)(\($0.key), \($0.keyPath))\($0.limits)" }
      ?? additional.map { "$0.additional(\\.\($0.name))\($0.limits)" }
    return call.flatMap { $0.width <= room ? $0 : nil }
  }

  /// What every choice conforms to.
  var usualConformances: [String] {
    options.isHashable ? ["ChoiceCodable", "Hashable", "Sendable"] : ["ChoiceCodable", "Sendable"]
  }

  /// Parameters as lines, when they do not fit on the line that they begin on.
  func lines(_ parameters: [ParameterPlan], room: Int, indent: Int) -> [String] {
    let isWide = parameters.reduce(-2) { $0 + $1.declaration.width + 2 } > room
    return isWide ? WrappedList.filled(parameters.map(\.declaration), indent: indent) : []
  }

  private func property(
    _ field: Field, _ name: String, _ id: TypeID, _ owner: [String]
  ) -> PropertyPlan {
    let type = swiftType(field.type, in: owner)
    let coding = self.coding(field, id)
    let isDeprecated = field.documentation.isDeprecated
    let storage = isDeprecated ? "_" + Identifier.bare(name) : name
    let path = field.isBoxed ? "boxed: \\._\(Identifier.bare(storage))" : "\\.\(storage)"
    return PropertyPlan(
      name: name, storage: storage,
      keyPath: path,
      type: Self.optional(type, coding, nullable: word("Nullable")),
      key: Literal.string(field.key), coding: coding, limits: limits(field),
      isBoxed: field.isBoxed,
      documentation: DocComment.lines(
        [words(field), defaultText(field), see(field.documentation)],
        indent: 2 * owner.count + 2),
      isDeprecated: isDeprecated, wire: wire(field, coding, type))
  }

  /// What a property is; one that nobody described is what its type is.
  private func words(_ field: Field) -> String? {
    if let text = field.documentation.text, !text.isEmpty { return text }
    guard case .named(let id) = field.type else { return example(field.documentation) }
    let documentation = contract[id].documentation
    return documentation.summary ?? documentation.text?.firstParagraph
  }

  /// A value that stands for many, where nobody said in words what they are.
  func example(_ documentation: Documentation) -> String? {
    guard let scalar = documentation.example, let text = Literal.scalar(scalar),
      text.count <= 60, !text.contains("`")
    else { return nil }
    return "For example `\(text)`."
  }

  /// Which of the four ways a property is there or not; a property that only the other side writes
  /// may be absent on this side.
  private func coding(_ field: Field, _ id: TypeID) -> String {
    var isRequired = field.isRequired
    if field.isReadOnly, sent.contains(id) { isRequired = false }
    if field.isWriteOnly, received.contains(id) { isRequired = false }
    if field.type == .any { return isRequired ? "required" : "any" }
    switch (isRequired, field.isNullable) {
    case (true, false): return "required"
    case (true, true): return "requiredNullable"
    case (false, false): return "optional"
    case (false, true): return "nullable"
    }
  }

  private static func optional(_ type: String, _ coding: String, nullable: String) -> String {
    switch coding {
    case "required": type
    case "nullable": "\(nullable)<\(type)>?"
    default: type + "?"
    }
  }

  private func parameter(_ field: Field, _ property: PropertyPlan) -> ParameterPlan {
    var declaration = "\(property.name): \(property.type)"
    if property.coding == "required" {
      if let constant = field.constant.flatMap(Literal.scalar) {
        declaration += " = \(constant)"
      }
    } else if property.coding != "requiredNullable" {
      declaration += " = nil"
    }
    return ParameterPlan(declaration: declaration, name: property.name)
  }

  private func defaultText(_ field: Field) -> String? {
    guard let scalar = field.defaultValue?.scalar, let text = Literal.scalar(scalar) else {
      return nil
    }
    return "Defaults to `\(text)`."
  }

  private func wire(_ field: Field, _ coding: String, _ type: String) -> String {
    var words = [Identifier.bare(type)]
    if coding == "required" || coding == "requiredNullable" { words.append("required") }
    if field.isNullable { words.append("nullable") }
    if field.isReadOnly { words.append("read-only") }
    if field.isWriteOnly { words.append("write-only") }
    if field.documentation.isDeprecated { words.append("deprecated") }
    if let value = field.defaultValue?.scalar, let text = Literal.scalar(value) {
      words.append("default \(text)")
    }
    return words.joined(separator: ", ")
  }
}
