import CYAML
import ClientRuntime
import Foundation

/// Reads YAML 1.2 into the JSON that it stands for, from libyaml's events.
///
/// A request needs no aliases, and no more levels than a person can follow; both are refused.
struct YAMLRequest {
  private static let depthLimit = 64

  private let name: String
  private let data: Data
  private var parser = yaml_parser_t()
  private var depth = 0

  init(name: String, data: Data) { (self.name, self.data) = (name, data) }

  /// The one value of the one document.
  consuming func value() throws(LocatedError) -> JSONValue {
    guard yaml_parser_initialize(&parser) == 1 else {
      throw LocatedError(file: name, message: "there is not enough memory to read it")
    }
    defer { yaml_parser_delete(&parser) }
    let bytes = Array(data)
    let result = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return Result { () throws(LocatedError) in try document() }
    }
    return try result.get()
  }

  private mutating func document() throws(LocatedError) -> JSONValue {
    var event = try next()
    while event.type == YAML_STREAM_START_EVENT || event.type == YAML_DOCUMENT_START_EVENT {
      delete(&event)
      event = try next()
    }
    guard event.type != YAML_STREAM_END_EVENT else {
      throw LocatedError(file: name, message: "there is no request in it")
    }
    let value = try value(of: event)
    var end = try next()
    delete(&end)
    var after = try next()
    defer { delete(&after) }
    guard after.type == YAML_STREAM_END_EVENT else {
      throw error(after, "a second document begins here; a file holds one request")
    }
    return value
  }

  private mutating func next() throws(LocatedError) -> yaml_event_t {
    var event = yaml_event_t()
    if yaml_parser_parse(&parser, &event) == 1 { return event }
    let problem = parser.problem.map { String(cString: $0) } ?? "it is no YAML"
    // What is never closed is missed at the end only, and mended where it begins.
    let isMissing = parser.problem_mark.index >= data.count && parser.context != nil
    let mark = isMissing ? parser.context_mark : parser.problem_mark
    throw LocatedError(
      file: name, line: Int(mark.line) + 1, column: Int(mark.column) + 1,
      message: isMissing ? "what begins here is not closed: \(problem)" : problem)
  }

  private func delete(_ event: inout yaml_event_t) { yaml_event_delete(&event) }

  private func error(_ event: yaml_event_t, _ message: String) -> LocatedError {
    LocatedError(
      file: name, line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1,
      message: message)
  }

  /// The value that begins with an event, which is used up.
  private mutating func value(of event: yaml_event_t) throws(LocatedError) -> JSONValue {
    var event = event
    defer { delete(&event) }
    switch event.type {
    case YAML_SCALAR_EVENT: return try scalar(event)
    case YAML_ALIAS_EVENT:
      throw error(event, "an alias has no place in a request; write the value out")
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
      guard depth < Self.depthLimit else {
        throw error(event, "there are more than \(Self.depthLimit) levels")
      }
      depth += 1
      defer { depth -= 1 }
      return event.type == YAML_SEQUENCE_START_EVENT ? try list() : try object()
    default: throw error(event, "a value is wanted here")
    }
  }

  private mutating func list() throws(LocatedError) -> JSONValue {
    var values: [JSONValue] = []
    while true {
      var event = try next()
      if event.type == YAML_SEQUENCE_END_EVENT {
        delete(&event)
        return .array(values)
      }
      values.append(try value(of: event))
    }
  }

  private mutating func object() throws(LocatedError) -> JSONValue {
    var members: [String: JSONValue] = [:]
    while true {
      var event = try next()
      defer { delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return .object(members) }
      guard event.type == YAML_SCALAR_EVENT else {
        throw error(event, "the name of a field must be a text")
      }
      let key = Self.text(event)
      guard members[key] == nil else {
        throw error(event, "'\(key)' stands here a second time")
      }
      members[key] = try value(of: try next())
    }
  }

  private static func text(_ event: yaml_event_t) -> String {
    let scalar = event.data.scalar
    return String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  /// A scalar by the core schema: what is quoted is text, whatever it looks like.
  private func scalar(_ event: yaml_event_t) throws(LocatedError) -> JSONValue {
    let text = Self.text(event)
    let tag = event.data.scalar.tag.map { String(cString: $0) }
    if tag == "!" || tag == "tag:yaml.org,2002:str" { return .string(text) }
    if let tag { return try tagged(text, tag, event) }
    guard event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE else { return .string(text) }
    return Self.plain(text)
  }

  /// A scalar that says itself what it is, as some writers of YAML have it.
  private func tagged(
    _ text: String, _ tag: String, _ event: yaml_event_t
  ) throws(LocatedError) -> JSONValue {
    let value = Self.plain(text)
    switch (tag, value) {
    case ("tag:yaml.org,2002:int", .integer), ("tag:yaml.org,2002:bool", .bool),
      ("tag:yaml.org,2002:float", .integer), ("tag:yaml.org,2002:float", .number),
      ("tag:yaml.org,2002:null", .null):
      return value
    case ("tag:yaml.org,2002:int", _), ("tag:yaml.org,2002:bool", _),
      ("tag:yaml.org,2002:float", _), ("tag:yaml.org,2002:null", _):
      throw error(event, "'\(text)' is no \(tag.dropFirst("tag:yaml.org,2002:".count))")
    default: throw error(event, "the tag '\(tag)' is not known here")
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return number(text) ?? .string(text)
    }
  }

  /// Decimal numbers alone; JSON knows no others.
  private static func number(_ text: String) -> JSONValue? {
    let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
    if let whole = Int64(digits) { return .integer(whole) }
    guard let first = digits.utf8.first, first == 45 || (48...57).contains(first),
      let value = try? JSONValue(parsing: Data(digits.utf8)), value.doubleValue != nil
    else { return nil }
    return value
  }
}
