import Contract

/// A server under the name that callers know it by.
struct NamedServer {
  var server: Server
  var name: String
  /// Whether callers say what comes before its path, as nobody else knows.
  var takesOrigin = false
}

extension Planner {
  /// Names the API's servers, then those that only some operations have.
  mutating func nameServers() {
    var scope = NameScope(taken: ["url"])
    for server in addressed {
      let wanted = isAbsolute(server) ? serverName(server) : relativeName(server)
      let name = ReservedWords.member(Identifier.member(wanted))
      namedServers.append(
        NamedServer(
          server: server, name: scope.take(name, at: nil).name, takesOrigin: !isAbsolute(server)))
    }
    for server in contract.operations.flatMap(\.servers) where named(server) == nil {
      let name = ReservedWords.member(Identifier.member(ownName(server)))
      namedServers.append(NamedServer(server: server, name: scope.take(name, at: nil).name))
    }
    nameServerVariables()
  }

  /// What an operation's own server is called; an address without a host, by its path.
  private func ownName(_ server: Server) -> String {
    if let name = authorsName(server) { return name }
    let parts = server.url.split(separator: "/")
    if isAbsolute(server) {
      return parts.drop { $0.hasSuffix(":") }.first.map(String.init) ?? server.url
    }
    return parts.isEmpty ? "root" : parts.joined(separator: " ")
  }

  /// The variables with known values, each name and set of values once, and what their types are called.
  private mutating func nameServerVariables() {
    var scope = NameScope(
      taken: ["Server", "Swift", "Foundation", "ClientRuntime", options.namespace]
        + RuntimeWords.names)
    for variable in namedServers.flatMap(\.server.variables) where !variable.values.isEmpty {
      let isKnown = serverVariables.contains {
        $0.variable.name == variable.name && $0.variable.values == variable.values
      }
      if isKnown { continue }
      let name = ReservedWords.type(Identifier.type(variable.name))
      serverVariables.append((variable, scope.take(name, at: nil).name))
    }
  }

  /// The servers that an operation may be sent to in place of the client's; the first is the usual one.
  func serverParameter(
    _ operation: Operation, _ scope: inout NameScope
  ) -> (plan: ParameterPlan, note: String)? {
    guard let first = operation.servers.first, let usual = named(first) else { return nil }
    let isUsable = undeclared(first).isEmpty
    let name = scope.take("server", at: nil).name
    let declaration =
      "\(name): \(options.namespace).Server" + (isUsable ? " = \(expression(usual))" : "")
    var seen: Set<String> = []
    let choices = operation.servers.compactMap { server in
      named(server).flatMap { seen.insert($0.name).inserted ? (server, expression($0)) : nil }
    }
    let words = choices.map { "`\($1)` (`\(address($0))`)" }.joined(separator: ", ")
    return (
      ParameterPlan(declaration: declaration, name: name, isDefaulted: isUsable),
      "Where the call goes, whatever the client's server: \(words)."
    )
  }

  private func expression(_ named: NamedServer) -> String {
    let takesMore = named.takesOrigin || !named.server.variables.isEmpty
    return "." + named.name + (takesMore || !undeclared(named.server).isEmpty ? "()" : "")
  }

  /// The name for an operation's server. One of the API's without a host takes the caller's, not the
  /// client's, and is another one.
  private func named(_ server: Server) -> NamedServer? {
    namedServers.first { !$0.takesOrigin && Self.isSame($0.server, server) }
  }

  private static func isSame(_ left: Server, _ right: Server) -> Bool {
    left.url == right.url && left.variables.count == right.variables.count
      && zip(left.variables, right.variables).allSatisfy {
        $0.name == $1.name && $0.defaultValue == $1.defaultValue && $0.values == $1.values
      }
  }
}
