import CYAML
import Diagnostics

/// The events of a stream of documents, one a line, in the notation of the YAML test suite.
func eventTrace(of bytes: [UInt8]) -> (lines: [String], failure: SyntaxFailure?) {
  let separators = LineSeparators(in: bytes)
  return separators.hidden(bytes).withUnsafeBufferPointer { hidden in
    let stream = EventStream(hidden)
    var lines: [String] = []
    while true {
      switch stream.next() {
      case .event(let event): lines.append(line(for: event, separators))
      case .end: return (lines + ["-STR"], nil)
      case .failure(let failure): return (lines, failure)
      }
    }
  }
}

private func line(
  for event: UnsafePointer<yaml_event_t>, _ separators: LineSeparators
) -> String {
  let data = event.pointee.data
  switch event.pointee.type {
  case YAML_STREAM_START_EVENT: return "+STR"
  case YAML_DOCUMENT_START_EVENT: return data.document_start.implicit == 1 ? "+DOC" : "+DOC ---"
  case YAML_DOCUMENT_END_EVENT: return data.document_end.implicit == 1 ? "-DOC" : "-DOC ..."
  case YAML_MAPPING_START_EVENT:
    let mapping = data.mapping_start
    let flow = mapping.style == YAML_FLOW_MAPPING_STYLE ? " {}" : ""
    return "+MAP" + flow + properties(mapping.anchor, mapping.tag)
  case YAML_MAPPING_END_EVENT: return "-MAP"
  case YAML_SEQUENCE_START_EVENT:
    let sequence = data.sequence_start
    let flow = sequence.style == YAML_FLOW_SEQUENCE_STYLE ? " []" : ""
    return "+SEQ" + flow + properties(sequence.anchor, sequence.tag)
  case YAML_SEQUENCE_END_EVENT: return "-SEQ"
  case YAML_ALIAS_EVENT: return "=ALI *" + (text(data.alias.anchor) ?? "")
  default:
    let scalar = data.scalar
    var bytes = Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
    separators.restore(&bytes)
    return "=VAL" + properties(scalar.anchor, scalar.tag) + " " + mark(scalar.style)
      + escaped(bytes)
  }
}

private func properties(
  _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?
) -> String {
  (text(anchor).map { " &\($0)" } ?? "") + (text(tag).map { " <\($0)>" } ?? "")
}

private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
  pointer.map { String(cString: $0) }
}

private func mark(_ style: yaml_scalar_style_t) -> String {
  switch style {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE: "'"
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE: "\""
  case YAML_LITERAL_SCALAR_STYLE: "|"
  case YAML_FOLDED_SCALAR_STYLE: ">"
  default: ":"
  }
}

private func escaped(_ bytes: [UInt8]) -> String {
  var result = ""
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case "\u{8}": result += "\\b"
    case "\0": result += "\\0"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
