import Contract

extension Planner {
  func client(_ operations: [OperationPlan]) -> ClientPlan {
    let servers = self.servers()
    let usable = zip(contract.servers, servers).first { $0.0.variables.isEmpty }
    return ClientPlan(
      documentation: DocComment.lines(["Calls the operations of \(apiName)."], indent: 2),
      servers: servers,
      defaultServer: servers.first.map { server in
        server.parameters == nil ? ".\(server.name)" : ".\(server.name)()"
      } ?? usable.map { ".\($0.1.name)" },
      credentials: credentials(), operations: operations, imports: imports(operations))
  }

  private var apiName: String {
    contract.title.isEmpty ? options.namespace : contract.title
  }

  private func credentials() -> [ClientPlan.Credential] {
    if contract.credentials.count == 1, let only = contract.credentials.first {
      return [
        ClientPlan.Credential(
          name: "credential", key: Literal.string(only.name),
          documentation: DocComment.lines([only.documentation.text], indent: 4))
      ]
    }
    var scope = NameScope(taken: ["server", "options", "transport"])
    return contract.credentials.map { credential in
      let name = ReservedWords.member(Identifier.member(credential.name))
      return ClientPlan.Credential(
        name: scope.take(name, at: nil).name, key: Literal.string(credential.name),
        documentation: DocComment.lines([credential.documentation.text], indent: 4))
    }
  }

  /// Servers with an address of their own; relative ones depend on where a description was found.
  private func servers() -> [ClientPlan.Server] {
    var scope = NameScope(taken: ["url"])
    return contract.servers.filter { $0.url.contains("://") || $0.url.hasPrefix("{") }.map {
      server in
      let name = ReservedWords.member(Identifier.member(serverName(server)))
      let variables = variableNames(server)
      return ClientPlan.Server(
        name: scope.take(name, at: nil).name, url: url(server, variables),
        parameters: parameters(server, variables),
        documentation: DocComment.lines([server.documentation.text], indent: 4))
    }
  }

  /// What a server is called: the author's name, a short description, or its host.
  private func serverName(_ server: Server) -> String {
    if let name = server.name, !name.isEmpty { return name }
    if let text = server.documentation.text {
      let words = text.split { !$0.isLetter && !$0.isNumber }
      let telling = words.filter {
        !["server", "environment", "the", "api"].contains($0.lowercased())
      }
      if (1...3).contains(telling.count) { return telling.joined(separator: " ") }
    }
    if contract.servers.count == 1 { return "production" }
    return String(server.url.split(separator: "/").dropFirst().first ?? "production")
  }

  private func url(_ server: Server, _ names: [String]) -> String {
    var literal = Literal.string(
      server.url.hasSuffix("/") ? String(server.url.dropLast()) : server.url)
    for (variable, name) in zip(server.variables, names) {
      let place = Literal.string("{\(variable.name)}").dropFirst().dropLast()
      literal = literal.replacing(place, with: "\\(\(name))")
    }
    return literal
  }

  private func parameters(_ server: Server, _ names: [String]) -> String? {
    if server.variables.isEmpty { return nil }
    return zip(server.variables, names).map { variable, name in
      "\(name): \(word("String")) = \(Literal.string(variable.defaultValue))"
    }.joined(separator: ", ")
  }

  /// What the variables of a server are called; names that come out the same get a number.
  private func variableNames(_ server: Server) -> [String] {
    var scope = NameScope()
    return server.variables.map { variable in
      let name = ReservedWords.member(Identifier.member(variable.name))
      return scope.take(name, at: nil, spelling: variable.name).name
    }
  }

  func imports(_ operations: [OperationPlan]) -> [String] {
    operations.contains(where: \.needsFoundation)
      ? ["ClientRuntime", "Foundation"] : ["ClientRuntime"]
  }
}
