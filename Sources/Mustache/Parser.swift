import Diagnostics

/// Turns tokens into nodes, a line at a time, because blanks around lone tags vanish by the line.
struct Parser {
  /// A tag whose end has not come yet.
  private struct Open {
    var token: Token
    var node: Int
    var name: String
    /// Whether nothing of the line that it stands on is printed.
    var isAlone: Bool
    var blocks: [String: Int] = [:]
  }

  private let file: SourceFile
  private var nodes: [Node] = []
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
    return Template(file: file, nodes: parser.nodes)
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
        nodes.append(.line(blanks))
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
      if !token.bytes.isEmpty { nodes.append(.text(token.bytes)) }
    case .variable, .unescaped:
      let path = Path(name, bytes: token.content)
      nodes.append(.variable(path, escaped: token.kind == .variable))
    case .section, .inverted:
      let start = token.bytes.upperBound
      begin(token, name, isAlone)
      nodes.append(
        .section(
          Section(
            path: Path(name, bytes: token.content), inverted: token.kind == .inverted,
            raw: start..<start, delimiters: token.delimiters)))
    case .partial:
      nodes.append(.partial(reference(name, token), indent: isAlone ? blanks : nil))
    case .parent:
      let reference = reference(name, token)
      begin(token, reference.name, isAlone)
      nodes.append(.parent(Parent(reference: reference, indent: isAlone ? blanks : nil)))
    case .block:
      begin(token, name, isAlone)
      nodes.append(.block(Block(name: name, indent: blanks)))
    case .close: end(token, name)
    case .comment, .delimiters: break
    }
  }

  private func reference(_ name: String, _ token: Token) -> Reference {
    guard name.hasPrefix("*") else {
      return Reference(name: name, dynamic: nil, bytes: token.content)
    }
    let path = String(name.dropFirst().drop { $0 == " " || $0 == "\t" })
    return Reference(
      name: "*" + path, dynamic: Path(path, bytes: token.content), bytes: token.content)
  }

  private mutating func begin(_ token: Token, _ name: String, _ isAlone: Bool) {
    open.append(Open(token: token, node: nodes.count, name: name, isAlone: isAlone))
  }

  private mutating func end(_ token: Token, _ written: String) {
    let name = reference(written, token).name
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
    switch nodes[tag.node] {
    case .section(var section):
      section.raw = section.raw.lowerBound..<max(section.raw.lowerBound, offset)
      section.end = nodes.count
      nodes[tag.node] = .section(section)
    case .parent(var parent):
      parent.end = nodes.count
      parent.blocks = tag.blocks
      nodes[tag.node] = .parent(parent)
    case .block(var block):
      block.end = nodes.count
      settleIndent(of: &block, at: tag.node, isAlone: tag.isAlone)
      nodes[tag.node] = .block(block)
      if open.last?.token.kind == .parent { open[open.count - 1].blocks[block.name] = tag.node }
    default: break
    }
  }
}

extension Parser {
  /// Makes the lines of a body relative to the block, so that they can move with another one.
  private mutating func settleIndent(of block: inout Block, at start: Int, isAlone: Bool) {
    let bytes = file.bytes
    var common: Range<Int>?
    visitIndents(start + 1..<block.end) { indent in
      guard let known = common else {
        common = indent
        return
      }
      let same = zip(bytes[known], bytes[indent]).prefix { $0 == $1 }.count
      common = known.lowerBound..<known.lowerBound + same
    }
    guard let common else { return }
    let strip = isAlone ? common.count : min(common.count, block.indent.count)
    block.indent =
      isAlone ? common : block.indent.lowerBound..<block.indent.lowerBound + strip
    visitIndents(start + 1..<block.end) { $0 = $0.lowerBound + strip..<$0.upperBound }
  }

  private mutating func visitIndents(_ range: Range<Int>, _ visit: (inout Range<Int>) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      var next = index + 1
      switch nodes[index] {
      case .line(var blanks):
        visit(&blanks)
        nodes[index] = .line(blanks)
      case .partial(let reference, .some(var indent)):
        visit(&indent)
        nodes[index] = .partial(reference, indent: indent)
      case .parent(var parent):
        next = parent.end
        if var indent = parent.indent {
          visit(&indent)
          parent.indent = indent
          nodes[index] = .parent(parent)
        }
      case .block(var block):
        next = block.end
        visit(&block.indent)
        nodes[index] = .block(block)
      default: break
      }
      index = next
    }
  }
}
