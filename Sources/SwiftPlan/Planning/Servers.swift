import Contract

extension Planner {
  /// The places that the API can be reached at; those without a host are joined to the caller's.
  func servers() -> [ClientPlan.Server] {
    var scope = NameScope(taken: ["url"])
    return addressed.map { server in
      let wanted = isAbsolute(server) ? serverName(server) : relativeName(server)
      let name = ReservedWords.member(Identifier.member(wanted))
      return ClientPlan.Server(
        name: scope.take(name, at: nil).name, url: url(server), parameters: parameters(server),
        documentation: documentation(server))
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

  /// What a server is called: the author's name, a short description, or its host.
  private func serverName(_ server: Server) -> String {
    if let name = authorsName(server) { return name }
    if contract.servers.count == 1 { return "production" }
    return String(server.url.split(separator: "/").dropFirst().first ?? "production")
  }

  private func relativeName(_ server: Server) -> String {
    let relative = addressed.filter { !isAbsolute($0) }
    if relative.count == 1 { return "at" }
    return authorsName(server) ?? "at \(server.url)"
  }

  private func authorsName(_ server: Server) -> String? {
    if let name = server.name, !name.isEmpty { return name }
    guard let text = server.documentation.text else { return nil }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let telling = words.filter {
      !["server", "environment", "the", "api"].contains($0.lowercased())
    }
    return (1...3).contains(telling.count) ? telling.joined(separator: " ") : nil
  }

  private func documentation(_ server: Server) -> [String] {
    var paragraphs = [server.documentation.text]
    if !isAbsolute(server) {
      paragraphs.append("`\(server.url)` at an origin of yours, such as `https://example.com`.")
    }
    let notes = zip(server.variables, variableNames(server)).compactMap { variable, name in
      return variable.documentation.text.map {
        "  - \(Identifier.bare(name)): \(firstLine($0))"
      }
    }
    if !notes.isEmpty { paragraphs.append("- Parameters:\n" + notes.joined(separator: "\n")) }
    return DocComment.lines(paragraphs, indent: 4)
  }

  /// The variables with known values, each name and set of values once, and what their types are called.
  private func enumerated() -> [(variable: Server.Variable, name: String)] {
    var scope = NameScope(
      taken: ["Server", "Swift", "Foundation", "ClientRuntime", options.namespace]
        + RuntimeWords.names)
    var known: [(variable: Server.Variable, name: String)] = []
    for variable in addressed.flatMap(\.variables) where !variable.values.isEmpty {
      let isKnown = known.contains {
        $0.variable.name == variable.name && $0.variable.values == variable.values
      }
      if isKnown { continue }
      let name = ReservedWords.type(Identifier.type(variable.name))
      known.append((variable, scope.take(name, at: nil).name))
    }
    return known
  }

  /// The types of the variables with known values, declared inside of the server.
  func variableTypes() -> [TypePlan] {
    enumerated().compactMap { variable, name in
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
    let type = enumerated().first {
      $0.variable.name == variable.name && $0.variable.values == variable.values
    }
    guard let type, let enumeration = variable.enumeration else { return (word("String"), usual) }
    let member = self.enumeration(enumeration, indent: 6).members.first { $0.value == usual }
    return (type.name, member.map { "." + $0.name } ?? usual)
  }

  /// The names of the variables, then of those that the address alone names.
  private func variableNames(_ server: Server) -> [String] {
    var scope = NameScope(taken: isAbsolute(server) ? [] : ["origin"])
    return (server.variables.map(\.name) + undeclared(server)).map {
      scope.take(ReservedWords.member(Identifier.member($0)), at: nil).name
    }
  }

  /// The address as an expression.
  private func url(_ server: Server) -> String {
    var address = server.url
    if address.hasPrefix("//") { address = "https:" + address }
    while address.hasSuffix("/") { address.removeLast() }
    var literal = Literal.string(address)
    let variables = server.variables.map(\.name) + undeclared(server)
    for (variable, name) in zip(variables, variableNames(server)) {
      literal = literal.replacing("{\(escaped(variable))}", with: "\\(\(name))")
    }
    return isAbsolute(server) ? literal : "\(word("ServerAddress")).join(origin, \(literal))"
  }

  /// A text as it stands inside a string literal.
  private func escaped(_ text: String) -> String {
    String(Literal.string(text).dropFirst().dropLast())
  }

  private func parameters(_ server: Server) -> String? {
    let text = word("String")
    var parameters = isAbsolute(server) ? [] : ["_ origin: \(text)"]
    let names = variableNames(server)
    for (name, variable) in zip(names, server.variables) {
      let typed = typed(variable)
      parameters.append("\(name): \(typed.type) = \(typed.value)")
    }
    parameters += names.dropFirst(server.variables.count).map { "\($0): \(text)" }
    return parameters.isEmpty ? nil : parameters.joined(separator: ", ")
  }
}
