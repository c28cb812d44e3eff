extension SourceComparison {
  mutating func compareMethods() {
    var news = new.methods
    var rest: [Method] = []
    for method in old.methods {
      let index =
        news.firstIndex { isSame(method, $0) && $0.arguments == method.arguments }
        ?? news.firstIndex { isSame(method, $0) && $0.name == method.name }
      if let index { compare(method, news.remove(at: index)) } else { rest.append(method) }
    }
    for method in rest {
      let index =
        news.firstIndex { $0.name == method.name } ?? news.firstIndex { isSame(method, $0) }
      guard let index else {
        note(
          "operation-removed", .breaking, method, nil, "'\(method.path)' is gone",
          witness: call(method), remedy: "remove the call")
        continue
      }
      compare(method, news.remove(at: index))
    }
    for method in news {
      note("operation-added", .compatible, nil, method, "'\(method.path)' is new")
    }
  }

  private func isSame(_ old: Method, _ new: Method) -> Bool {
    old.route == new.route
      && (old.name == new.name || !self.old.methods.contains { $0.name == new.name })
  }

  private mutating func compare(_ old: Method, _ new: Method) {
    if old.name != new.name { return noteRenamed(old, new) }
    let renamed = noteRenamedArguments(old, new)
    for change in argumentChanges(
      old.arguments.filter { renamed[$0.label] == nil },
      new.arguments.filter { !renamed.values.contains($0.label) }, of: old.arguments)
    {
      let isBody = change.label == "_"
      note(
        "\(isBody ? "body" : "parameter")-\(change.edit)", change.verdict, old, new,
        "'\(old.path)' \(isBody ? change.message.replacing("'_'", with: "the body") : change.message)",
        witness: change.verdict < .breaking ? nil : call(old, change.witness),
        remedy: change.remedy,
        wire: change.label)
    }
    compareResults(old, new)
    if !old.isDeprecated, new.isDeprecated {
      note(
        "operation-deprecated", .compatible, old, new,
        "'\(old.path)' is deprecated now: the compiler warns where it is called",
        remedy: "do without it before it goes")
    }
  }

  /// Notes what a part of the path is called otherwise by; the call itself is the same one.
  private mutating func noteRenamedArguments(_ old: Method, _ new: Method) -> [String: String] {
    guard old.route != new.route, Endpoint.erased(old.route) == Endpoint.erased(new.route) else {
      return [:]
    }
    var renamed: [String: String] = [:]
    for (left, right) in zip(old.arguments, new.arguments)
    where left.label != right.label && translated(left.type) == right.type
      && !new.arguments.contains(where: { $0.label == left.label })
      && !old.arguments.contains(where: { $0.label == right.label })
    {
      renamed[left.label] = right.label
      note(
        "parameter-renamed", .breaking, old, new,
        "'\(old.path)' takes '\(right.label)' instead of '\(left.label)'",
        witness: call(old, old.arguments), remedy: "write '\(right.label):'", wire: left.label)
    }
    return renamed
  }

  /// A name that another call has taken goes on compiling where that one looks the same.
  private mutating func noteRenamed(_ old: Method, _ new: Method) {
    var (message, witness) = ("'\(old.path)' is called '\(new.name)' now", Optional(call(old)))
    if let taker = self.new.methods.first(where: { $0.name == old.name }) {
      message += ", and '\(old.name)' calls \(taker.route)"
      let change = argumentChanges(old.arguments, taker.arguments).first { $0.verdict == .breaking }
      if let change {
        witness = call(old, change.witness)
      } else if let result = old.result, translated(result) != taker.result {
        witness = resultUse(old, old.arguments.filter { !$0.isDefaulted }, result)
      } else {
        witness = nil
      }
    }
    note(
      "operation-renamed", witness == nil ? .risky : .breaking, old, new, message,
      witness: witness, remedy: "write '\(new.name)'")
  }

  private mutating func compareResults(_ old: Method, _ new: Method) {
    guard old.result.map(translated) != new.result else { return }
    guard let result = old.result else {
      return note(
        "result-added", .risky, old, new,
        "'\(old.path)' gives '\(new.result ?? "")' now: the compiler warns where it is not used",
        remedy: "use the result, or write '_ ='")
    }
    let required = old.arguments.filter { !$0.isDefaulted }
    note(
      "result-type-changed", .breaking, old, new,
      "'\(old.path)' gives '\(new.result ?? "nothing")' instead of '\(result)'",
      witness: resultUse(old, required, result), remedy: "use the new type")
  }

  /// A line that only compiles while the result has its type.
  func resultUse(_ method: Method, _ required: [Argument], _ result: String) -> String {
    guard result.contains("?") else { return call(method, required, result: result) }
    let taken = required.indices.map { "a\($0): \(required[$0].type)" }
    let given = zip(required.indices, required).map {
      $1.label == "_" ? "a\($0)" : "\($1.label): a\($0)"
    }
    let parameters = (["client: \(qualified("Client"))", "old: inout \(result)"] + taken)
      .joined(separator: ", ")
    return
      "_ = { (\(parameters)) async throws -> Void in var new = try await client.\(method.name)(\(given.joined(separator: ", "))); swap(&old, &new) }"
  }

  private func call(_ method: Method) -> String { call(method, method.arguments) }

  func call(_ method: Method, _ arguments: [Argument], result: String? = nil) -> String {
    call(
      "client.\(method.name)", arguments, taking: ["client: \(qualified("Client"))"],
      effects: "try await ", result: result.map { "async throws -> \($0)" })
  }

  private mutating func note(
    _ aspect: String, _ verdict: Verdict, _ old: Method?, _ new: Method?, _ message: String,
    witness: String? = nil, remedy: String? = nil, wire: String = ""
  ) {
    changes.append(
      SourceChange(
        aspect: aspect, verdict: verdict, symbol: (old ?? new)?.path ?? "Client", message: message,
        witness: witness, remedy: remedy, old: old?.place, new: new?.place, wire: wire,
        route: (old ?? new)?.route))
  }
}
