import Contract

extension OutlineDifference {
  /// Whether callers see the same type under the same path.
  func isSame(_ left: TypeID, _ right: TypeID) -> Bool {
    guard old.planner.sent[left] == new.planner.sent[right],
      old.planner.received[left] == new.planner.received[right],
      isSame(old.planner.children[left], new.planner.children[right])
    else { return false }
    switch (old.contract[left].shape, new.contract[right].shape) {
    case (.record(let left), .record(let right)): return isSame(left, right)
    case (.enumeration(let left), .enumeration(let right)): return Self.isSame(left, right)
    case (.choice(let left), .choice(let right)): return isSame(left, right)
    case (.duplicate, .duplicate): return marks.old[left.index] == marks.new[right.index]
    default: return false
    }
  }

  /// Whether the same is declared inside, which no member may be called like.
  private func isSame(_ left: [TypeID], _ right: [TypeID]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { marks.old[$0.index].path == marks.new[$1.index].path }
  }

  func isSame(_ left: TypeUse, _ right: TypeUse) -> Bool {
    switch (left, right) {
    case (.named(let left), .named(let right)): marks.old[left.index] == marks.new[right.index]
    case (.list(let left), .list(let right)), (.map(let left), .map(let right)),
      (.nullable(let left), .nullable(let right)):
      isSame(left, right)
    case (.named, _), (_, .named), (.list, _), (.map, _), (.nullable, _): false
    default: left == right
    }
  }

  private func isSame(_ left: TypeUse?, _ right: TypeUse?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return isSame(left, right)
  }

  private func isSame(_ left: Record, _ right: Record) -> Bool {
    left.fields.count == right.fields.count && isSame(left.additional, right.additional)
      && left.additionalConstraints == right.additionalConstraints
      && zip(left.fields, right.fields).allSatisfy { isSame($0, $1) }
  }

  private func isSame(_ left: Field, _ right: Field) -> Bool {
    left.key == right.key && left.name == right.name && isSame(left.type, right.type)
      && left.isRequired == right.isRequired && left.isNullable == right.isNullable
      && left.isReadOnly == right.isReadOnly && left.isWriteOnly == right.isWriteOnly
      && left.constant == right.constant && left.constraints == right.constraints
      && left.documentation.isDeprecated == right.documentation.isDeprecated
  }

  private static func isSame(_ left: Enumeration, _ right: Enumeration) -> Bool {
    left.base == right.base && left.members.count == right.members.count
      && zip(left.members, right.members).allSatisfy { $0.value == $1.value && $0.name == $1.name }
  }

  private func isSame(_ left: Choice, _ right: Choice) -> Bool {
    left.selection == right.selection && left.variants.count == right.variants.count
      && zip(left.variants, right.variants).allSatisfy {
        $0.name == $1.name && $0.tags == $1.tags && isSame($0.type, $1.type)
      }
  }
}
