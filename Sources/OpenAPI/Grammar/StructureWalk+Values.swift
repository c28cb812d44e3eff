import Diagnostics
import YAML

/// The value of a keyword against the shape that its table gives.
extension StructureWalk {
  mutating func value(_ value: Node, _ key: Node, _ shape: Shape, _ kind: ObjectKind) {
    switch shape {
    case .any, .reference: break
    case .string: if value.kind != .scalar { noString(key, value, kind) }
    case .boolean: if value.bool == nil { scalarMismatch(key, value, "true or false") }
    case .integer: if value.number == nil { scalarMismatch(key, value, "an integer") }
    case .number: if value.number == nil { scalarMismatch(key, value, "a number") }
    case .mapping: if value.kind != .mapping { mismatch(key, value, "a mapping") }
    case .list: if value.kind != .sequence { mismatch(key, value, "a list") }
    case .strings: strings(value, key)
    case .word(let words): word(value, key, words)
    case .object(let kind): object(value, key, kind)
    case .listOf(let kind): list(value, key, of: kind)
    case .mapOf(let kind): map(value, key, of: kind)
    case .mapOfStrings, .dependencies: dependencies(value, key)
    default: schemaValue(value, key, shape)
    }
  }

  /// Many write the types of 3.1 into descriptions of 3.0; nothing is generated from words for readers
  /// that could be missing.
  private mutating func noString(_ key: Node, _ value: Node, _ kind: ObjectKind) {
    guard kind == .schema, key.hasText("type"), value.kind == .sequence else {
      let isForReaders = ["title", "summary", "description"].contains(where: key.hasText)
      return mismatch(key, value, "a string", isForReaders: isForReaders)
    }
    diagnostics.violation(
      "wrong-type", "'type' is a list; it must be a string, and is read as OpenAPI 3.1 has it",
      at: value.range, help: "write 'nullable: true' for null, and 'oneOf' for several types")
    strings(value, key)
  }

  private mutating func schemaValue(_ value: Node, _ key: Node, _ shape: Shape) {
    switch shape {
    case .stringOrStrings:
      if value.kind == .sequence { strings(value, key) } else { typeName(value, key) }
    case .items:
      if value.kind == .sequence { tuple(value, key) } else { object(value, key, .schema) }
    case .requiredNames: requiredNames(value, key)
    case .discriminatorMapping: discriminatorMapping(value, key)
    case .discriminator: discriminator(value, key)
    default: break
    }
  }

  private mutating func object(_ value: Node, _ key: Node, _ kind: ObjectKind) {
    let isBoolean = kind == .schema && value.kind == .scalar && value.bool != nil
    if value.kind == .mapping || isBoolean {
      object(value, kind)
    } else {
      mismatch(key, value, kind == .schema ? "a mapping or a boolean" : "a mapping")
    }
  }

  private mutating func list(_ value: Node, _ key: Node, of kind: ObjectKind) {
    guard value.kind == .sequence else { return mismatch(key, value, "a list") }
    for element in value.elements { object(element, kind) }
  }

  private mutating func map(_ value: Node, _ key: Node, of kind: ObjectKind) {
    guard value.kind == .mapping else { return mismatch(key, value, "a mapping") }
    for (name, entry) in value.entries {
      if entry.kind == .mapping || (kind == .schema && entry.bool != nil) {
        object(entry, kind)
      } else if !name.isExtension, !isMisplaced(name, entry, in: value) {
        mismatch(name, entry, "a mapping")
      }
    }
  }

  private mutating func strings(_ value: Node, _ key: Node) {
    guard value.kind == .sequence else { return mismatch(key, value, "a list of strings") }
    for element in value.elements where element.kind != .scalar {
      diagnostics.error(
        "wrong-type",
        "'\(key.string ?? "")' has \(element.shapeName) among its values; all must be strings",
        at: element.range)
    }
    // The type null is often written without quotes, and is no empty value.
    guard !key.hasText("type") else { return }
    for element in value.elements where element.kind == .scalar && element.isNull {
      diagnostics.warning(
        "wrong-type", "'\(key.string ?? "")' has an empty value, which is ignored",
        at: element.range, help: "write a string, or remove it")
    }
  }

  private mutating func typeName(_ value: Node, _ key: Node) {
    if value.kind != .scalar { mismatch(key, value, "a string or a list of strings") }
  }

  private mutating func tuple(_ value: Node, _ key: Node) {
    diagnostics.violation(
      "wrong-type", "'items' is a list; it must be a mapping, and is read as if it were absent",
      at: key.range, help: "use 'prefixItems', or one schema that fits every item")
    for element in value.elements { object(element, .schema) }
  }

  private mutating func requiredNames(_ value: Node, _ key: Node) {
    guard value.kind == .sequence else {
      if value.bool == nil { return mismatch(key, value, "a list of strings") }
      return diagnostics.violation(
        "wrong-type",
        "'required' in a schema lists property names; a boolean says nothing and is ignored",
        at: value.range, help: "name the property under 'required' of the object that has it")
    }
    strings(value, key)
  }

  private mutating func dependencies(_ value: Node, _ key: Node) {
    guard value.kind == .mapping else { return mismatch(key, value, "a mapping") }
    for entry in value.entries where entry.value.kind == .mapping { object(entry.value, .schema) }
  }

  private mutating func discriminator(_ value: Node, _ key: Node) {
    if value.kind == .mapping { return object(value, .discriminator) }
    let isName = value.kind == .scalar && !value.isNull
    if !isName { return mismatch(key, value, grammar.release == .v2 ? "a string" : "a mapping") }
    guard grammar.release > .v2 else { return }
    diagnostics.violation(
      "wrong-type", "'discriminator' is a string; it is a mapping with 'propertyName' since 3.0",
      at: value.range, help: "write 'propertyName: \(value.string ?? "")' below it")
  }

  private mutating func discriminatorMapping(_ value: Node, _ key: Node) {
    guard value.kind == .mapping else { return mismatch(key, value, "a mapping") }
    for (name, target) in value.entries {
      guard target.kind == .scalar else {
        mismatch(name, target, "a string")
        continue
      }
      survey.references.append(
        FoundReference(
          holder: target, value: target, kind: .schema, isMore: false, mayBeName: true))
    }
  }

  private mutating func word(_ value: Node, _ key: Node, _ words: [String]) {
    guard value.kind == .scalar else { return mismatch(key, value, "a string") }
    if words.contains(where: value.hasText) { return }
    let text = value.string ?? ""
    let near = nearMiss(text, among: words)
    let list = words.map { "'\($0)'" }.joined(separator: ", ")
    diagnostics.add(
      Diagnostic(
        key.hasText("in") ? .error : .warning, "invalid-value",
        "'\(text)' is not a value of '\(key.string ?? "")'", at: value.range,
        help: near.map { "did you mean '\($0)'?" } ?? "use one of \(list)",
        fix: near.flatMap { Fix(replacing: value, with: $0) }, isViolation: true))
  }
}
