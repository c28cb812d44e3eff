/// One event of an event stream.
public struct ServerSentEvent: Hashable, Sendable {
  /// The sort of event; `message` when the server says nothing.
  public var event: String
  /// The data, its lines joined.
  public var data: String
  /// The last identifier that was sent, for taking up the stream again.
  public var id: String?
  /// How many milliseconds the server wants a client to wait before connecting again.
  public var retry: Int?

  /// Describes an event.
  public init(event: String = "message", data: String, id: String? = nil, retry: Int? = nil) {
    self.event = event
    self.data = data
    self.id = id
    self.retry = retry
  }
}

/// Reads events line by line, as the HTML standard says.
struct EventParser {
  private var event = ""
  private var data: [String] = []
  private var id: String?
  private var retry: Int?
  private var isFirst = true

  /// How many bytes of data the event has so far.
  private(set) var size = 0
  /// The first line that is no part of an event, and whether there was an event.
  private var stranger: [UInt8]?
  private var hasEvent = false

  /// How the answer begins, when it is something else than events.
  var otherContent: [UInt8]? { hasEvent ? nil : stranger }

  /// Takes a line in; an empty one completes an event.
  mutating func event(_ line: [UInt8]) -> ServerSentEvent? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let line = isFirst && line.starts(with: mark) ? line.dropFirst(mark.count) : line[...]
    isFirst = false
    if line.isEmpty { return complete() }
    // Looked at by bytes: a mark that follows a colon or a space makes one character with it.
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    var value = line.dropFirst(name.count + 1)
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    let isKnown = field(
      String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    if !isKnown, stranger == nil { stranger = Array(line.prefix(200)) }
    return nil
  }

  /// Takes a field in; `false` when it is not one of an event.
  private mutating func field(_ name: String, _ value: String) -> Bool {
    switch name {
    case "event": event = value
    case "data":
      data.append(value)
      size += value.utf8.count
    case "id" where !value.unicodeScalars.contains("\0"): id = value
    case "retry" where value.utf8.allSatisfy({ (48...57).contains($0) }):
      retry = Int(value) ?? retry
    // What begins with a colon is a remark.
    default: return ["", "id", "retry"].contains(name)
    }
    return true
  }

  private mutating func complete() -> ServerSentEvent? {
    defer {
      event = ""
      data = []
      size = 0
    }
    if data.isEmpty { return nil }
    hasEvent = true
    return ServerSentEvent(
      event: event.isEmpty ? "message" : event, data: data.joined(separator: "\n"), id: id,
      retry: retry)
  }
}
