import CYAML
import Diagnostics

/// Composes libyaml's events into an arena.
struct EventReader {
  let file: SourceFile
  private var composer: Composer
  private var anchors: [String: Int] = [:]

  init(_ file: SourceFile) {
    self.file = file
    composer = Composer(file)
  }

  /// Reads the whole text as one document.
  static func read(_ file: SourceFile) -> Parsed {
    var reader = EventReader(file)
    return file.bytes.withUnsafeBufferPointer { reader.run($0) }
  }

  private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Parsed {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      composer.diagnostics.error("yaml-memory", "there is not enough memory", at: nil)
      return composer.finish()
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    var event = yaml_event_t()
    var documents = 0
    loop: while true {
      guard yaml_parser_parse(&parser, &event) == 1 else {
        composer.fail(syntaxError(parser))
        break
      }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: break loop
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          composer.fail(secondDocument(event))
          break loop
        }
      default:
        guard take(event) else { break loop }
      }
    }
    return composer.finish()
  }

  /// Returns whether to go on.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain =
        scalar.tag.map(isTypedByCoreSchema) ?? (scalar.style == YAML_PLAIN_SCALAR_STYLE)
      remember(scalar.anchor, composer.scalar(text, isPlain: isPlain, at: Span(event)))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      remember(mapping.anchor, composer.begin(.mapping, at: Span(event)))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      remember(sequence.anchor, composer.begin(.sequence, at: Span(event)))
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      let isBlock = event.start_mark.index == event.end_mark.index
      composer.end(at: isBlock ? nil : Span(event))
    case YAML_ALIAS_EVENT:
      alias(event)
    default: break
    }
    return !composer.hasFailed
  }

  private mutating func remember(_ anchor: UnsafeMutablePointer<UInt8>?, _ index: Int) {
    if let anchor { anchors[String(cString: anchor)] = index }
  }

  private mutating func alias(_ event: yaml_event_t) {
    guard let name = event.data.alias.anchor.map({ String(cString: $0) }) else { return }
    guard let target = anchors[name] else {
      composer.undefinedAlias(name, known: anchors.keys, at: Span(event))
      return
    }
    composer.alias(of: target, name: name, at: Span(event))
  }

  /// A tag overrules the quotes: `!!str 1` is a string, `!!int "1"` a number.
  private func isTypedByCoreSchema(_ tag: UnsafeMutablePointer<UInt8>) -> Bool {
    switch String(cString: tag) {
    case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int",
      "tag:yaml.org,2002:float":
      true
    default: false
    }
  }

  private func secondDocument(_ event: yaml_event_t) -> Diagnostic {
    Diagnostic(
      .error, "yaml-documents", "a second document starts here",
      at: SourceRange(file: file, span: Span(event)),
      help: "keep one document a file: move the rest into a file of its own")
  }

  private func syntaxError(_ parser: yaml_parser_t) -> Diagnostic {
    let problem = parser.problem.map { String(cString: $0) } ?? "the text cannot be read"
    let mark = parser.problem_mark
    return Diagnostic(
      .error, "yaml-syntax", problem,
      at: SourceRange(
        file: file, start: Position(line: Int(mark.line) + 1, column: Int(mark.column) + 1)))
  }
}

extension Span {
  /// libyaml counts from 0, and in characters.
  init(_ event: yaml_event_t) {
    line = UInt32(truncatingIfNeeded: event.start_mark.line + 1)
    column = UInt32(truncatingIfNeeded: event.start_mark.column + 1)
    endLine = UInt32(truncatingIfNeeded: event.end_mark.line + 1)
    endColumn = UInt32(truncatingIfNeeded: event.end_mark.column + 1)
  }
}

extension SourceRange {
  init(file: SourceFile, span: Span) {
    self.init(
      file: file, start: Position(line: Int(span.line), column: Int(span.column)),
      end: Position(line: Int(span.endLine), column: Int(span.endColumn)))
  }
}
