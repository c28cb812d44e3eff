import Foundation
import Loopback
import Testing

@testable import ClientRuntime

@Suite(.timeLimit(.minutes(5))) struct DownloadTests {
  typealias Answer = @Sendable (ServerConnection) -> Void

  private static let content = "0123456789abcdefghij"
  private static let digest = "6bc14bdc4517a7a682c6910de2e2946eb8e1ecd04090728fef6d092a7ceb62c5"

  /// The file from a byte on.
  private static func part(
    from start: Int, tag: String = "\"v1\"", content: String = content
  ) -> Answer {
    { connection in
      connection.respond(
        206, String(content.dropFirst(start)),
        headers: [
          "ETag": tag, "Content-Range": "bytes \(start)-\(content.count - 1)/\(content.count)",
        ])
    }
  }

  private static func whole(
    _ tag: String? = "\"v1\"", content: String = content
  ) -> Answer {
    { $0.respond(200, content, headers: tag.map { ["ETag": $0] } ?? [:]) }
  }

  /// The file, broken off after some bytes.
  private static func broken(after count: Int, tag: String = "ETag: \"v1\"\r\n") -> Answer {
    { connection in
      connection.write(
        "HTTP/1.1 200 OK\r\n\(tag)Content-Length: \(content.count)\r\n\r\n"
          + content.prefix(count))
      connection.close()
    }
  }

  /// One byte more of the file, and the connection is lost.
  private static func broken(from start: Int) -> Answer {
    { connection in
      connection.write(
        "HTTP/1.1 206 Partial Content\r\nETag: \"v1\"\r\nContent-Length: \(content.count - start)\r\n"
          + "Content-Range: bytes \(start)-\(content.count - 1)/\(content.count)\r\n\r\n"
          + content.dropFirst(start).prefix(1))
      connection.close()
    }
  }

  /// A part of the file that does not say how long it is.
  private static func chunked(_ text: String, range: String) -> Answer {
    { connection in
      connection.write(
        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes \(range)\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n\(text.count)\r\n\(text)\r\n0\r\n\r\n")
    }
  }

  private static let endless: Answer = { connection in
    connection.write("HTTP/1.1 200 OK\r\n\r\n\(content)")
    connection.waitForHangUp()
  }

  private static func status(_ status: Int, _ headers: [String: String] = [:]) -> Answer {
    { $0.respond(status, "no", headers: headers) }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What is in the partial file.
    var there: String?
    var note = #"{"validator":"\"v1\"","total":20}"#
    var answers: [Answer]
    var length: Int64?
    var checksum: String?
    var freshAddress = false
    /// The `Range` and `If-Range` of each request.
    var asked: [String]
    var outcome = content
    var sleeps: [Double] = []
    /// What is left in the partial file; without it there must be none.
    var left: String?
  }

  static let cases: [Case] = [
    Case(testDescription: "whole", answers: [whole()], asked: ["-"]),
    Case(
      testDescription: "checked", answers: [whole()], length: 20, checksum: digest, asked: ["-"]),
    Case(
      testDescription: "empty", answers: [whole(content: "")], length: 0, asked: ["-"], outcome: ""),
    Case(
      testDescription: "resumed", there: "01234", answers: [part(from: 5)], checksum: digest,
      asked: ["bytes=5- \"v1\""]),
    Case(
      testDescription: "range ignored", there: "01234", answers: [whole()],
      asked: ["bytes=5- \"v1\""]),
    Case(
      testDescription: "another version", there: "XXXXX", answers: [whole("\"v2\"")],
      asked: ["bytes=5- \"v1\""]),
    Case(
      testDescription: "another version, carelessly", there: "XXXXX",
      answers: [part(from: 5, tag: "\"v2\""), whole("\"v2\"")], asked: ["bytes=5- \"v1\"", "-"]),
    Case(
      testDescription: "another range than asked for", there: "01234",
      answers: [part(from: 4), whole()], asked: ["bytes=5- \"v1\"", "-"]),
    Case(
      testDescription: "complete already", there: content,
      answers: [status(416, ["Content-Range": "bytes */20"])], asked: ["bytes=20- \"v1\""]),
    Case(
      testDescription: "too much already", there: content + "more",
      answers: [status(416, ["Content-Range": "bytes */20"]), whole()],
      asked: ["bytes=24- \"v1\"", "-"]),
    Case(
      testDescription: "unknown origin", there: "XXXXX", note: "", answers: [whole()],
      asked: ["-"]),
    Case(
      testDescription: "goes on from the byte reached", answers: [broken(after: 7), part(from: 7)],
      checksum: digest, asked: ["-", "bytes=7- \"v1\""], sleeps: [0.5]),
    Case(
      testDescription: "starts over without a validator",
      answers: [broken(after: 7, tag: ""), whole(nil)], asked: ["-", "-"], sleeps: [0.5]),
    Case(
      testDescription: "starts over with a weak validator",
      answers: [broken(after: 7, tag: "ETag: W/\"v1\"\r\n"), whole(nil)], asked: ["-", "-"],
      sleeps: [0.5]),
    Case(
      testDescription: "breaks off at the same byte for ever",
      answers: [broken(after: 7, tag: "")], asked: Array(repeating: "-", count: 6),
      outcome: "the answer is not complete or not valid HTTP", sleeps: [0.5, 1, 2, 4, 8],
      left: "0123456"),
    Case(
      testDescription: "goes on from byte to byte for as long as it takes",
      answers: [broken(after: 1)] + (1..<9).map { broken(from: $0) } + [part(from: 9)],
      checksum: digest, asked: ["-"] + (1...9).map { "bytes=\($0)- \"v1\"" },
      sleeps: Array(repeating: 0.5, count: 9)),
    Case(
      testDescription: "goes on by date",
      answers: [
        broken(after: 7, tag: "Last-Modified: Tue, 14 Nov 2023 22:13:20 GMT\r\n"), part(from: 7),
        whole(),
      ],
      asked: ["-", "bytes=7- Tue, 14 Nov 2023 22:13:20 GMT", "-"], sleeps: [0.5]),
    Case(
      testDescription: "patience with the server",
      answers: [status(503), status(429, ["Retry-After": "7"]), whole()], asked: ["-", "-", "-"],
      sleeps: [0.5, 7]),
    Case(
      testDescription: "refused", answers: [status(404)], asked: ["-"],
      outcome: "the server answered 404: no"),
    Case(
      testDescription: "a validator of old is forgotten", there: "01234",
      answers: [broken(after: 7, tag: ""), whole(nil)], asked: ["bytes=5- \"v1\"", "-"],
      sleeps: [0.5]),
    Case(
      testDescription: "changes for ever", there: "01234", answers: [part(from: 5, tag: "\"v2\"")],
      asked: ["bytes=5- \"v1\"", "-", "-"], outcome: "the file changes while it is sent"),
    Case(
      testDescription: "a part of another whole", there: "01234",
      answers: [chunked("56789", range: "5-20/21"), whole()], asked: ["bytes=5- \"v1\"", "-"]),
    Case(
      testDescription: "a part that is longer than it says", there: "01234",
      note: #"{"validator":"\"v1\""}"#, answers: [chunked("56789", range: "5-6/7"), whole()],
      asked: ["bytes=5- \"v1\"", "-"]),
    Case(
      testDescription: "a part that is shorter than it says", there: "01234",
      answers: [chunked("567", range: "5-19/*"), part(from: 8)], checksum: digest,
      asked: ["bytes=5- \"v1\"", "bytes=8- \"v1\""], sleeps: [0.5]),
    Case(
      testDescription: "no end of a file whose length is known", answers: [endless], length: 10,
      asked: ["-"], outcome: "20 bytes instead of 10"),
    Case(
      testDescription: "fresh addresses, as often as bytes have come",
      answers: [
        status(401), broken(after: 7), status(403), status(404), broken(from: 7), status(410),
        part(from: 8),
      ],
      freshAddress: true,
      asked: ["-", "- fresh"] + Array(repeating: "bytes=7- \"v1\" fresh", count: 3)
        + Array(repeating: "bytes=8- \"v1\" fresh", count: 2), sleeps: [0.5, 0.5]),
    Case(
      testDescription: "fresh addresses that are no better", answers: [status(403)],
      freshAddress: true, asked: ["-", "- fresh", "- fresh"],
      outcome: "the server answered 403: no"),
    Case(
      testDescription: "another length", answers: [whole()], length: 21, asked: ["-"],
      outcome: "20 bytes instead of 21"),
    Case(
      testDescription: "another checksum", answers: [whole(content: "x")], checksum: digest,
      asked: ["-"], outcome: "the checksum differs"),
    Case(
      testDescription: "a wrong part is fetched anew", there: "XXXXX",
      answers: [part(from: 5), whole()], checksum: digest, asked: ["bytes=5- \"v1\"", "-"]),
    Case(
      testDescription: "encoded against our will",
      answers: [{ $0.respond(200, "x", headers: ["Content-Encoding": "gzip"]) }],
      asked: Array(repeating: "-", count: 6), outcome: "the file is encoded as gzip",
      sleeps: [0.5, 1, 2, 4, 8]),
  ]

  @Test("A file arrives whole, or the reason is said", arguments: cases)
  func download(expected: Case) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "video.mp4")
    let part = folder.appending(path: "video.mp4.part")
    if let there = expected.there {
      try Data(there.utf8).write(to: part)
      try Data(expected.note.utf8).write(to: folder.appending(path: "video.mp4.part.json"))
    }
    let turn = Counter()
    let server = try LoopbackServer { _, connection in
      let index = min(turn.value, expected.answers.count - 1)
      turn.add(1)
      expected.answers[index](connection)
    }
    let time = FakeTime()
    var options = DownloadOptions()
    options.length = expected.length
    options.checksum = expected.checksum.flatMap { Checksum.sha256($0) }
    if expected.freshAddress { options.freshAddress = { server.url + "/file?fresh" } }
    var outcome: String
    do {
      let client = Self.client(server.url, time)
      let result = try await client.download(server.url + "/file?k=1", to: file, options: options)
      outcome = try String(contentsOf: result.url, encoding: .utf8)
      #expect(result.length == outcome.utf8.count)
    } catch {
      outcome = "\(error)"
    }
    let asked = server.requests.map { request in
      let range = request.headers["range"].map { "\($0) \(request.headers["if-range"] ?? "")" }
      return (range ?? "-") + (request.target.hasSuffix("fresh") ? " fresh" : "")
    }
    #expect(
      outcome == expected.outcome || outcome.contains(": \(expected.outcome)")
        || outcome.contains("(\(expected.outcome))"), "\(outcome)")
    #expect(asked == expected.asked)
    #expect(time.sleeps == expected.sleeps.map { .seconds($0) })
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    if let left = expected.left {
      #expect(try Data(contentsOf: part).text == left)
    } else {
      #expect(names == (outcome == expected.outcome ? ["video.mp4"] : []))
    }
    #expect(!outcome.contains("k=1"), "the query may be a key")
  }

  private static func client(_ server: String, _ time: FakeTime = FakeTime()) -> HTTPClient {
    var options = ClientOptions()
    options.environment = time.environment
    return HTTPClient(
      server: server, credentials: ["k": .bearer("S3CRET")], transport: Carrier.usual(),
      options: options)
  }

  private static func temporaryFile() -> URL {
    FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  }

  @Test("A key is shown to the client's own server, and to no other", arguments: [true, false])
  func credentials(own: Bool) async throws {
    let server = try LoopbackServer(content)
    let file = Self.temporaryFile()
    defer { try? FileManager.default.removeItem(at: file) }
    var options = DownloadOptions()
    options.headers = ["X-Api-Key": "S3CRET", "X-Trace": "1"]
    _ = try await Self.client(own ? server.url + "/v1" : "https://api.example.com").download(
      server.url + "/x", to: file, security: [[.bearer("k")]], options: options)
    let headers = try #require(server.requests.first).headers
    #expect(headers["authorization"] == (own ? "Bearer S3CRET" : nil))
    #expect(headers["x-api-key"] == (own ? "S3CRET" : nil) && headers["x-trace"] == "1")
    #expect(headers["accept-encoding"] == "identity")
  }

  @Test("A token that is refused is renewed, once", arguments: [false, true])
  func renewal(helps: Bool) async throws {
    let server = try LoopbackServer { request, connection in
      let isGood = helps && request.headers["authorization"] == "Bearer 2"
      connection.respond(isGood ? 200 : 401, content)
    }
    let asked = Counter()
    var client = Self.client(server.url)
    client.credentials["k"] = .token(lifetime: .seconds(3600)) {
      asked.add(1)
      return "\(asked.value)"
    }
    let file = Self.temporaryFile()
    defer { try? FileManager.default.removeItem(at: file) }
    var status: Int?
    do {
      _ = try await client.download(server.url + "/x", to: file, security: [[.bearer("k")]])
    } catch {
      status = error.status
    }
    #expect(asked.value == 2 && server.requests.count == 2 && status == (helps ? nil : 401))
  }

  private var content: String { Self.content }

  @Test("Progress counts the bytes that were there, and ends with the whole")
  func progress() async throws {
    let file = Self.temporaryFile()
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("01234".utf8).write(to: file.appendingPathExtension("part"))
    try Data(#"{"validator":"\"v1\""}"#.utf8).write(to: file.appendingPathExtension("part.json"))
    let server = try LoopbackServer { _, connection in Self.part(from: 5)(connection) }
    let seen = Collected<DownloadProgress>()
    var options = DownloadOptions()
    options.progress = { seen.add($0) }
    options.progressInterval = .zero
    _ = try await Self.client(server.url).download(server.url, to: file, options: options)
    #expect(seen.values.first?.bytes == 20 && seen.values.last?.fraction == 1)
    options.progressInterval = .seconds(1)
    var report = ProgressReport(options, FakeTime().environment)
    for bytes in 21..<24 { report.report(Int64(bytes), of: 24) }
    report.report(24, of: 24, isFinal: true)
    #expect(seen.values.suffix(2).map(\.bytes) == [21, 24])
    #expect(DownloadProgress(bytes: 0, total: 0, rate: 0).fraction == 1)
    var meter = RateMeter()
    let rates = (0...20).map { meter.rate(bytes: Int64($0 * $0) * 10, at: .seconds($0)) }
    #expect(rates[0] == 0 && rates[1] == 10 && rates[20] == (4000 - 2250) / 5)
  }

  @Test("Two downloads do not write the same file")
  func busy() async throws {
    let file = Self.temporaryFile()
    let part = file.appendingPathExtension("part")
    defer { try? FileManager.default.removeItem(at: part) }
    try Data("before".utf8).write(to: part)
    let before = try FileHandle(forUpdating: part)
    try FileManager.default.removeItem(at: part)
    let first = try PartialFile(of: file)
    #expect(!PartialFile.isOpen(part, as: before.fileDescriptor))
    #expect(PartialFile.isOpen(part, as: first.handle.fileDescriptor))
    let server = try LoopbackServer(content)
    await #expect(throws: APIError.self) {
      try await Self.client(server.url).download(server.url, to: file)
    }
    #expect(server.requests.isEmpty)
    _ = first
  }

  @Test("What cannot be written is said", arguments: ["/does/not/exist/x", "/proc/x"])
  func unwritable(path: String) async throws {
    let server = try LoopbackServer(content)
    do {
      _ = try await Self.client(server.url).download(server.url, to: URL(filePath: path))
      Issue.record("it was written")
    } catch {
      #expect("\(error)".contains("the answer could not be written (\(path)"))
    }
  }

  @Test("Silence ends an attempt, and cancelling the download")
  func silence() async throws {
    let file = Self.temporaryFile()
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 20\r\n\r\n01234")
      connection.waitForHangUp()
    }
    var options = DownloadOptions()
    options.inactivityTimeout = .milliseconds(100)
    options.retry = .none
    do {
      _ = try await Self.client(server.url).download(server.url, to: file, options: options)
    } catch {
      #expect("\(error)".contains("did not answer in time"))
    }
    let part = file.appendingPathExtension("part")
    #expect(try Data(contentsOf: part).text == "01234")
    let started = Counter()
    let slow = try LoopbackServer { _, connection in
      started.add(1)
      connection.waitForHangUp()
    }
    let task = Task { try await Self.client(slow.url).download(slow.url, to: file) }
    await started.wait(for: 1)
    task.cancel()
    let result = await task.result
    #expect(throws: APIError.self) { try result.get() }
    for name in ["part", "part.json"] {
      try? FileManager.default.removeItem(at: file.appendingPathExtension(name))
    }
  }

  @Test("Only 64 hexadecimal digits are a checksum")
  func checksums() throws {
    let upper = Self.digest.uppercased()
    #expect(Checksum.sha256(Self.digest) == Checksum.sha256(upper) && Checksum.sha256(upper) != nil)
    #expect(
      [Checksum.sha256("12"), Checksum.sha256(Self.digest.replacing("a", with: "g"))] == [nil, nil])
  }
}
