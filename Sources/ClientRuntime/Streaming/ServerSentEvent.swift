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
    field(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    return nil
  }

  private mutating func field(_ name: String, _ value: String) {
    switch name {
    case "event": event = value
    case "data":
      data.append(value)
      size += value.utf8.count
    case "id" where !value.unicodeScalars.contains("\0"): id = value
    case "retry" where value.utf8.allSatisfy({ (48...57).contains($0) }):
      retry = Int(value) ?? retry
    default: return
    }
  }

  private mutating func complete() -> ServerSentEvent? {
    defer {
      event = ""
      data = []
      size = 0
    }
    if data.isEmpty { return nil }
    return ServerSentEvent(
      event: event.isEmpty ? "message" : event, data: data.joined(separator: "\n"), id: id,
      retry: retry)
  }
}
