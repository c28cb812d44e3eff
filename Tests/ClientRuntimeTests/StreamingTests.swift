import Foundation
import Synchronization
import Testing

@testable import ClientRuntime

@Suite struct StreamingTests {
  /// A body that comes in the given pieces.
  final class Pieces: ResponseSource {
    private let left: Mutex<[Data]>
    private let cancelled = Mutex(false)
    var isCancelled: Bool { cancelled.withLock { $0 } }

    init(_ text: String, size: Int) {
      let bytes = Array(text.utf8)
      left = Mutex(
        stride(from: 0, to: bytes.count, by: size).map {
          Data(bytes[$0..<min($0 + size, bytes.count)])
        })
    }

    func next() async throws(TransportError) -> Data? {
      left.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    func cancel() { cancelled.withLock { $0 = true } }
  }

  static let stream =
    "\u{FEFF}: a comment\nevent: add\nid: 1\ndata: {\"id\":\n"
    + "data:\"é\"}\n\ndata: {\"id\":\"b\"}\r\n\r\nretry: 10\rdata: {\"id\":\"c\"}\r\r"
    + "event: nothing\n\nunknown: x\ndata:{\"id\":\"d\"}\n\ndata: [DONE]\n\ndata: cut off"

  @Test("Events are the same however the bytes are cut", arguments: Array(1...40) + [1000])
  func events(size: Int) async throws {
    let body = ResponseBody(Pieces(Self.stream, size: size))
    var ids: [String] = []
    for try await video in EventStream<Sample.Video>(body) { ids.append(video.id) }
    #expect(ids == ["é", "b", "c", "d"])
  }

  @Test("Raw events have names, identifiers and lines")
  func rawEvents() async throws {
    var events: [ServerSentEvent] = []
    for try await event in ServerSentEvents(ResponseBody(Pieces(Self.stream, size: 7))) {
      events.append(event)
    }
    #expect(
      events == [
        ServerSentEvent(event: "add", data: "{\"id\":\n\"é\"}", id: "1"),
        ServerSentEvent(data: #"{"id":"b"}"#, id: "1"),
        ServerSentEvent(data: #"{"id":"c"}"#, id: "1", retry: 10),
        ServerSentEvent(data: #"{"id":"d"}"#, id: "1", retry: 10),
        ServerSentEvent(data: "[DONE]", id: "1", retry: 10),
      ])
  }

  /// Marks that join the character before them, as a colon or a space.
  @Test(
    "What a field holds is kept, whatever it begins with",
    arguments: [
      "\u{301}a", "\u{93E}", "\u{FE0F}x", "\u{200D}", " two spaces", ":", "", "\u{FEFF}b",
    ])
  func firstCharacters(text: String) async throws {
    for lead in ["data:", "data: "] where lead == "data: " || text.first != " " {
      let source = Pieces("\(lead)\(text)\nretry:\n\n", size: 3)
      var events = ServerSentEvents(ResponseBody(source)).makeAsyncIterator()
      #expect(
        try await events.next()?.data.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }
  }

  @Test("A mark of the byte order counts at the beginning only, an identifier without zeros")
  func marks() async throws {
    let source = Pieces("\u{FEFF}data: a\nid: 1\nid: a\0b\n\n\u{FEFF}data: b\ndata: c\n\n", size: 4)
    var events: [ServerSentEvent] = []
    for try await event in ServerSentEvents(ResponseBody(source)) { events.append(event) }
    #expect(events == [ServerSentEvent(data: "a", id: "1"), ServerSentEvent(data: "c", id: "1")])
  }

  @Test("A line end of two characters is one", arguments: 1...9)
  func lineEnds(size: Int) async throws {
    var data: [String] = []
    let source = Pieces("data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", size: size)
    for try await event in ServerSentEvents(ResponseBody(source)) { data.append(event.data) }
    #expect(data == ["a\nb", "c"])
  }

  @Test("Events may be as large as the limit, each of them, and so may lines")
  func largest() async throws {
    let source = Pieces(String(repeating: "data: 0123456789\n\n", count: 9), size: 10)
    var body = ResponseBody(source)
    body.pieceLimit = 16
    var count = 0
    for try await _ in EventStream<String>(body) { count += 1 }
    #expect(count == 9)
  }

  struct Named: Codable, Hashable, Sendable {
    var event: String
    var data: JSONValue?
  }

  @Test(
    "An event is decoded with its name, its data as JSON or as text",
    arguments: [
      ("event: a\ndata: {\"event\":\"b\"}", Named(event: "a", data: ["event": "b"])),
      ("data: {\"event\":\"b\"}", Named(event: "b")),
      ("event: a\ndata: 5", Named(event: "a", data: "5")),
      ("event: a\ndata: [5]", Named(event: "a", data: [5])),
      ("event: a\ndata: {x", Named(event: "a", data: "{x")),
    ])
  func named(text: String, expected: Named) async throws {
    let body = ResponseBody(Pieces(text + "\n\n", size: 6))
    var events = EventStream<Named>(body, isNamed: true).makeAsyncIterator()
    #expect(try await events.next() == expected)
  }

  @Test("A wait for the next connection stays when the server names none after it")
  func retry() async throws {
    let source = Pieces(
      "retry: 5\nretry:\nretry: x\nretry: 99999999999999999999\ndata\n\n", size: 9)
    var events = ServerSentEvents(ResponseBody(source)).makeAsyncIterator()
    #expect(try await events.next()?.retry == 5)
  }

  @Test(
    "An event or a line without end is given up",
    arguments: [
      "data: \(String(repeating: "x", count: 99))", String(repeating: "data: x\n", count: 99),
    ])
  func endless(text: String) async throws {
    for isEvents in [true, false] {
      let source = Pieces(isEvents ? text : text.replacing("\n", with: " "), size: 10)
      var body = ResponseBody(source)
      body.pieceLimit = 50
      await #expect {
        if isEvents {
          for try await _ in ServerSentEvents(body) {}
        } else {
          for try await _ in JSONLines<Sample.Video>(body) {}
        }
      } throws: {
        if case .transport(_, let error)? = $0 as? APIError {
          error.kind == .tooLarge
        } else {
          false
        }
      }
      #expect(source.isCancelled)
    }
  }

  @Test("An event without data only keeps the connection open")
  func emptyData() async throws {
    let source = Pieces("event: ping\ndata:\n\ndata: {\"id\":\"a\"}\n\ndata\n\n", size: 5)
    var ids: [String] = []
    for try await video in EventStream<Sample.Video>(ResponseBody(source)) { ids.append(video.id) }
    #expect(ids == ["a"])
  }

  @Test(
    "An answer without events that is something else is an error",
    arguments: [
      ("{\"error\":\"no credits\"}", "{\"error\":\"no credits\"}"),
      ("\n{\n  \"error\": 1\n}\n", "{"),
      ("<html>\r\n<body>", "<html>"),
      ("retry: 5\n\n: hello\noops", "oops"),
      ("", nil), ("\n\n", nil), (": hello\n\n", nil), ("data: cut off", nil),
      ("oops\ndata: 1\n\n", nil), ("data: 1\n\noops\n", nil), ("event: x\n\n", nil),
    ])
  func strangers(text: String, stranger: String?) async throws {
    var reason: String?
    do {
      for try await _ in EventStream<Int>(ResponseBody(Pieces(text, size: 3))) {}
    } catch .decoding(let failure) {
      reason = failure.reason
    }
    #expect(reason == stranger.map { "there are no events in it; it begins with ‘\($0)’" })
  }

  @Test("Lines of JSON are the same however the bytes are cut", arguments: Array(1...20))
  func lines(size: Int) async throws {
    let text = "{\"id\":\"a\"}\n\r\n \t \n{\"id\":\"é\"}\r\n{\"id\":\"c\"}"
    var ids: [String] = []
    for try await video in JSONLines<Sample.Video>(ResponseBody(Pieces(text, size: size))) {
      ids.append(video.id)
    }
    #expect(ids == ["a", "é", "c"])
  }

  @Test("A value that is not as described is an error with its place")
  func badValue() async throws {
    let body = ResponseBody(Pieces("data: {\"id\":1}\n\n", size: 100))
    do {
      for try await _ in EventStream<Sample.Video>(body) {}
      Issue.record("no error")
    } catch {
      #expect("\(error)".contains("‘id’"))
    }
  }

  @Test("A body that is too large, or let go of, is given up")
  func limits() async throws {
    let source = Pieces("0123456789", size: 4)
    await #expect(throws: APIError.self) { try await ResponseBody(source).data(limit: 9) }
    #expect(source.isCancelled)
    let other = Pieces("0123456789", size: 4)
    do { _ = ResponseBody(other) }
    #expect(other.isCancelled)
    #expect(try await ResponseBody(Pieces("0123456789", size: 4)).data(limit: 10).count == 10)
  }

  @Test("A body is written to a file")
  func file() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try await ResponseBody(Pieces("0123456789", size: 3)).write(to: file)
    #expect(try Data(contentsOf: file).text == "0123456789")
  }
}
