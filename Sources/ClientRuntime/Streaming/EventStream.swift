import Foundation

/// The events of an answer, their data decoded; ends with the answer or with the data `[DONE]`.
public struct EventStream<Value: Decodable & Sendable>: AsyncSequence, Sendable {
  /// The decoded data of an event.
  public typealias Element = Value
  /// Why no more events come.
  public typealias Failure = APIError

  private let body: ResponseBody
  private let isNamed: Bool

  /// Reads events from a body; with `isNamed`, what is decoded is not an event's data but an object
  /// of the fields of the event, its data among them.
  public init(_ body: ResponseBody, isNamed: Bool = false) {
    self.body = body
    self.isNamed = isNamed
  }

  /// The events as they are, with their names and identifiers.
  public var events: ServerSentEvents { ServerSentEvents(body) }

  /// Starts reading.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(
      events: events.makeAsyncIterator(), isNamed: isNamed, context: body.context,
      redaction: body.redaction)
  }

  /// Reads event after event.
  public struct AsyncIterator: AsyncIteratorProtocol {
    var events: ServerSentEvents.AsyncIterator
    let isNamed: Bool
    let context: CallContext
    let redaction: Redaction

    /// The next event's data, or the event.
    public mutating func next() async throws(APIError) -> Value? {
      try await next(isolation: #isolation)
    }

    /// The next event's data.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(APIError) -> Value? {
      while let event = try await events.next(isolation: actor), event.data != "[DONE]" {
        if isNamed { return try event.decoded(context, redaction) }
        // Data that is described as text is no JSON.
        if let text = event.data as? Value { return text }
        // An event that only keeps the connection open has no data.
        if event.data.isEmpty { continue }
        return try JSONCoding.element(Data(event.data.utf8), context, redaction)
      }
      return nil
    }
  }
}

/// The events of an answer as they are.
public struct ServerSentEvents: AsyncSequence, Sendable {
  /// An event.
  public typealias Element = ServerSentEvent
  /// Why no more events come.
  public typealias Failure = APIError

  private let body: ResponseBody

  /// Reads events from a body.
  public init(_ body: ResponseBody) { self.body = body }

  /// Starts reading.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(body: body, lines: LineIterator(body))
  }

  /// Reads event after event.
  public struct AsyncIterator: AsyncIteratorProtocol {
    let body: ResponseBody
    var lines: LineIterator
    var parser = EventParser()

    /// The next event.
    public mutating func next() async throws(APIError) -> ServerSentEvent? {
      try await next(isolation: #isolation)
    }

    /// The next event.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(APIError) -> ServerSentEvent? {
      while let line = try await lines.next(isolation: actor) {
        if let event = parser.event(line) { return event }
        try lines.allow(parser.size)
      }
      // An event that the end cut off is none, but what is cut off may be no event at all.
      if let rest = lines.rest() { _ = parser.event(rest) }
      if let other = parser.otherContent { throw Self.noEvents(other, body) }
      return nil
    }

    /// Why an answer is something else, as a page or a refusal that calls itself a success.
    private static func noEvents(_ beginning: [UInt8], _ body: ResponseBody) -> APIError {
      let text = String(decoding: beginning, as: UTF8.self)
      let error = DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: [],
          debugDescription: "there are no events in it; it begins with ‘\(text)’"))
      return .decoding(
        DecodingFailure(error, body.context, status: 200, body: Data(beginning), body.redaction))
    }
  }
}
