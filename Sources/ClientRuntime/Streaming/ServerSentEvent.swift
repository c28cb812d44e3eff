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

  /// Takes a line in; an empty one completes an event.
  mutating func event(_ bytes: [UInt8]) -> ServerSentEvent? {
    var line = String(decoding: bytes, as: UTF8.self)
    if isFirst, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
    isFirst = false
    if line.isEmpty { return complete() }
    guard let colon = line.firstIndex(of: ":") else {
      field(line, "")
      return nil
    }
    var value = line[line.index(after: colon)...]
    if value.first == " " { value = value.dropFirst() }
    field(String(line[..<colon]), String(value))
    return nil
  }

  private mutating func field(_ name: String, _ value: String) {
    switch name {
    case "event": event = value
    case "data": data.append(value)
    case "id" where !value.unicodeScalars.contains("\0"): id = value
    case "retry" where value.utf8.allSatisfy({ (48...57).contains($0) }): retry = Int(value)
    default: return
    }
  }

  private mutating func complete() -> ServerSentEvent? {
    defer {
      event = ""
      data = []
    }
    if data.isEmpty { return nil }
    return ServerSentEvent(
      event: event.isEmpty ? "message" : event, data: data.joined(separator: "\n"), id: id,
      retry: retry)
  }
}
