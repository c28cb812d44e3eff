import Contract

extension Planner {
  /// Finds what each operation has to say to be called, and what it shares with others.
  mutating func findCallParts() {
    failures = contract.operations.map { FailureShape.merged(failureShapes($0)) }
    ways = contract.operations.map { security($0) ?? "[]" }
    mainCredential = findMainCredential()
    nameServers()
  }

  /// Lets the client say once what most operations have; the others say otherwise. An operation
  /// more does not change all of them, as it would if only what all have were said once.
  mutating func shareCallParts() {
    commonFailures = usual(failures.filter { !$0.isEmpty }.map { widened($0) }) ?? []
    // Who describes all statuses means more than errors.
    let whole = failures.first { $0.count == 1 && widened($0) == commonFailures && $0[0].isWhole }
    if let whole { commonFailures = whole }
    commonSecurity = usual(ways).flatMap { $0 == "[]" ? nil : $0 }
  }

  /// What more than half of several values are.
  private func usual<Value: Hashable>(_ values: [Value]) -> Value? {
    guard values.count > 1 else { return nil }
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.first { $0.value * 2 > values.count }?.key
  }

  /// Error bodies of one type for all statuses: whichever of them an operation names, the others
  /// look no different.
  private func widened(_ shapes: [FailureShape]) -> [FailureShape] {
    guard var first = shapes.first, shapes.allSatisfy({ $0.type == first.type }) else {
      return shapes
    }
    first.codes = 400..<600
    return [first]
  }

  /// The error bodies that an operation names itself; one without any has the client's.
  func ownFailures(_ index: Int) -> [FailureShape] {
    widened(failures[index]) == widened(commonFailures) ? [] : failures[index]
  }

  /// The ways in that an operation names itself, as a literal.
  func ownSecurity(_ index: Int) -> String? {
    ways[index] == commonSecurity ?? "[]" ? nil : ways[index]
  }

  /// The credential that needs no name of its own: the only one, or one that most operations with
  /// any take and few of them another, so that one for those few does not rename it.
  func findMainCredential() -> Int? {
    let all = contract.credentials.indices
    if all.count < 2 { return all.first }
    let taking = contract.operations.map { Set($0.security.joined()) }.filter { !$0.isEmpty }
    let counts = all.map { index in taking.count { $0.contains(index) } }
    let sorted = counts.sorted(by: >)
    guard sorted[0] * 2 > taking.count, sorted[1] * 2 <= sorted[0] else { return nil }
    return counts.firstIndex(of: sorted[0])
  }

  /// The ways in as a literal; `nil` when the API knows no credentials at all.
  func security(_ operation: Operation) -> String? {
    if contract.credentials.isEmpty || operation.security.isEmpty { return nil }
    let ways = operation.security.map { way in
      "[" + way.map { use(contract.credentials[$0]) }.joined(separator: ", ") + "]"
    }
    return "[" + ways.joined(separator: ", ") + "]"
  }

  private func use(_ credential: Credential) -> String {
    let key = Literal.string(credential.name)
    return switch credential.placement {
    case .bearer: ".bearer(\(key))"
    case .basic: ".basic(\(key))"
    case .header(let name): ".header(\(key), \(Literal.string(name)))"
    case .query(let name): ".query(\(key), \(Literal.string(name)))"
    case .cookie(let name): ".cookie(\(key), \(Literal.string(name)))"
    }
  }
}
