import CYAML
import Diagnostics

/// Composes libyaml's events into an arena.
struct EventReader: ~Copyable {
  /// What reading gave, and where and why libyaml gave up.
  struct Outcome {
    var parsed: Parsed
    var failure: SyntaxFailure?
  }

  private let file: SourceFile
  /// The number of lines of the file before the text.
  private let line: UInt32
  private let separators: LineSeparators
  private var composer: Composer
  private var anchors: [String: Int] = [:]
  private var failure: SyntaxFailure?

  private init(_ file: SourceFile, bytes: [UInt8], line: Int) {
    self.file = file
    self.line = UInt32(clamping: line)
    separators = LineSeparators(in: bytes)
    composer = Composer(file, size: bytes.count)
  }

  /// Reads a text as one document; `line` is the number of lines of the file before it.
  static func read(_ bytes: [UInt8], of file: SourceFile, after line: Int) -> Outcome {
    var reader = EventReader(file, bytes: bytes, line: line)
    if let directive = excessDirective(bytes) {
      let place = Position(line: directive + line, column: 1)
      reader.composer.fail(
        Diagnostic(
          .error, "yaml-directives", "more than \(Limits.directives) directives",
          at: SourceRange(file: file, start: place),
          help: "write tags out instead of naming a prefix for each"))
    } else {
      reader.separators.hidden(bytes).withUnsafeBufferPointer { reader.run($0) }
    }
    let parsed = reader.composer.finish(restoring: reader.separators)
    return Outcome(parsed: parsed, failure: reader.failure)
  }

  private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parser = EventStream(bytes)
    var documents = 0
    loop: while true {
      let event: UnsafePointer<yaml_event_t>
      switch parser.next() {
      case .event(let next): event = next
      case .end: return
      case .failure(let failure):
        self.failure = failure.moved(byLines: Int(line))
        composer.stop()
        return
      }
      switch event.pointee.type {
      case YAML_DOCUMENT_START_EVENT where documents > 0:
        composer.fail(secondDocument(event))
        return
      case YAML_DOCUMENT_START_EVENT: documents += 1
      default: take(event)
      }
      if composer.hasFailed { return }
    }
  }

  private mutating func take(_ event: UnsafePointer<yaml_event_t>) {
    let span = Span(event, after: line)
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.pointee.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain =
        scalar.tag.map(Self.isTypedByCoreSchema) ?? (scalar.style == YAML_PLAIN_SCALAR_STYLE)
      remember(scalar.anchor, composer.scalar(text, isPlain: isPlain, at: span))
    case YAML_MAPPING_START_EVENT:
      remember(event.pointee.data.mapping_start.anchor, composer.begin(.mapping, at: span))
    case YAML_SEQUENCE_START_EVENT:
      remember(event.pointee.data.sequence_start.anchor, composer.begin(.sequence, at: span))
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      let isBlock = event.pointee.start_mark.index == event.pointee.end_mark.index
      composer.end(at: isBlock ? nil : span)
    case YAML_ALIAS_EVENT: alias(event, at: span)
    default: break
    }
  }

  private mutating func remember(_ anchor: UnsafeMutablePointer<UInt8>?, _ index: Int) {
    if let anchor { anchors[String(cString: anchor)] = index }
  }

  private mutating func alias(_ event: UnsafePointer<yaml_event_t>, at span: Span) {
    guard let name = event.pointee.data.alias.anchor.map({ String(cString: $0) }) else { return }
    guard let target = anchors[name] else {
      return composer.undefinedAlias(name, known: anchors.keys, at: span)
    }
    composer.alias(of: target, name: name, at: span)
  }

  /// A tag overrules the quotes: `!!str 1` is a string, `!!int "1"` a number.
  private static func isTypedByCoreSchema(_ tag: UnsafeMutablePointer<UInt8>) -> Bool {
    switch String(cString: tag) {
    case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int",
      "tag:yaml.org,2002:float":
      true
    default: false
    }
  }

  private func secondDocument(_ event: UnsafePointer<yaml_event_t>) -> Diagnostic {
    Diagnostic(
      .error, "yaml-documents", "a second document starts here",
      at: SourceRange(file: file, span: Span(event, after: line)),
      help: "keep one document a file: move the rest into a file of its own")
  }

  /// The line of the first directive too many; libyaml is quadratic in them.
  private static func excessDirective(_ bytes: [UInt8]) -> Int? {
    var count = 0
    var excess: Int?
    bytes.withUnsafeBufferPointer { bytes in
      forEach(UInt8(ascii: "%"), in: bytes) { index in
        let isLineStart = index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
        guard isLineStart, bytes[index...].starts(with: "%TAG".utf8) else { return }
        count += 1
        if count == Limits.directives + 1 { excess = index }
      }
    }
    return excess.map { SourceFile(name: "", bytes: bytes).position(at: $0).line }
  }
}

extension Span {
  /// libyaml counts from 0, and in characters.
  fileprivate init(_ event: UnsafePointer<yaml_event_t>, after lines: UInt32) {
    line = UInt32(truncatingIfNeeded: event.pointee.start_mark.line + 1) + lines
    column = UInt32(truncatingIfNeeded: event.pointee.start_mark.column + 1)
    endLine = UInt32(truncatingIfNeeded: event.pointee.end_mark.line + 1) + lines
    endColumn = UInt32(truncatingIfNeeded: event.pointee.end_mark.column + 1)
  }
}
