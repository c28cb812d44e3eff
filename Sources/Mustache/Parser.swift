import Diagnostics

/// Turns tokens into nodes, a line at a time, because blanks around lone tags vanish by the line.
struct Parser {
  /// A tag whose end has not come yet.
  private struct Open {
    var token: Token
    /// Its place in the table for its kind.
    var number: Int
    var name: String
    /// Whether nothing of the line that it stands on is printed.
    var isAlone: Bool
  }

  private let file: SourceFile
  private var program = Program()
  private var open: [Open] = []
  private var diagnostics = DiagnosticList()

  private init(_ file: SourceFile) { self.file = file }

  static func parse(
    _ file: SourceFile, delimiters: Delimiters = Delimiters(),
    into diagnostics: inout DiagnosticList
  ) -> Template {
    var scanner = Scanner(file, delimiters: delimiters)
    scanner.scan()
    var parser = Parser(file)
    parser.parse(scanner.tokens)
    diagnostics.add(scanner.diagnostics)
    diagnostics.add(parser.diagnostics)
    return Template(file: file, program: parser.program)
  }

  private mutating func parse(_ tokens: [Token]) {
    var start = 0
    for (index, token) in tokens.enumerated() {
      let endsLine = token.kind == .text && file.bytes[token.bytes.upperBound - 1] == 0x0A
      guard endsLine || index == tokens.count - 1 else { continue }
      parseLine(Array(tokens[start...index]))
      start = index + 1
    }
    while let last = open.last {
      reportUnclosed(last)
      close(last, at: file.bytes.count)
    }
  }

  // MARK: Lines

  private mutating func parseLine(_ line: [Token]) {
    guard let first = line.first else { return }
    let blanks =
      first.kind == .text
      ? leadingBlanks(first.bytes) : first.bytes.lowerBound..<first.bytes.lowerBound
    if isAlone(line) {
      for (index, token) in line.enumerated() {
        let isEdge = index == 0 || index == line.count - 1
        if token.kind == .text, isEdge { continue }
        emit(token, blanks: blanks, isAlone: true)
      }
      return
    }
    var isPending = !(line.count == 1 && isBlank(first))
    for (index, var token) in line.enumerated() {
      if isPending, token.kind != .close || !blanks.isEmpty {
        program.nodes.append(.line(blanks))
        isPending = false
      }
      if index == 0, token.kind == .text, line.count > 1 || !isBlank(first) {
        token.bytes = blanks.upperBound..<token.bytes.upperBound
      }
      emit(token, blanks: blanks, isAlone: false)
    }
  }

  /// Whether a line holds nothing but tags that print nothing themselves.
  private func isAlone(_ line: [Token]) -> Bool {
    let tags = line.filter { $0.kind != .text }
    if tags.count == 1, line.allSatisfy({ $0.kind != .text || isBlank($0) }) {
      return tags[0].kind != .variable && tags[0].kind != .unescaped
    }
    guard !tags.isEmpty else { return false }
    var around = open.map(\.token.kind)
    var index = 0
    while index < line.count {
      let token = line[index]
      switch token.kind {
      case .text: if !isBlank(token) { return false }
      case .comment: break
      case .parent:
        if let end = closing(of: index, in: line) { index = end } else { around.append(.parent) }
      case .block:
        if let end = closing(of: index, in: line) {
          guard around.last == .parent else { return false }
          index = end
        } else {
          around.append(.block)
        }
      case .close:
        let kind = around.popLast()
        if kind != .parent, kind != .block { return false }
      default: return false
      }
      index += 1
    }
    return true
  }

  private func closing(of start: Int, in line: [Token]) -> Int? {
    var depth = 0
    for index in start..<line.count {
      switch line[index].kind {
      case .section, .inverted, .parent, .block: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }

  private func leadingBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, file.bytes[end] == 0x20 || file.bytes[end] == 0x09 { end += 1 }
    return range.lowerBound..<end
  }

  private func isBlank(_ token: Token) -> Bool {
    file.bytes[token.bytes].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  // MARK: Tags

  private mutating func emit(_ token: Token, blanks: Range<Int>, isAlone: Bool) {
    let name = String(decoding: file.bytes[token.content], as: UTF8.self)
    switch token.kind {
    case .text:
      if !token.bytes.isEmpty { program.nodes.append(.text(token.bytes)) }
    case .variable, .unescaped:
      program.nodes.append(
        .variable(path(name, token.content), escaped: token.kind == .variable))
    case .section, .inverted: beginSection(token, name)
    case .partial: addCall(token, name, indent: isAlone ? blanks : nil)
    case .parent:
      addCall(token, name, indent: isAlone ? blanks : nil)
      begin(token, callee(name), number: program.calls.count - 1, isAlone)
    case .block:
      begin(token, name, number: program.blocks.count, isAlone)
      program.nodes.append(.block(program.blocks.count))
      let body = program.nodes.count..<program.nodes.count
      program.blocks.append(Block(name: name, bytes: token.content, indent: blanks, body: body))
    case .close: end(token, name)
    case .comment, .delimiters: break
    }
  }

  private mutating func beginSection(_ token: Token, _ name: String) {
    begin(token, name, number: program.sections.count, false)
    program.nodes.append(.section(program.sections.count))
    if program.delimiters.last != token.delimiters { program.delimiters.append(token.delimiters) }
    program.sections.append(
      Section(
        path: path(name, token.content), inverted: token.kind == .inverted,
        raw: token.bytes.upperBound..<token.bytes.upperBound,
        delimiters: program.delimiters.count - 1))
  }

  private mutating func addCall(_ token: Token, _ written: String, indent: Range<Int>?) {
    let name = callee(written)
    program.nodes.append(.call(program.calls.count))
    program.calls.append(
      Call(
        name: name,
        dynamic: name.hasPrefix("*") ? path(String(name.dropFirst()), token.content) : nil,
        bytes: token.content, indent: indent, end: program.nodes.count))
  }

  private mutating func path(_ name: String, _ bytes: Range<Int>) -> Path {
    let start = program.names.count
    if name != "." {
      program.names += name.split(separator: ".").map(String.init)
    }
    return Path(
      keys: start..<program.names.count, position: Path.Position(rawValue: name), bytes: bytes)
  }

  /// Blanks may follow the star of a dynamic name; they do not count when tags are matched.
  private func callee(_ name: String) -> String {
    guard name.hasPrefix("*") else { return name }
    return "*" + name.dropFirst().drop { $0 == " " || $0 == "\t" }
  }

  private mutating func begin(_ token: Token, _ name: String, number: Int, _ isAlone: Bool) {
    open.append(Open(token: token, number: number, name: name, isAlone: isAlone))
  }

  private mutating func end(_ token: Token, _ written: String) {
    let name = callee(written)
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      let notes = open.last.map {
        [Diagnostic.Note("'\($0.name)' is open since here", at: file.range($0.token.bytes))]
      }
      diagnostics.error(
        "template-syntax", "'\(name)' is closed but not open", at: file.range(token.bytes),
        notes: notes ?? [])
      return
    }
    while open.count > index + 1, let inner = open.last {
      diagnostics.error(
        "template-syntax", "'\(name)' is closed while '\(inner.name)' is open",
        at: file.range(token.bytes),
        notes: [.init("'\(inner.name)' starts here", at: file.range(inner.token.bytes))],
        help: "write '{{/\(inner.name)}}' first")
      close(inner, at: token.bytes.lowerBound)
    }
    close(open[index], at: token.bytes.lowerBound)
  }

  private mutating func reportUnclosed(_ tag: Open) {
    let end = file.bytes.count
    diagnostics.error(
      "template-syntax", "'\(tag.name)' is never closed", at: file.range(end..<end),
      notes: [.init("it starts here", at: file.range(tag.token.bytes))],
      help: "write '{{/\(tag.name)}}' where it ends")
  }

  private mutating func close(_ tag: Open, at offset: Int) {
    open.removeLast()
    let end = program.nodes.count
    switch tag.token.kind {
    case .section, .inverted:
      let start = program.sections[tag.number].raw.lowerBound
      program.sections[tag.number].raw = start..<max(start, offset)
      program.sections[tag.number].end = end
    case .parent: program.calls[tag.number].end = end
    case .block:
      let block = program.blocks[tag.number]
      program.blocks[tag.number].body = block.body.lowerBound..<end
      program.settleIndent(ofBlock: tag.number, isAlone: tag.isAlone, file.bytes)
      if let around = open.last, around.token.kind == .parent {
        program.calls[around.number].blocks[block.name] = tag.number
      }
    default: break
    }
  }
}
