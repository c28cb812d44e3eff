import Contract

extension Planner {
  /// The places that the API or one of its operations can be reached at.
  func servers() -> [ClientPlan.Server] {
    namedServers.map { named in
      ClientPlan.Server(
        name: named.name, url: url(named), parameters: parameters(named),
        documentation: documentation(named))
    }
  }

  /// The servers that say more than that there is one.
  var addressed: [Server] { contract.servers.filter { !$0.url.isEmpty && $0.url != "/" } }

  /// Whether an address has a host of its own, if only as a variable.
  func isAbsolute(_ server: Server) -> Bool {
    server.url.contains("://") || server.url.hasPrefix("{") || server.url.hasPrefix("//")
  }

  /// Names in braces that no variable stands for; a caller has to give them.
  func undeclared(_ server: Server) -> [String] {
    var names: [String] = []
    for part in server.url.split(separator: "{").dropFirst() {
      guard let end = part.firstIndex(of: "}") else { continue }
      let name = String(part[..<end])
      if !names.contains(name), !server.variables.contains(where: { $0.name == name }) {
        names.append(name)
      }
    }
    return names
  }

  /// What a server is called: the author's name, a short description, or its host. The first one
  /// without a name is called the same whether or not others follow it.
  func serverName(_ server: Server) -> String {
    if let name = authorsName(server) { return name }
    let host = server.url.split(separator: "/").dropFirst().first ?? "production"
    let isFirst = server.url == contract.servers.first?.url
    return isFirst && !Self.isTrial(host) ? "production" : String(host)
  }

  /// Whether a host says itself that it is not the one that counts.
  private static func isTrial(_ host: Substring) -> Bool {
    let words = host.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains {
      ["localhost", "127", "sandbox", "staging", "stage", "test", "dev"].contains($0)
    }
  }

  func relativeName(_ server: Server) -> String {
    if server.url == addressed.first(where: { !isAbsolute($0) })?.url { return "at" }
    return authorsName(server) ?? "at \(server.url)"
  }

  func authorsName(_ server: Server) -> String? {
    if let name = server.name, !name.isEmpty { return name }
    guard let text = server.documentation.text else { return nil }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let telling = words.filter {
      !["server", "environment", "the", "api"].contains($0.lowercased())
    }
    return (1...3).contains(telling.count) ? telling.joined(separator: " ") : nil
  }

  private func documentation(_ named: NamedServer) -> [String] {
    let server = named.server
    var paragraphs = [server.documentation.text]
    if named.takesOrigin {
      paragraphs.append("`\(server.url)` at an origin of yours, such as `https://example.com`.")
    } else if !isAbsolute(server) {
      paragraphs.append(
        "`\(server.url)` at the host of the client's server; for single calls only.")
    }
    let notes = zip(server.variables, variableNames(named)).compactMap { variable, name in
      return variable.documentation.text.map {
        "  - \(Identifier.bare(name)): \(opening($0))"
      }
    }
    if !notes.isEmpty { paragraphs.append("- Parameters:\n" + notes.joined(separator: "\n")) }
    return DocComment.lines(paragraphs, indent: 4)
  }

  /// The types of the variables with known values, declared inside of the server.
  func variableTypes() -> [TypePlan] {
    serverVariables.compactMap { variable, name in
      guard let enumeration = variable.enumeration else { return nil }
      return TypePlan(
        name: name, path: "Server.\(name)",
        documentation: DocComment.lines([variable.documentation.text], indent: 4),
        isDeprecated: false, form: .enumeration(self.enumeration(enumeration, indent: 6)),
        nested: [])
    }
  }

  /// A variable's type, and its usual value as an expression of it.
  private func typed(_ variable: Server.Variable) -> (type: String, value: String) {
    let usual = Literal.string(variable.defaultValue)
    let type = serverVariables.first {
      $0.variable.name == variable.name && $0.variable.values == variable.values
    }
    guard let type, let enumeration = variable.enumeration else { return (word("String"), usual) }
    let member = self.enumeration(enumeration, indent: 6).members.first { $0.value == usual }
    return (type.name, member.map { "." + $0.name } ?? usual)
  }

  /// The names of the variables, then of those that the address alone names.
  private func variableNames(_ named: NamedServer) -> [String] {
    var scope = NameScope(taken: named.takesOrigin ? ["origin"] : [])
    return (named.server.variables.map(\.name) + undeclared(named.server)).map {
      scope.take(ReservedWords.member(Identifier.member($0)), at: nil).name
    }
  }

  /// The address as an expression.
  private func url(_ named: NamedServer) -> String {
    let server = named.server
    var address = server.url
    if address.hasPrefix("//") { address = "https:" + address }
    while address.hasSuffix("/"), address != "/" { address.removeLast() }
    var literal = Literal.string(address)
    let variables = server.variables.map(\.name) + undeclared(server)
    for (variable, name) in zip(variables, variableNames(named)) {
      literal = literal.replacing("{\(escaped(variable))}", with: "\\(\(name))")
    }
    return named.takesOrigin ? "\(word("ServerAddress")).join(origin, \(literal))" : literal
  }

  /// A text as it stands inside a string literal.
  private func escaped(_ text: String) -> String {
    String(Literal.string(text).dropFirst().dropLast())
  }

  private func parameters(_ named: NamedServer) -> String? {
    let text = word("String")
    var parameters = named.takesOrigin ? ["_ origin: \(text)"] : []
    let names = variableNames(named)
    for (name, variable) in zip(names, named.server.variables) {
      let typed = typed(variable)
      parameters.append("\(name): \(typed.type) = \(typed.value)")
    }
    parameters += names.dropFirst(named.server.variables.count).map { "\($0): \(text)" }
    return parameters.isEmpty ? nil : parameters.joined(separator: ", ")
  }
}
