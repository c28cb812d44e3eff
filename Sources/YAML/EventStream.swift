import CYAML
import Diagnostics

/// libyaml's events of a text, one after another; owns what libyaml allocates.
final class EventStream {
  enum Step {
    /// Valid until the next step.
    case event(UnsafePointer<yaml_event_t>)
    case end
    case failure(SyntaxFailure)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  private let isReady: Bool

  /// The bytes have to outlive the stream.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    event.initialize(to: yaml_event_t())
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    if isReady { yaml_parser_delete(parser) }
    event.deallocate()
    parser.deallocate()
  }

  func next() -> Step {
    yaml_event_delete(event)
    guard isReady, yaml_parser_parse(parser, event) == 1 else {
      return .failure(SyntaxFailure(parser.pointee, bytes: bytes))
    }
    return event.pointee.type == YAML_STREAM_END_EVENT ? .end : .event(UnsafePointer(event))
  }
}

/// Why libyaml gave up, and where.
struct SyntaxFailure {
  /// What is wrong, in libyaml's words.
  var problem: String
  var place: Position
  /// What libyaml was reading, and where that started.
  var context: String
  var start: Position

  fileprivate init(_ parser: yaml_parser_t, bytes: UnsafeBufferPointer<UInt8>) {
    problem = parser.problem.map { String(cString: $0) } ?? "there is not enough memory"
    context = parser.context.map { String(cString: $0) } ?? ""
    place = Position(parser.problem_mark)
    start = Position(parser.context_mark)
    if parser.error == YAML_READER_ERROR {
      let text = SourceFile(name: "", bytes: Array(bytes.prefix(parser.problem_offset)))
      place = text.position(at: parser.problem_offset)
    }
  }

  func moved(byLines lines: Int) -> SyntaxFailure {
    var copy = self
    copy.place.line += lines
    copy.start.line += lines
    return copy
  }
}

extension Position {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
