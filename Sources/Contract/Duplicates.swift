import YAML

extension APIContract {
  /// Leaves one of all inline types that are the same, the first; the others become names for it.
  ///
  /// Components stay apart even when they look alike, because their author told them apart. Parts are
  /// compared before what they are parts of; inline types do not contain themselves except through a
  /// component, which ends the comparison.
  mutating func mergeDuplicates() {
    var merging = Merging(contract: self)
    // A part comes after what it is a part of, so the first of several stands in a first one too.
    for type in types { merging.visit(type.id) }
    for (id, first) in merging.firsts where first != id {
      types[id.index].shape = .duplicate(of: first)
    }
  }
}

/// The state of one search for duplicates.
private struct Merging {
  let contract: APIContract
  /// The first type of the same signature, for every inline type seen.
  var firsts: [TypeID: TypeID] = [:]
  private var bySignature: [Signature: TypeID] = [:]
  private var open: Set<TypeID> = []

  init(contract: APIContract) { self.contract = contract }

  /// The type that stands for an inline type, which is itself when it is the first.
  @discardableResult
  mutating func visit(_ id: TypeID) -> TypeID {
    if let known = firsts[id] { return known }
    guard isInline(id), open.insert(id).inserted else { return id }
    defer { open.remove(id) }
    guard let signature = signature(of: contract[id].shape) else { return id }
    let first = bySignature[signature] ?? id
    bySignature[signature] = first
    firsts[id] = first
    return first
  }

  private func isInline(_ id: TypeID) -> Bool {
    switch contract[id].name {
    case .member, .operation: true
    case .component, .delivery: false
    }
  }

  private mutating func signature(of shape: Shape) -> Signature? {
    switch shape {
    case .record(let record):
      return Signature(
        fields: record.fields.map { field($0) }, additional: record.additional.map { use($0) },
        additionalConstraints: record.additionalConstraints)
    case .enumeration(let enumeration):
      return Signature(
        members: enumeration.members.map {
          Signature.Member(value: $0.value, name: $0.name, documentation: $0.documentation)
        })
    case .choice(let choice):
      return Signature(
        variants: choice.variants.map {
          Signature.Variant(
            name: $0.name, type: use($0.type), tags: $0.tags, documentation: $0.documentation)
        }, selection: choice.selection)
    case .alias, .duplicate: return nil
    }
  }

  private mutating func field(_ field: Field) -> Signature.Field {
    Signature.Field(
      key: field.key, name: field.name, type: use(field.type),
      flags: [field.isRequired, field.isNullable, field.isReadOnly, field.isWriteOnly],
      constant: field.constant, defaultValue: field.defaultValue?.scalar,
      constraints: field.constraints, documentation: field.documentation)
  }

  private mutating func use(_ use: TypeUse) -> TypeUse {
    switch use {
    case .named(let id): .named(visit(id))
    case .list(let item): .list(self.use(item))
    case .map(let value): .map(self.use(value))
    case .nullable(let type): .nullable(self.use(type))
    default: use
    }
  }
}

/// Everything about a type that its Swift declaration shows, except its own name and words.
private struct Signature: Hashable {
  struct Field: Hashable {
    var key: String
    var name: String?
    var type: TypeUse
    var flags: [Bool]
    var constant: Scalar?
    var defaultValue: Scalar?
    var constraints: Constraints
    var documentation: Documentation
  }

  struct Member: Hashable {
    var value: Scalar
    var name: String?
    var documentation: Documentation
  }

  struct Variant: Hashable {
    var name: String
    var type: TypeUse
    var tags: [String]
    var documentation: Documentation
  }

  var fields: [Field]?
  var additional: TypeUse?
  var additionalConstraints: Constraints?
  var members: [Member]?
  var variants: [Variant]?
  var selection: Choice.Selection?
}
