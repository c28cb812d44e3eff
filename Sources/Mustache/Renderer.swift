import Diagnostics

/// Walks nodes and writes text; findings are collected so that one run shows them all.
struct Renderer {
  /// A value whose keys are in reach, and its place when it is an item of a list.
  struct Frame {
    var value: Value
    var index = 0
    var count = -1
  }

  /// The blocks that a child hands to its parent.
  struct Override {
    var template: Template
    var blocks: [String: Int]
  }

  static let depthLimit = 256

  let library: TemplateLibrary
  var output: [UInt8] = []
  var diagnostics = DiagnosticList()
  var stack: [Frame]
  private var prefix: [UInt8] = []
  private var isInLine = false
  private var overrides: [Override] = []
  private var depth = 0
  private var isStopped = false

  init(library: TemplateLibrary, value: Value) {
    self.library = library
    stack = [Frame(value: value)]
    output.reserveCapacity(1 << 16)
  }

  mutating func run(_ template: Template, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, !isStopped {
      var next = index + 1
      switch template.nodes[index] {
      case .text(let bytes):
        output.append(contentsOf: template.file.bytes[bytes])
        isInLine = template.file.bytes[bytes.upperBound - 1] != 0x0A
      case .line(let blanks):
        if !isInLine { output.append(contentsOf: prefix) }
        output.append(contentsOf: template.file.bytes[blanks])
        isInLine = true
      case .variable(let path, let escaped):
        print(path, escaped: escaped, template)
      case .section(let section):
        render(section, template, index + 1..<section.end)
        next = section.end
      case .partial(let reference, let indent):
        call(reference, template, indent: indent)
      case .parent(let parent):
        overrides.append(Override(template: template, blocks: parent.blocks))
        call(parent.reference, template, indent: parent.indent)
        overrides.removeLast()
        next = parent.end
      case .block(let block):
        render(block, template, index + 1..<block.end)
        next = block.end
      }
      index = next
    }
  }

  // MARK: Values

  private mutating func print(_ path: Path, escaped: Bool, _ template: Template) {
    isInLine = true
    switch find(path, template) {
    case .string(let text): write(text, escaped: escaped)
    case .number(let number): write(Self.text(of: number), escaped: false)
    case .bool(let flag): write(flag ? "true" : "false", escaped: false)
    case .null: break
    case .lambda(let lambda):
      let written = compile(lambda.body(nil), Delimiters(), template, path.bytes)
      let start = output.count
      run(written, 0..<written.nodes.count)
      let result = String(decoding: output[start...], as: UTF8.self)
      output.removeSubrange(start...)
      write(result, escaped: escaped)
    case .list, .object:
      guard library.missing == .error else { return }
      diagnostics.error(
        "template-not-text", "this is a list or an object, which cannot be printed",
        at: template.file.range(path.bytes), help: "open it as a section")
    }
  }

  private mutating func write(_ text: String, escaped: Bool) {
    var text = text
    let isHTML = escaped && library.escape == .html
    text.withUTF8 { bytes in
      guard isHTML else {
        output.append(contentsOf: bytes)
        return
      }
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
        default: output.append(byte)
        }
      }
    }
  }

  private static func text(of number: Double) -> String {
    if let whole = Int64(exactly: number) { return String(whole) }
    return String(number)
  }

  // MARK: Sections

  private mutating func render(_ section: Section, _ template: Template, _ body: Range<Int>) {
    let value = find(section.path, template)
    guard value.isTruthy != section.inverted else { return }
    if section.inverted { return run(template, body) }
    switch value {
    case .list(let items):
      for (index, item) in items.enumerated() {
        stack.append(Frame(value: item, index: index, count: items.count))
        run(template, body)
        stack.removeLast()
      }
    case .lambda(let lambda):
      let raw = String(decoding: template.file.bytes[section.raw], as: UTF8.self)
      let written = compile(lambda.body(raw), section.delimiters, template, section.path.bytes)
      run(written, 0..<written.nodes.count)
    default:
      stack.append(Frame(value: value))
      run(template, body)
      stack.removeLast()
    }
  }

  private mutating func compile(
    _ text: String, _ delimiters: Delimiters, _ template: Template, _ bytes: Range<Int>
  ) -> Template {
    let name = template.file.range(bytes).description
    return Parser.parse(
      SourceFile(name: "\(name) (lambda)", text: text), delimiters: delimiters, into: &diagnostics)
  }

  // MARK: Other templates

  private mutating func call(_ reference: Reference, _ template: Template, indent: Range<Int>?) {
    var name = reference.name
    if let dynamic = reference.dynamic {
      guard case .string(let value) = find(dynamic, template) else { return }
      name = value
    }
    guard let target = library.templates[name] else {
      if library.missing == .error {
        diagnostics.add(library.unknown(name, at: template.file.range(reference.bytes)))
      }
      return
    }
    enter(target, 0..<target.nodes.count, from: template, reference.bytes, indent: indent)
  }

  private mutating func render(_ block: Block, _ template: Template, _ body: Range<Int>) {
    for override in overrides {
      guard let index = override.blocks[block.name],
        case .block(let other) = override.template.nodes[index]
      else { continue }
      return enter(
        override.template, index + 1..<other.end, from: template, block.indent,
        indent: block.indent)
    }
    enter(template, body, from: template, block.indent, indent: block.indent)
  }

  private mutating func enter(
    _ target: Template, _ body: Range<Int>, from template: Template, _ place: Range<Int>,
    indent: Range<Int>?
  ) {
    guard depth < Self.depthLimit else {
      isStopped = true
      diagnostics.error(
        "template-recursion", "templates call each other more than \(Self.depthLimit) deep",
        at: template.file.range(place), help: "end the recursion with a section")
      return
    }
    depth += 1
    let length = prefix.count
    if let indent { prefix.append(contentsOf: template.file.bytes[indent]) }
    run(target, body)
    prefix.removeSubrange(length...)
    depth -= 1
  }
}
