import Diagnostics

/// Builds a tree from nodes as a reader meets them, and checks what holds for YAML and JSON alike.
struct Composer: ~Copyable {
  let file: SourceFile
  var diagnostics = DiagnosticList()
  private(set) var hasFailed = false
  private var arena: Arena
  private var keys = KeyTable()
  private var mergedEntries = 0
  /// How many fixes were looked for, each of which reads the file up to its place.
  private var templates = 0
  /// Where the last node ended, which is where the block around it ends.
  private var lastEnd: (line: UInt32, column: UInt32) = (1, 1)

  init(_ file: SourceFile, size: Int) {
    self.file = file
    arena = Arena(bytes: size)
  }

  /// Adds a scalar and returns its index.
  mutating func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool, at span: Span
  ) -> Int {
    checkCount(at: span)
    lastEnd = (span.endLine, span.endColumn)
    return arena.scalar(bytes, isPlain: isPlain, at: span)
  }

  /// Opens a sequence or a mapping and returns its index.
  mutating func begin(_ kind: Tree.Record.Kind, at span: Span) -> Int {
    checkCount(at: span)
    if arena.open.count >= Limits.depth {
      fail(
        "yaml-depth", "more than \(Limits.depth) levels of nesting", at: span,
        help: "split the description: put the inner part into a file of its own and refer to it")
    }
    return arena.begin(kind, at: span)
  }

  /// Closes the innermost node at the end of a span, or where its last child ends.
  mutating func end(at span: Span?) {
    guard let index = arena.open.last else { return }
    if arena.records[index].kind == .mapping { closeMapping(index, at: span) }
    if let span { lastEnd = (span.endLine, span.endColumn) }
    arena.close(endLine: lastEnd.line, endColumn: lastEnd.column)
  }

  /// Adds an alias to an earlier node.
  mutating func alias(of target: Int, name: String, at span: Span) {
    checkCount(at: span)
    lastEnd = (span.endLine, span.endColumn)
    guard !arena.isOpen(target) else {
      diagnostics.error(
        "yaml-alias-cycle", "the alias '*\(name)' stands inside what it stands for",
        at: SourceRange(file: file, span: span),
        notes: [Diagnostic.Note("the anchor is here", at: range(of: target))],
        help: "write the content out, or use a $ref, which may be recursive")
      // A null keeps the tree free of cycles for every reader.
      arena.scalar(UnsafeBufferPointer(start: nil, count: 0), isPlain: true, at: span)
      return
    }
    arena.alias(of: target, at: span)
  }

  /// Reports an alias that nothing stands for.
  mutating func undefinedAlias(_ name: String, known: some Collection<String>, at span: Span) {
    let help =
      known.isEmpty
      ? "define it with '&\(name)' before this place, or quote the value"
      : "known here: \(known.sorted().prefix(5).joined(separator: ", "))"
    let place = SourceRange(file: file, span: span)
    fail(
      Diagnostic(
        .error, "yaml-alias-undefined", "no anchor '&\(name)' comes before this alias", at: place,
        help: help, fix: known.isEmpty ? quoting(place) : nil))
  }

  /// Without any anchor in the text, what looks like an alias was meant as text.
  private func quoting(_ place: SourceRange) -> Fix? {
    guard let start = file.offset(of: place.start), let end = file.offset(of: place.end),
      start < end, end <= file.bytes.count
    else { return nil }
    let text = Quoting.quoted(file.bytes[start..<end])
    return Fix("quote the value", in: file, edits: [.init(bytes: start..<end, replacement: text)])
  }

  /// Stops the reading with an error.
  mutating func fail(_ diagnostic: Diagnostic) {
    hasFailed = true
    diagnostics.add(diagnostic)
  }

  mutating func fail(_ id: String, _ message: String, at span: Span, help: String) {
    fail(
      Diagnostic(.error, id, message, at: SourceRange(file: file, span: span), help: help))
  }

  /// Stops the reading; why is said elsewhere.
  mutating func stop() { hasFailed = true }

  /// The finished tree; none when the reading failed or there was nothing to read.
  mutating func finish(restoring separators: LineSeparators? = nil) -> Parsed {
    if !hasFailed, arena.records.isEmpty {
      fail(
        "yaml-empty", "there is no content in this file", at: .top,
        help: "an OpenAPI description starts with 'openapi: 3.1.0' or 'swagger: \"2.0\"'")
    }
    if !hasFailed, arena.hasAliases { checkExpansion() }
    guard !hasFailed else { return Parsed(tree: nil, diagnostics: diagnostics) }
    if let separators { arena.restore(separators) }
    return Parsed(tree: arena.give([file]), diagnostics: diagnostics)
  }

  private mutating func checkExpansion() {
    let expansion = Expansion(arena.records.elements)
    guard let excess = expansion.excess else { return }
    let span = Span(arena.records[excess])
    let help = "write the content out where it is needed, or refer to it with $ref"
    if expansion.isTooDeep {
      fail(
        "yaml-depth", "more than \(Limits.depth) levels of nesting when aliases are followed",
        at: span, help: help)
    } else {
      fail(
        "yaml-alias-budget", "aliases stand for more than \(Limits.expandedNodes) nodes",
        at: span, help: help)
    }
  }

  private mutating func checkCount(at span: Span) {
    if arena.records.count >= Limits.nodes, !hasFailed {
      fail(
        "yaml-size", "more than \(Limits.nodes) nodes", at: span,
        help: "split the description into several files")
    }
  }

  private func range(of index: Int) -> SourceRange {
    SourceRange(file: file, span: Span(arena.records[index]))
  }
}

// MARK: - Mappings

extension Composer {
  private mutating func closeMapping(_ index: Int, at end: Span?) {
    let hasMerge = keys.collect(index, in: arena)
    for key in keys.nested { nestedKey(key, of: index, endingAt: end) }
    for (first, second) in keys.duplicates(in: arena) {
      let name = arena.string(second)
      diagnostics.error(
        "yaml-duplicate-key", "the key '\(name)' appears twice in this mapping",
        at: range(of: second),
        notes: [Diagnostic.Note("it is first here", at: range(of: first))],
        help: "remove or rename one of the two")
    }
    if hasMerge { merge() }
  }

  /// JSON has only text for keys; mostly it is a template like `{{name}}` without quotes.
  private mutating func nestedKey(_ key: Int, of mapping: Int, endingAt end: Span?) {
    var place = arena.records[mapping]
    place.endLine = end?.endLine ?? place.endLine
    place.endColumn = end?.endColumn ?? place.endColumn
    templates += 1
    let fix =
      templates > Limits.syntaxErrors
      ? nil : templateFix(SourceRange(file: file, span: Span(place)))
    diagnostics.error(
      "yaml-key", "a key must be text", at: range(of: fix == nil ? key : mapping),
      label: fix == nil ? nil : "a value that starts with '{' is a mapping",
      help: "quote it if it is meant as text", fix: fix)
  }

  /// Quotes a value that is `{{…}}` to the end of its line.
  private func templateFix(_ range: SourceRange) -> Fix? {
    guard range.start.line == range.end.line, let start = file.offset(of: range.start),
      let end = file.offset(of: range.end), end <= file.bytes.count, start < end
    else { return nil }
    let bytes = file.bytes
    let first = bytes[..<start].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    let last = bytes[end...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let entry = EntryLine(first..<last, in: bytes)
    guard entry.value == start..<end, bytes[start...].starts(with: "{{".utf8) else { return nil }
    let edit = Fix.Edit(bytes: start..<end, replacement: Quoting.quoted(bytes[start..<end]))
    return Fix("quote the value", in: file, edits: [edit])
  }

  /// Appends the entries of merged mappings whose keys are not there yet.
  private mutating func merge() {
    let merges = keys.merges
    var present = Set(keys.keys.map { arena.string(arena.target($0)) })
    for key in merges {
      arena.markMerge(key)
      let value = arena.target(Int(arena.records[key].end))
      switch arena.records[value].kind {
      case .mapping: fold(value, at: key, into: &present)
      case .sequence where !arena.isOpen(value):
        var item = value + 1
        while item < Int(arena.records[value].end) {
          fold(arena.target(item), at: key, into: &present)
          item = Int(arena.records[item].end)
        }
      default: notMergeable(key)
      }
    }
  }

  private mutating func fold(_ source: Int, at key: Int, into present: inout Set<String>) {
    guard arena.records[source].kind == .mapping, !arena.isOpen(source) else {
      return notMergeable(key)
    }
    var child = source + 1
    let end = Int(arena.records[source].end)
    let span = Span(arena.records[key])
    while child < end, !hasFailed {
      let value = Int(arena.records[child].end)
      defer { child = Int(arena.records[value].end) }
      guard !arena.records[child].isMerge else { continue }
      let target = arena.target(child)
      guard present.insert(arena.string(target)).inserted else { continue }
      arena.alias(of: target, at: span)
      arena.alias(of: arena.target(value), at: span)
      mergedEntries += 1
      checkCount(at: span)
      if mergedEntries > Limits.mergedEntries {
        fail(
          "yaml-merge-budget", "merge keys add more than \(Limits.mergedEntries) entries",
          at: span, help: "write the mappings out, or refer to one schema with $ref")
      }
    }
  }

  private mutating func notMergeable(_ key: Int) {
    diagnostics.error(
      "yaml-merge", "'<<' needs a mapping or a list of mappings", at: range(of: key),
      help: "give an alias of a mapping, or quote the key if it is meant to be a plain '<<'")
  }
}

extension Arena {
  /// The text of a scalar; empty for anything else.
  func string(_ index: Int) -> String {
    let record = records[index]
    guard record.kind == .scalar else { return "" }
    let start = Int(record.start)
    return String(
      decoding: text.elements[start..<start + Int(record.length)], as: UTF8.self)
  }
}
