import Contract

extension Planner {
  func documentation(
    _ operation: Operation, _ notes: [String], answer form: AnswerForm?
  ) -> [String] {
    let written = operation.documentation
    var paragraphs = [written.summary, written.text == written.summary ? nil : written.text]
    if written.summary == nil, written.text == nil {
      paragraphs = ["`\(operation.method) \(operation.path)`"]
    }
    switch form?.kind {
    case nil: break
    case .events, .jsonLines:
      paragraphs.append("The answer comes bit by bit, where the request asks for that.")
    case .json, .form, .multipart, .text, .binary:
      paragraphs.append(
        "The answer comes as \(mediaTypes(operation, form).map { "`\($0)`" }.joined(separator: ", "))."
      )
    }
    paragraphs += [headers(operation), links(operation), scopes(operation)]
    paragraphs.append(list(notes))
    paragraphs.append(see(written))
    return DocComment.lines(paragraphs, indent: 4)
  }

  /// Notes on parameters as the compiler's documentation has them.
  func list(_ notes: [String]) -> String? {
    guard notes.count > 1 else { return notes.first.map { "- Parameter \($0)" } }
    return "- Parameters:\n" + notes.map { "  - \($0)" }.joined(separator: "\n")
  }

  /// The first line of a text, and the rest of its last sentence where the line ends in the middle
  /// of it.
  func opening(_ text: String) -> String {
    if text.isASCII, !text.utf8.contains(where: { (0x0A...0x0D).contains($0) }) { return text }
    let scalars = text.unicodeScalars.drop { $0.isNewline }
    var lines = scalars.split(
      maxSplits: 8, omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    var result = lines.popFirst().map { String(Substring($0)) } ?? ""
    // The last piece may be many lines.
    for line in lines.prefix(7) {
      let words = Substring(line).drop { $0 == " " || $0 == "\t" }
      guard !Self.isEnded(result), let first = words.first,
        first.isLetter || "`'\"([".contains(first)
      else { break }
      let end = Self.sentenceEnd(words)
      while result.last == " " { result.removeLast() }
      result += " " + words[..<(end ?? words.endIndex)]
      if end != nil { break }
    }
    return result
  }

  private static func isEnded(_ text: String) -> Bool {
    text.last { $0 != " " }.map { ".!?:;。".contains($0) } ?? true
  }

  /// The place behind the first sentence that ends within a line.
  private static func sentenceEnd(_ line: Substring) -> Substring.Index? {
    var isAfterMark = false
    for index in line.indices {
      if isAfterMark, line[index] == " " { return index }
      isAfterMark = ".!?:".contains(line[index])
    }
    return nil
  }

  /// The headers of the answers, which a result does not hold.
  private func headers(_ operation: Operation) -> String? {
    var seen: Set<String> = []
    let headers = successes(operation).flatMap(\.headers).filter { seen.insert($0.name).inserted }
    if headers.isEmpty { return nil }
    let items = headers.map { header in
      "- `\(header.name)` as `.\(Identifier.bare(headerNames[HeaderIdentity(header)] ?? ""))`"
        + (header.documentation.text.map { ": \(opening($0))" } ?? "")
    }
    return "Headers of the answer, which `withResponse` gives:\n" + items.joined(separator: "\n")
  }

  /// What can be done with the answer next, by the names of the methods.
  private func links(_ operation: Operation) -> String? {
    let links = operation.responses.flatMap(\.links)
    if links.isEmpty { return nil }
    let items = links.map { link -> String in
      let index = contract.operations.firstIndex { $0.id == link.operation }
      let name = index.map { operationNames[$0].replacing("`", with: "") } ?? link.operation
      let body = link.body.map { ["the body `\($0)`"] } ?? []
      let values = link.values.map { "`\($0.name)` = `\($0.expression)`" } + body
      let server = link.server.map { " at `\($0)`" } ?? ""
      let text = link.documentation.text.map { ": \(opening($0))" } ?? ""
      return "- `\(link.name)` leads to `\(name)`\(server)"
        + (values.isEmpty ? "" : " with \(values.joined(separator: ", "))") + text
    }
    return "Links of the answer:\n" + items.joined(separator: "\n")
  }

  /// What a token must allow, one line for all credentials.
  private func scopes(_ operation: Operation) -> String? {
    if operation.scopes.isEmpty { return nil }
    let ways = operation.scopes.map { scopes in
      let names = scopes.names.map { "`\($0)`" }.joined(separator: ", ")
      let credential = contract.credentials[scopes.credential].name
      return names + (scopes.credential == mainCredential ? "" : " of `\(credential)`")
    }
    return "Scopes: \(ways.joined(separator: "; "))."
  }
}

extension Unicode.Scalar {
  fileprivate var isNewline: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
