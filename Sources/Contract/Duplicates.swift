import YAML

extension APIContract {
  /// Leaves one of all inline types that are the same, the first; the others become names for it.
  ///
  /// Components stay apart even when they look alike, because their author told them apart. Parts are
  /// compared before what they are parts of; inline types do not contain themselves except through a
  /// component, which ends the comparison.
  mutating func mergeDuplicates() {
    // The search ends before anything changes: it holds the types, which would be copied.
    for (index, first) in Merging.firsts(in: self).enumerated() {
      if let first, first != index { types[index].shape = .duplicate(of: TypeID(index: first)) }
    }
  }
}

/// The state of one search for duplicates; types are numbers here, nothing of them is copied.
private struct Merging {
  let types: [TypeDeclaration]
  /// The first type that looks the same, for every inline type seen.
  private var firsts: [Int?]
  private var open: [Bool]
  /// The first types by a number that nearly always differs for types that do.
  private var byDigest: [Int: [Int]] = [:]

  private init(_ contract: APIContract) {
    types = contract.types
    firsts = Array(repeating: nil, count: types.count)
    open = Array(repeating: false, count: types.count)
  }

  /// The first type that is the same, for every inline type.
  static func firsts(in contract: APIContract) -> [Int?] {
    var merging = Merging(contract)
    // A part comes after what it is a part of, so the first of several stands in a first one too.
    for index in merging.types.indices { merging.visit(index) }
    return merging.firsts
  }

  /// Finds the first type for an inline type, and for its parts before it.
  private mutating func visit(_ index: Int) {
    guard firsts[index] == nil, !open[index], isInline(index), isComparable(index) else { return }
    open[index] = true
    visitParts(of: index)
    open[index] = false
    let digest = digest(of: index)
    let known = byDigest[digest]?.first { looksSame($0, index) }
    if known == nil { byDigest[digest, default: []].append(index) }
    firsts[index] = known ?? index
  }

  private func isInline(_ index: Int) -> Bool {
    switch types[index].name {
    case .member, .operation: true
    case .component, .delivery: false
    }
  }

  private func isComparable(_ index: Int) -> Bool {
    switch types[index].shape {
    case .record, .enumeration, .choice: true
    case .alias, .duplicate: false
    }
  }

  private mutating func visitParts(of index: Int) {
    switch types[index].shape {
    case .record(let record):
      for field in record.fields.indices { visit(record.fields[field].type) }
      if let additional = record.additional { visit(additional) }
    case .choice(let choice):
      for variant in choice.variants.indices { visit(choice.variants[variant].type) }
    case .enumeration, .alias, .duplicate: break
    }
  }

  private mutating func visit(_ use: TypeUse) {
    switch use {
    case .named(let id): visit(id.index)
    case .list(let inner), .map(let inner), .nullable(let inner): visit(inner)
    default: break
    }
  }

  /// The lengths of its names tell a type apart from nearly all others; every word of them and of
  /// their documentation cost a fifth of all lowering.
  private func digest(of index: Int) -> Int {
    var digest = 0
    switch types[index].shape {
    case .record(let record):
      for field in record.fields.indices {
        digest = digest &* 31 &+ record.fields[field].key.utf8.count
      }
    case .choice(let choice):
      for variant in choice.variants.indices {
        digest = digest &* 37 &+ choice.variants[variant].name.utf8.count
      }
    case .enumeration(let enumeration):
      for member in enumeration.members.indices {
        digest = digest &* 41 &+ Self.digest(of: enumeration.members[member].value)
      }
    case .alias, .duplicate: break
    }
    return digest
  }

  private static func digest(of value: Scalar) -> Int {
    switch value {
    case .string(let text): text.utf8.count &* 257 &+ Int(text.utf8.last ?? 0)
    case .integer(let number): number
    default: 1
    }
  }

  private func looksSame(_ left: Int, _ right: Int) -> Bool {
    switch (types[left].shape, types[right].shape) {
    case (.record(let left), .record(let right)): looksSame(left, right)
    case (.enumeration(let left), .enumeration(let right)):
      left.members.count == right.members.count
        && left.members.indices.allSatisfy { left.members[$0] == right.members[$0] }
    case (.choice(let left), .choice(let right)): looksSame(left, right)
    default: false
    }
  }

  private func looksSame(_ left: Record, _ right: Record) -> Bool {
    guard left.fields.count == right.fields.count, left.isPositional == right.isPositional,
      left.additionalConstraints == right.additionalConstraints,
      (left.additional == nil) == (right.additional == nil)
    else { return false }
    if let left = left.additional, let right = right.additional, !isSame(left, right) {
      return false
    }
    return left.fields.indices.allSatisfy { looksSame(left.fields, right.fields, at: $0) }
  }

  private func looksSame(_ left: [Field], _ right: [Field], at index: Int) -> Bool {
    left[index].key == right[index].key && left[index].name == right[index].name
      && isSame(left[index].type, right[index].type)
      && left[index].isRequired == right[index].isRequired
      && left[index].isNullable == right[index].isNullable
      && left[index].isReadOnly == right[index].isReadOnly
      && left[index].isWriteOnly == right[index].isWriteOnly
      && left[index].constant == right[index].constant
      && left[index].defaultValue?.scalar == right[index].defaultValue?.scalar
      && left[index].constraints == right[index].constraints
      && left[index].documentation == right[index].documentation
  }

  private func looksSame(_ left: Choice, _ right: Choice) -> Bool {
    left.variants.count == right.variants.count && left.selection == right.selection
      && left.fallback == right.fallback
      && left.variants.indices.allSatisfy { looksSame(left.variants, right.variants, at: $0) }
  }

  private func looksSame(
    _ left: [Choice.Variant], _ right: [Choice.Variant], at index: Int
  ) -> Bool {
    left[index].name == right[index].name && isSame(left[index].type, right[index].type)
      && left[index].tags == right[index].tags
      && left[index].documentation == right[index].documentation
  }

  private func isSame(_ left: TypeUse, _ right: TypeUse) -> Bool {
    switch (left, right) {
    case (.named(let left), .named(let right)):
      (firsts[left.index] ?? left.index) == (firsts[right.index] ?? right.index)
    case (.list(let left), .list(let right)), (.map(let left), .map(let right)),
      (.nullable(let left), .nullable(let right)):
      isSame(left, right)
    default: left == right
    }
  }
}
