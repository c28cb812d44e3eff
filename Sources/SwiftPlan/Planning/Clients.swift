import Contract

extension Planner {
  func client(_ operations: [OperationPlan]) -> ClientPlan {
    let servers = self.servers()
    let isUsable = addressed.first.map { isAbsolute($0) && undeclared($0).isEmpty } ?? false
    let credentials = self.credentials()
    return ClientPlan(
      documentation: DocComment.lines(["Calls the operations of \(apiName)."], indent: 2),
      initializer: initializer(credentials, hasDefault: isUsable),
      variables: variableTypes(), servers: servers,
      defaultServer: servers.first.flatMap { server in
        isUsable ? ".\(server.name)\(server.parameters == nil ? "" : "()")" : nil
      },
      credentials: credentials, security: commonSecurity, failures: commonFailures.map(\.arguments),
      operations: operations,
      imports: needsFoundationForHeaders ? ["ClientRuntime", "Foundation"] : imports(operations))
  }

  private var apiName: String {
    contract.title.isEmpty ? options.namespace : contract.title
  }

  private func initializer(
    _ credentials: [ClientPlan.Credential], hasDefault: Bool
  ) -> [String] {
    var notes = credentials.map { "\($0.name.replacing("`", with: "")): \($0.note)" }
    if !hasDefault {
      notes.insert("server: Where the API is; its description gives no full address.", at: 0)
    }
    return DocComment.lines(["Makes a client.", list(notes)], indent: 4)
  }

  private func credentials() -> [ClientPlan.Credential] {
    var scope = NameScope(taken: ["server", "options", "transport"])
    if mainCredential != nil { _ = scope.take("credential", at: nil) }
    return contract.credentials.enumerated().map { index, credential in
      let name = ReservedWords.member(Identifier.member(credential.name))
      let text = credential.documentation.text.map(opening) ?? ""
      let note = [text.isEmpty ? use(credential) : text] + credential.details
      return ClientPlan.Credential(
        name: index == mainCredential ? "credential" : scope.take(name, at: nil).name,
        key: Literal.string(credential.name), note: DocComment.sentences(note),
        documentation: DocComment.lines([credential.documentation.text], indent: 4))
    }
  }

  /// What a request does with a credential.
  private func use(_ credential: Credential) -> String {
    switch credential.placement {
    case .bearer: "A token, sent as a bearer."
    case .basic: "A user and a password."
    case .header(let name): "A key, sent in the header `\(name)`."
    case .query(let name): "A key, sent as `\(name)` in the query."
    case .cookie(let name): "A key, sent in the cookie `\(name)`."
    }
  }

  func imports(_ operations: [OperationPlan]) -> [String] {
    operations.contains(where: \.needsFoundation)
      ? ["ClientRuntime", "Foundation"] : ["ClientRuntime"]
  }
}
