import Contract
import Diagnostics
import YAML

extension Planner {
  /// A type with everything declared inside, unless it is wanted alone.
  mutating func type(_ id: TypeID, isAlone: Bool = false) -> TypePlan {
    let documentation = contract.types[id.index].documentation
    let indent = 2 * lineages[id].count
    let form: TypePlan.Form
    switch shape(id) {
    case .record(let record): form = .record(self.record(record, id))
    case .enumeration(let enumeration):
      form = .enumeration(self.enumeration(enumeration, indent: indent + 2))
    case .choice(let choice): form = .choice(self.choice(choice, id))
    case .duplicate(let first): form = .alias(swiftType(.named(first), in: Self.client))
    case .alias: form = .record(self.record(.empty, id))
    }
    return TypePlan(
      id: id, name: typeNames[id], path: paths[id],
      documentation: DocComment.lines(
        [documentation.summary, documentation.text, see(documentation)], indent: indent),
      isDeprecated: documentation.isDeprecated, form: form,
      nested: form.isAlias || isAlone ? [] : nested(id, form))
  }

  /// What is declared inside a type; what is said where it is used is not said again.
  private mutating func nested(_ id: TypeID, _ form: TypePlan.Form) -> [TypePlan] {
    if children[id].isEmpty { return [] }
    let said: [[String]] =
      switch form {
      case .record(let record): record.properties.map(\.documentation)
      case .choice(let choice): choice.cases.map(\.documentation)
      case .enumeration, .alias: []
      }
    return children[id].map { child in
      var plan = type(child)
      if !plan.documentation.isEmpty, !moved[child], said.contains(plan.documentation) {
        plan.documentation = []
      }
      return plan
    }
  }

  private mutating func record(_ record: Record, _ id: TypeID) -> RecordPlan {
    let names = propertyNames(of: record, id)
    let indent = 2 * lineages[id].count
    var properties: [PropertyPlan] = []
    properties.reserveCapacity(record.fields.count)
    var required: [ParameterPlan] = []
    var defaulted: [ParameterPlan] = []
    for (field, name) in zip(record.fields, names) {
      let property = self.property(field, name, id, indent: indent + 2)
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
        type: "[\(word("String")): \(swiftType(use, in: id))]",
        limits: additionalLimits(record))
    }
    if let additional {
      defaulted.append(
        ParameterPlan(
          declaration: "\(additional.name): \(additional.type) = [:]", name: additional.name,
          isDefaulted: true))
    }
    let parameters = required + defaulted
    let layout = InitializerLayout(
      parameters, properties, additional?.name, access: options.access, indent: indent + 2)
    let tableHead =
      indent + 4 + options.access.count
      + " static let fieldTable = \(word("FieldTable"))<Self>.unhashed { }".width
    let hasLimits =
      properties.contains { !$0.limits.isEmpty } || additional?.limits.isEmpty == false
    let usual =
      [record.isPositional ? "PlaceCodable" : "FieldCodable"]
      + (options.isHashable ? ["Hashable"] : []) + (hasLimits ? ["Validated"] : [])
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
    let declarations = parameters.map(\.declaration)
    let isWide = WrappedList.width(declarations) > room
    return isWide ? WrappedList.filled(declarations, indent: indent) : []
  }

  private func property(
    _ field: Field, _ name: String, _ id: TypeID, indent: Int
  ) -> PropertyPlan {
    let type = swiftType(field.type, in: id)
    let coding = self.coding(field, id)
    let isDeprecated = field.documentation.isDeprecated
    return PropertyPlan(
      name: name, type: Self.optional(type, coding, nullable: word("Nullable")),
      key: Literal.string(field.key), coding: coding, limits: limits(field),
      isBoxed: field.isBoxed,
      documentation: DocComment.lines(
        [words(field), defaultText(field), see(field.documentation)], indent: indent),
      isDeprecated: isDeprecated, wire: wire(field, coding, type))
  }

  /// What a property is; one that nobody described is what its type is.
  private func words(_ field: Field) -> String? {
    if let text = field.documentation.text, !text.isEmpty { return text }
    guard case .named(let id) = field.type else { return example(field.documentation) }
    let documentation = contract.types[id.index].documentation
    return documentation.summary ?? documentation.text?.firstParagraph
  }

  /// A value that stands for many, where nobody said in words what they are.
  func example(_ documentation: Documentation) -> String? {
    guard let scalar = documentation.example, let text = Literal.scalar(scalar),
      text.width <= 60, !text.utf8.contains(UInt8(ascii: "`"))
    else { return nil }
    return "For example `\(text)`."
  }

  /// Which of the four ways a property is there or not; a property that only the other side writes
  /// may be absent on this side.
  private func coding(_ field: Field, _ id: TypeID) -> String {
    var isRequired = field.isRequired
    if field.isReadOnly, sent[id] { isRequired = false }
    if field.isWriteOnly, received[id] { isRequired = false }
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
    let usual: String? =
      switch property.coding {
      case "required": field.constant.flatMap(Literal.scalar)
      case "requiredNullable": nil
      default: "nil"
      }
    let declaration =
      usual.map { String(parts: property.name, ": ", property.type, " = ", $0) }
      ?? String(parts: property.name, ": ", property.type)
    return ParameterPlan(
      declaration: declaration, name: property.name, isDefaulted: usual != nil)
  }

  private func defaultText(_ field: Field) -> String? {
    Literal.scalar(of: field.defaultValue).map { "Defaults to `\($0)`." }
  }

  private func wire(_ field: Field, _ coding: String, _ type: String) -> String {
    var words = Identifier.bare(type)
    if coding == "required" || coding == "requiredNullable" { words += ", required" }
    if field.isNullable { words += ", nullable" }
    if field.isReadOnly { words += ", read-only" }
    if field.isWriteOnly { words += ", write-only" }
    if field.documentation.isDeprecated { words += ", deprecated" }
    if let text = Literal.scalar(of: field.defaultValue) { words += ", default \(text)" }
    return words
  }
}
