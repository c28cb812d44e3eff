import Diagnostics

/// Walks nodes and writes text; findings are collected so that one run shows them all.
///
/// Bodies are kept on a stack of its own, so that no template can exhaust that of the thread.
///
/// The time goes to appending many short texts and to counting references. Hence nodes without
/// references, names hashed once, and bodies that go on in place rather than by recursion.
struct Renderer {
  /// A value whose keys are in reach, and its place when it is an item of a list.
  struct Frame {
    var value: Value { didSet { marks = Self.marks(value) } }
    var index = 0
    var count = -1
    /// Those of the names that the value declares; most names are those of an outer value.
    private(set) var marks: UInt64

    init(value: Value, count: Int = -1) {
      self.value = value
      self.count = count
      marks = Self.marks(value)
    }

    private static func marks(_ value: Value) -> UInt64 {
      if case .object(let object) = value { object.names.marks } else { 0 }
    }
  }

  /// A body that is being rendered, and what comes after its end.
  struct Activation {
    enum Ending {
      case section, value, item(List)
      case call(prefix: Int, overrides: Int)
      case lambda(start: Int, escaped: Bool)
    }

    /// The number of the template among those that are being rendered.
    let template: Int
    let body: Range<Int>
    var index: Int
    let ending: Ending
  }

  /// The blocks that a child hands to its parent.
  struct Override {
    var template: Template
    var blocks: [String: Int]
  }

  /// A tag, so that each is complained about once.
  struct Place: Hashable {
    var template: ObjectIdentifier
    var offset: Int
  }

  static let depthLimit = 256

  let library: TemplateLibrary
  var output: [UInt8] = []
  var diagnostics = DiagnosticList()
  var stack: [Frame]
  var isInLine = false
  var reported: Set<Place> = []
  private var active: [Activation] = []
  /// The templates around, each called by the one before. Bodies only name theirs by its number:
  /// templates are shared by all threads, and counting references to them made these wait.
  private var templates: [Template] = []
  private var prefix: [UInt8] = []
  private var overrides: [Override] = []
  private var isStopped = false

  init(library: TemplateLibrary, values: [Value]) {
    self.library = library
    stack = values.map { Frame(value: $0) }
    output.reserveCapacity(1 << 16)
  }

  mutating func run(_ template: Template) {
    templates = [template]
    begin(template.program.nodes.indices, .section)
    while !active.isEmpty, !isStopped { advance() }
  }

  /// Goes on with the innermost body, and with those around and inside it, as long as they are of
  /// the same template, whose tables stay at hand.
  private mutating func advance() {
    let number = active[active.count - 1].template
    let template = templates[number]
    let (nodes, bytes) = (template.nodes, template.bytes)
    bodies: while !isStopped, let last = active.indices.last, active[last].template == number {
      var index = active[last].index
      let end = active[last].body.upperBound
      while index < end {
        switch nodes[index] {
        case .text(let range):
          write(bytes, range)
          isInLine = bytes[range.upperBound - 1] != 0x0A
          index += 1
        case .line(let blanks):
          if !isInLine, !prefix.isEmpty { output.append(contentsOf: prefix) }
          write(bytes, blanks)
          isInLine = true
          index += 1
        case .variable(let path, let escaped):
          index += 1
          if let lambda = print(path, escaped: escaped, template) {
            active[last].index = index
            call(lambda, path, escaped: escaped, template)
            continue bodies
          }
        case .section(let number):
          let body = index + 1..<template.sections[number].end
          index = body.upperBound
          active[last].index = index
          if open(number, body, template) { continue bodies }
        case .call(let number):
          active[last].index = template.program.calls[number].end
          call(number, template)
          continue bodies
        case .block(let number):
          active[last].index = template.program.blocks[number].body.upperBound
          open(block: number, template)
          continue bodies
        }
      }
      finish()
    }
  }

  private mutating func begin(_ body: Range<Int>, _ ending: Activation.Ending) {
    active.append(
      Activation(
        template: templates.count - 1, body: body, index: body.lowerBound, ending: ending))
  }

  /// Starts the innermost body again for the next item, or puts back what was before it.
  private mutating func finish() {
    let last = active.count - 1
    switch active[last].ending {
    case .section: break
    case .value: stack.removeLast()
    case .item(let items):
      let next = stack[stack.count - 1].index + 1
      if next < items.count {
        stack[stack.count - 1].value = items[next]
        stack[stack.count - 1].index = next
        active[last].index = active[last].body.lowerBound
        return
      }
      stack.removeLast()
    case .call(let prefix, let overrides):
      self.prefix.removeSubrange(prefix...)
      self.overrides.removeSubrange(overrides...)
      templates.removeLast()
    case .lambda(let start, let escaped):
      let result = String(decoding: output[start...], as: UTF8.self)
      output.removeSubrange(start...)
      write(result, escaped: escaped)
      templates.removeLast()
    }
    active.removeLast()
  }

  // MARK: Sections

  /// Begins the body of a section; says whether it is to be rendered at all.
  private mutating func open(_ number: Int, _ body: Range<Int>, _ template: Template) -> Bool {
    let section = template.sections[number]
    let value = find(section.path, template)
    guard value.isTruthy != section.inverted else { return false }
    switch value {
    case _ where section.inverted: begin(body, .section)
    case .items(let items):
      stack.append(Frame(value: items[0], count: items.count))
      begin(body, .item(items))
    case .lambda(let lambda):
      let raw = String(decoding: template.file.bytes[section.raw], as: UTF8.self)
      let delimiters = template.program.delimiters[section.delimiters]
      let written = compile(lambda.body(raw), delimiters, template, section.path.bytes)
      enter(written, from: template, section.path.bytes)
    default:
      stack.append(Frame(value: value))
      begin(body, .value)
    }
    return true
  }

  private mutating func call(
    _ lambda: Lambda, _ path: Path, escaped: Bool, _ template: Template
  ) {
    let written = compile(lambda.body(nil), Delimiters(), template, path.bytes)
    guard descend(from: template, to: written, path.bytes) else { return }
    begin(written.program.nodes.indices, .lambda(start: output.count, escaped: escaped))
  }

  private mutating func compile(
    _ text: String, _ delimiters: Delimiters, _ template: Template, _ bytes: Range<Int>
  ) -> Template {
    let mark = " (lambda)"
    let around = template.file
    let name = around.name.hasSuffix(mark) ? around.name : around.range(bytes).description + mark
    return Parser.parse(
      SourceFile(name: name, text: text), delimiters: delimiters, into: &diagnostics)
  }

  // MARK: Other templates

  private mutating func call(_ number: Int, _ template: Template) {
    let call = template.program.calls[number]
    guard let name = callee(call, template) else { return }
    guard let target = library.templates[name] else {
      if library.missing == .error {
        diagnostics.add(library.unknown(name, at: template.file.range(call.bytes)))
      }
      return
    }
    enter(
      target, from: template, call.bytes, indent: call.indent,
      override: call.blocks.isEmpty ? nil : Override(template: template, blocks: call.blocks))
  }

  private mutating func callee(_ call: Call, _ template: Template) -> String? {
    guard let path = call.dynamic else { return call.name }
    let value = find(path, template)
    if case .string(let name) = value { return name }
    if case .null = value { return nil }
    if isFirstReport(path, template) {
      diagnostics.error(
        "template-not-text", "this is \(value.noun), which cannot name a template",
        at: template.file.range(path.bytes))
    }
    return nil
  }

  private mutating func open(block number: Int, _ template: Template) {
    let block = template.program.blocks[number]
    for override in overrides {
      guard let other = override.blocks[block.name] else { continue }
      return enter(
        override.template, override.template.program.blocks[other].body, from: template,
        block.bytes, indent: block.indent)
    }
    enter(template, block.body, from: template, block.bytes, indent: block.indent)
  }

  private mutating func enter(
    _ target: Template, _ body: Range<Int>? = nil, from template: Template, _ tag: Range<Int>,
    indent: Range<Int>? = nil, override: Override? = nil
  ) {
    guard descend(from: template, to: target, tag) else { return }
    begin(
      body ?? target.program.nodes.indices,
      .call(prefix: prefix.count, overrides: overrides.count))
    if let indent { prefix.append(contentsOf: template.file.bytes[indent]) }
    if let override { overrides.append(override) }
  }

  private mutating func descend(
    from template: Template, to target: Template, _ tag: Range<Int>
  ) -> Bool {
    templates.append(target)
    guard templates.count - 1 > Self.depthLimit else { return true }
    isStopped = true
    diagnostics.error(
      "template-recursion", "templates call each other more than \(Self.depthLimit) deep",
      at: template.file.range(tag), help: "end the recursion with a section")
    return false
  }
}
