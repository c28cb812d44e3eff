import Foundation

/// A whole answer, for operations that answer in several ways.
public struct HTTPResponse: Sendable {
  /// The call that was answered.
  public var context: CallContext
  /// Status and headers.
  public var head: ResponseHead
  /// The body; empty where it is read as it arrives.
  public var body: Data
  /// What has not arrived yet.
  var rest: ResponseBody?
  var redaction = Redaction()

  /// The status code.
  public var status: Int { head.status }
  /// The headers.
  public var headers: HTTPHeaders { head.headers }

  /// Reads the body as JSON.
  public func json<Value: Decodable & Sendable>(
    as type: Value.Type = Value.self
  ) throws(APIError) -> Value {
    do {
      if body.isEmpty, let absent = EmptyBody.value(type) { return absent }
      return try JSONCoding.decode(type, from: body)
    } catch {
      throw .decoding(DecodingFailure(error, context, status: status, body: body, redaction))
    }
  }

  /// Reads the body as a form.
  public func form<Value: Decodable & Sendable>(
    as type: Value.Type = Value.self
  ) throws(APIError) -> Value {
    do {
      return try FormText.decode(type, from: body)
    } catch {
      throw .decoding(DecodingFailure(error, context, status: status, body: body, redaction))
    }
  }

  /// Reads the body as text.
  public func text() throws(APIError) -> String {
    guard let text = String(data: body, encoding: .utf8) else {
      throw .decoding(DecodingFailure(NotText(), context, status: status, body: body, redaction))
    }
    return text
  }

  /// The body as bytes.
  public func data() throws(APIError) -> Data { body }

  /// The body as a stream, for operations that stream one of their answers.
  public func stream() throws(APIError) -> ResponseBody {
    if let rest { return rest }
    var stream = ResponseBody(body)
    stream.context = context
    stream.redaction = redaction
    return stream
  }

  /// The events of the body, each decoded with its name.
  public func namedEvents<Value: Decodable & Sendable>() throws(APIError) -> EventStream<Value> {
    EventStream(try stream(), isNamed: true)
  }

  /// The events of the body.
  public func events<Value: Decodable & Sendable>() throws(APIError) -> EventStream<Value> {
    EventStream(try stream())
  }

  /// The values of the body, one a line.
  public func lines<Value: Decodable & Sendable>() throws(APIError) -> JSONLines<Value> {
    JSONLines(try stream())
  }

  /// The error for an answer that the description does not know.
  public var undocumented: APIError {
    .decoding(
      DecodingFailure(
        UndocumentedStatus(status: status), context, status: status, body: body, redaction))
  }
}

private struct UndocumentedStatus: Error, CustomStringConvertible {
  var status: Int
  var description: String { "there is no answer \(status) in the description" }
}

private struct NotText: Error, CustomStringConvertible {
  var description: String { "the body is not text in UTF-8" }
}

/// What an empty body means for a type that may be absent.
private enum EmptyBody {
  static func value<Value>(_ type: Value.Type) -> Value? {
    (type as? any ExpressibleByNilLiteral.Type).flatMap { $0.init(nilLiteral: ()) as? Value }
  }
}
