import Contract

extension OutlineDifference {
  /// Whether callers see the same methods for two operations of the same name.
  func isSame(_ left: Int, _ right: Int) -> Bool {
    let (before, after) = (old.contract.operations[left], new.contract.operations[right])
    return before.method == after.method && before.path == after.path
      && before.documentation.isDeprecated == after.documentation.isDeprecated
      && old.planner.operationWords[left] == new.planner.operationWords[right]
      && isSame(before.parameters, after.parameters) && isSame(before.body, after.body)
      && isSame(before.responses, after.responses)
      && !(Self.hasChoice(before.responses) && isNear(left))
  }

  private func isSame(_ left: [Parameter], _ right: [Parameter]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
  }

  private func isSame(_ left: Parameter, _ right: Parameter) -> Bool {
    left.name == right.name && left.location == right.location
      && left.isRequired == right.isRequired && isSame(left.type, right.type)
  }

  private func isSame(_ left: Contract.RequestBody?, _ right: Contract.RequestBody?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.isRequired == right.isRequired && isSame(left.contents, right.contents)
  }

  private func isSame(_ left: [Response], _ right: [Response]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0.status == $1.status && isSame($0.contents, $1.contents) }
  }

  private func isSame(_ left: [Content], _ right: [Content]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
  }

  private func isSame(_ left: Content, _ right: Content) -> Bool {
    left.mediaType == right.mediaType && left.kind == right.kind && isSame(left.type, right.type)
      && (old.planner.form(left) == nil) == (new.planner.form(right) == nil)
      && left.parts.count == right.parts.count
      && zip(left.parts, right.parts).allSatisfy { isSame($0, $1) }
  }

  private func isSame(_ left: Content.Part, _ right: Content.Part) -> Bool {
    left.key == right.key && left.headers.count == right.headers.count
      && zip(left.headers, right.headers).allSatisfy {
        $0.constant == $1.constant && isSame($0.parameter, $1.parameter)
      }
  }

  /// Whether an answer has several forms, which methods and types of their own are named for.
  private static func hasChoice(_ responses: [Response]) -> Bool {
    responses.contains { $0.contents.count > 1 } || responses.count { $0.status.isSuccess } > 1
  }

  /// Whether a name that only one module has begins like an operation's, so that another name may be
  /// taken there and free here.
  private func isNear(_ index: Int) -> Bool {
    guard !lonely.isEmpty else { return false }
    let words = [old.planner.operationWords[index], old.planner.operationNames[index]].map {
      Identifier.bare($0).lowercased()
    }
    return lonely.contains { name in words.contains { name.hasPrefix($0) } }
  }
}
