import Foundation

/// The values of an answer that holds one a line.
public struct JSONLines<Value: Decodable & Sendable>: AsyncSequence, Sendable {
  /// The value of a line.
  public typealias Element = Value
  /// Why no more values come.
  public typealias Failure = APIError

  private let body: ResponseBody

  /// Reads lines from a body.
  public init(_ body: ResponseBody) { self.body = body }

  /// Starts reading.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(
      lines: LineIterator(body, keepsRest: true), context: body.context,
      redaction: body.redaction)
  }

  /// Reads line after line.
  public struct AsyncIterator: AsyncIteratorProtocol {
    var lines: LineIterator
    let context: CallContext
    let redaction: Redaction

    /// The next value; empty lines are passed over.
    public mutating func next() async throws(APIError) -> Value? {
      try await next(isolation: #isolation)
    }

    /// The next value; empty lines are passed over.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(APIError) -> Value? {
      while let line = try await lines.next(isolation: actor) {
        // JSON text sequences begin each value with a record separator.
        let text = line.first == 30 ? line.dropFirst() : line[...]
        if text.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
        return try JSONCoding.element(Data(text), context, redaction)
      }
      return nil
    }
  }
}

extension JSONCoding {
  /// Decodes one value of a stream.
  static func element<Value: Decodable>(
    _ data: Data, _ context: CallContext, _ redaction: Redaction
  ) throws(APIError) -> Value {
    do {
      return try decode(from: data)
    } catch {
      throw .decoding(DecodingFailure(error, context, status: 200, body: data, redaction))
    }
  }
}
