import Foundation
import Loopback
import Testing

@testable import ClientRuntime

/// One set of cases for every transport; where `URLSession` on Linux differs, the case says why.
@Suite(.timeLimit(.minutes(5))) struct SharedTransportTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: String
    /// What `URLSession` on Linux makes of it, and why.
    var onSession: (outcome: String, reason: String)?
    var change: @Sendable (inout TransportRequest) -> Void = { _ in }
    var act: @Sendable (ServerConnection) -> Void
  }

  private static let gzip = Data(base64Encoded: "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==") ?? Data()
  private static let deflate = Data(base64Encoded: "eJzLSM3JyQcABiwCFQ==") ?? Data()

  private static func encoded(_ coding: String, _ body: Data)
    -> @Sendable (ServerConnection) -> Void
  {
    { connection in
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\nContent-Encoding: \(coding)\r\n\r\n")
      connection.write(body)
    }
  }

  private static func raw(
    _ text: String, close: Bool = true
  ) -> @Sendable (ServerConnection) -> Void {
    { connection in
      connection.write(text)
      if close { connection.close() } else { connection.waitForHangUp() }
    }
  }

  private static let abort = "abort"
  private static let unknown = "every failure of the library below is the same code there"

  static let answers: [Case] = [
    Case(testDescription: "plain", expected: "200 ok") { $0.respond(200, "ok") },
    Case(testDescription: "nothing", expected: "204 ") {
      $0.write("HTTP/1.1 204 No Content\r\n\r\n")
    },
    Case(
      testDescription: "headers alone", expected: "200 ", change: { $0.method = .head },
      act: { $0.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n") }),
    Case(testDescription: "not modified", expected: "304 ") {
      $0.write("HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n")
    },
    Case(testDescription: "after hints", expected: "200 ok") {
      $0.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
      $0.respond(200, "ok")
    },
    Case(testDescription: "redirect", expected: "302 ") {
      $0.respond(302, "", headers: ["Location": "/x"])
    },
    Case(testDescription: "redirect that keeps the method", expected: "308 ") {
      $0.respond(308, "", headers: ["Location": "http://127.0.0.1:1/"])
    },
    Case(testDescription: "challenge", expected: "401 no") {
      $0.respond(401, "no", headers: ["WWW-Authenticate": "Basic realm=\"r\""])
    },
    Case(testDescription: "digest challenge", expected: "401 no") {
      $0.respond(401, "no", headers: ["WWW-Authenticate": "Digest realm=\"r\", nonce=\"n\""])
    },
    Case(testDescription: "refusal", expected: "403 no") { $0.respond(403, "no") },
    Case(testDescription: "error", expected: "500 e") { $0.respond(500, "e") },
    Case(
      testDescription: "chunks", expected: "200 abc",
      act: raw(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n2;x=y\r\nbc\r\n0\r\n\r\n")),
    Case(
      testDescription: "until the end", expected: "200 abc",
      act: raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc")),
    Case(
      testDescription: "old protocol", expected: "200 abc", act: raw("HTTP/1.0 200 OK\r\n\r\nabc")),
    Case(
      testDescription: "more than promised", expected: "200 abc",
      act: raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")),
    Case(testDescription: "gzip", expected: "200 hello", act: encoded("gzip", gzip)),
    Case(testDescription: "deflate", expected: "200 hello", act: encoded("deflate", deflate)),
    Case(
      testDescription: "a 20 KB header", expected: "200 ok",
      act: raw(
        "HTTP/1.1 200 OK\r\nX-Big: \(String(repeating: "x", count: 20_000))\r\n"
          + "Content-Length: 2\r\n\r\nok")),
    Case(
      testDescription: "limits of centuries", expected: "200 ok",
      change: {
        $0.inactivityTimeout = .seconds(Int64.max / 2)
        $0.timeout = .seconds(Int64.max / 2)
      }, act: { $0.respond(200, "ok") }),
  ]

  static let failures: [Case] = [
    Case(
      testDescription: "a 2 MB header", expected: "badResponse",
      onSession: ("other", unknown),
      act: raw("HTTP/1.1 200 OK\r\nX-Big: \(String(repeating: "x", count: 2_000_000))\r\n\r\n")),
    Case(
      testDescription: "an end at once", expected: "connectionLost",
      onSession: ("badResponse", "the code there says that the answer was bad"),
      act: { $0.close() }),
    Case(testDescription: "a reset at once", expected: "connectionLost") { $0.reset() },
    Case(
      testDescription: "an end in the headers", expected: "badResponse",
      onSession: (abort, "it ends the whole process there, so it is not tried"),
      act: raw("HTTP/1.1 200 OK\r\nContent-Le")),
    Case(
      testDescription: "an end in the body", expected: "body badResponse",
      onSession: ("body other", unknown),
      act: raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")),
    Case(
      testDescription: "an end in a chunk", expected: "body badResponse",
      onSession: ("body other", unknown),
      act: raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")),
    Case(
      testDescription: "a reset in the body", expected: "body connectionLost",
      act: {
        $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
        usleep(100_000)
        $0.reset()
      }),
    Case(
      testDescription: "bad chunks", expected: "body connectionLost",
      onSession: ("body other", unknown),
      act: raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab")),
    Case(
      testDescription: "bad gzip", expected: "body badResponse",
      onSession: ("body other", unknown), act: encoded("gzip", Data("abcd".utf8))),
    Case(
      testDescription: "another language", expected: "badResponse",
      act: raw("SSH-2.0-OpenSSH\r\n\r\n")),
    Case(
      testDescription: "silence", expected: "timedOut",
      change: { $0.inactivityTimeout = .seconds(1) }, act: { $0.waitForHangUp() }),
    Case(
      testDescription: "silence in the body", expected: "body timedOut",
      change: { $0.inactivityTimeout = .seconds(1) },
      act: raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", close: false)),
    Case(
      testDescription: "drips", expected: "body timedOut",
      change: { $0.timeout = .seconds(4) },
      act: { connection in
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while connection.write(Data("x".utf8)) { usleep(10_000) }
      }),
    Case(
      testDescription: "chunks without an end", expected: "body timedOut",
      change: { $0.timeout = .seconds(4) },
      act: { connection in
        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while connection.write(Data("1\r\nx\r\n".utf8)) { usleep(1000) }
      }),
    Case(
      testDescription: "an address that is none", expected: "badURL",
      change: { $0.url = "ftp://127.0.0.1/" }, act: { $0.close() }),
    Case(
      testDescription: "an address without a host", expected: "badURL",
      change: { $0.url = "http:///127.0.0.1" }, act: { $0.close() }),
    Case(
      testDescription: "an address with one slash", expected: "badURL",
      change: { $0.url = "http:/127.0.0.1" }, act: { $0.close() }),
    Case(
      testDescription: "a stream shorter than it says", expected: "bodyUnreadable",
      change: {
        $0.method = .put
        $0.body = .stream(RequestStream(length: 9) { try await $0(Data("abc".utf8)) })
      }, act: { $0.close() }),
    Case(
      testDescription: "a stream longer than it says", expected: "bodyUnreadable",
      change: {
        $0.method = .put
        $0.body = .stream(RequestStream(length: 2) { try await $0(Data("abc".utf8)) })
      }, act: { $0.close() }),
    Case(
      testDescription: "nobody there", expected: "connectionFailed",
      change: { $0.url = "http://127.0.0.1:1/" }, act: { $0.close() }),
    Case(
      testDescription: "an unknown name", expected: "nameNotFound",
      change: { $0.url = "http://host.invalid/" }, act: { $0.close() }),
    Case(
      testDescription: "a file that is not there", expected: "bodyUnreadable",
      change: {
        $0.method = .put
        $0.body = .file(URL(filePath: "/does/not/exist"))
      }, act: { $0.close() }),
  ]

  @Test("Answers and failures are told apart", arguments: Carrier.allCases, answers + failures)
  func outcome(carrier: Carrier, expected: Case) async throws {
    if carrier.isSessionOnLinux, expected.onSession?.outcome == Self.abort { return }
    let server = try LoopbackServer { _, connection in expected.act(connection) }
    var request = TransportRequest(.get, server.url + "/p?q=1", inactivityTimeout: .seconds(20))
    expected.change(&request)
    let outcome = await carrier.transport().outcome(request)
    let wanted =
      carrier.isSessionOnLinux
      ? expected.onSession?.outcome ?? expected.expected : expected.expected
    #expect(outcome == wanted, "\(expected.onSession?.reason ?? "")")
  }

  struct Upload: Sendable, CustomTestStringConvertible {
    var method: HTTPMethod
    var body: RequestBody
    var expected: String
    var onSession: (outcome: String, reason: String)?
    var testDescription: String { expected }
  }

  private static let collected = "the length must be known there, so it is collected first"

  static let uploads: [Upload] = [
    Upload(method: .get, body: .none, expected: "GET - "),
    Upload(
      method: .delete, body: .none, expected: "DELETE - ",
      onSession: ("DELETE 0 ", "a length is sent there with every method but GET")),
    Upload(method: .post, body: .none, expected: "POST 0 "),
    Upload(method: .post, body: .bytes(Data("hello".utf8)), expected: "POST 5 hello"),
    Upload(method: .patch, body: .bytes(Data("x".utf8)), expected: "PATCH 1 x"),
    Upload(method: .delete, body: .bytes(Data("x".utf8)), expected: "DELETE 1 x"),
    Upload(
      method: .put, body: .pieces([.bytes(Data("a".utf8)), .bytes(Data("b".utf8))]),
      expected: "PUT 2 ab"),
    Upload(
      method: .post, body: .stream(RequestStream { try await $0(Data("abc".utf8)) }),
      expected: "POST - abc", onSession: ("POST 3 abc", collected)),
    Upload(
      method: .post, body: .stream(RequestStream(length: 3) { try await $0(Data("abc".utf8)) }),
      expected: "POST 3 abc"),
  ]

  @Test("Requests arrive as they were meant", arguments: Carrier.allCases, uploads)
  func request(carrier: Carrier, expected: Upload) async throws {
    let server = try LoopbackServer("ok")
    let headers: HTTPHeaders = ["X-Name": "v", "Content-Type": "text/plain"]
    let outcome = await carrier.transport().outcome(
      TransportRequest(
        expected.method, server.url + "/p?q=%2F", headers: headers, body: expected.body))
    let request = try #require(server.requests.first)
    let length = request.headers["content-length"] ?? "-"
    let wanted =
      carrier.isSessionOnLinux
      ? expected.onSession?.outcome ?? expected.expected : expected.expected
    #expect("\(request.method) \(length) \(request.text)" == wanted)
    #expect(request.target == "/p?q=%2F" && request.headers["x-name"] == "v" && outcome == "200 ok")
  }

  @Test("A kept connection is used again, and a dead one is not", arguments: Carrier.allCases)
  func connections(carrier: Carrier) async throws {
    let transport = carrier.transport()
    let server = try LoopbackServer("ok")
    for _ in 0..<5 { _ = await transport.outcome(TransportRequest(.get, server.url)) }
    #expect(server.connections == 1 && server.requests.count == 5)
    let closing = try LoopbackServer { _, connection in
      connection.respond(200, "ok")
      connection.close()
    }
    for _ in 0..<20 {
      #expect(await transport.outcome(TransportRequest(.get, closing.url)) == "200 ok")
    }
  }

  @Test("Redirects lead on without secrets, and with method and body", arguments: Carrier.allCases)
  func redirects(carrier: Carrier) async throws {
    let other = try LoopbackServer("there")
    let server = try LoopbackServer { request, connection in
      let target = request.target == "/1" ? "/2" : other.url + "/3"
      connection.respond(307, "", headers: ["Location": target])
    }
    let follower = RedirectFollower(transport: carrier.transport(), limit: 5)
    var request = TransportRequest(.post, server.url + "/1", body: .bytes(Data("body".utf8)))
    request.headers = ["Authorization": "Bearer x", "X-Api-Key": "k", "Cookie": "a=b", "X-Ok": "1"]
    let response = try await follower.send(request)
    #expect(try await response.body.data().text == "there")
    let seen = (server.requests + other.requests).map { request in
      let secrets = ["authorization", "x-api-key", "cookie"].filter { request.headers[$0] != nil }
      return "\(request.method) \(request.target) \(request.text) \(secrets.count)"
        + " \(request.headers["x-ok"] ?? "")"
    }
    #expect(seen == ["POST /1 body 3 1", "POST /2 body 3 1", "POST /3 body 0 1"])
  }

  @Test("A server that sends to itself for ever is left", arguments: Carrier.allCases)
  func circle(carrier: Carrier) async throws {
    let server = try LoopbackServer(status: 302, "", headers: ["Location": "/"])
    let follower = RedirectFollower(transport: carrier.transport(), limit: 5)
    await #expect(throws: TransportError.self) {
      try await follower.send(TransportRequest(.get, server.url))
    }
    #expect(server.requests.count == 6)
  }

  @Test("Blanks around a header's value are no part of it", arguments: Carrier.allCases)
  func blanks(carrier: Carrier) async throws {
    let server = try LoopbackServer { _, connection in
      connection.respond(429, "", headers: ["Retry-After": " \t3 \t"])
    }
    let response = try await carrier.transport().send(TransportRequest(.get, server.url))
    #expect(response.head.headers["Retry-After"] == "3")
  }

  @Test("Many at once all come back", arguments: Carrier.allCases)
  func many(carrier: Carrier) async throws {
    let server = try LoopbackServer { request, connection in connection.respond(200, request.text) }
    let transport = carrier.transport()
    let outcomes = await withTaskGroup(of: String.self) { group in
      for number in 0..<100 {
        group.addTask {
          await transport.outcome(
            TransportRequest(.post, server.url, body: .bytes(Data("\(number)".utf8))))
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(outcomes == Set((0..<100).map { "200 \($0)" }))
  }

  @Test("A file goes up and down byte for byte", arguments: Carrier.allCases)
  func large(carrier: Carrier) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let data = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
    try data.write(to: file)
    let server = try LoopbackServer { request, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(request.body.count)\r\n\r\n")
      connection.write(request.body)
    }
    let response = try await carrier.transport().send(
      TransportRequest(.put, server.url, body: .file(file)))
    #expect(try await response.body.data() == data)
  }

  @Test(
    "An answer that is too large is left, whether or not its size is announced",
    arguments: Carrier.allCases, ["Content-Length: 50000000", "Connection: close"])
  func tooLarge(carrier: Carrier, header: String) async throws {
    for wholeLimit in [nil, 1_000_000] as [Int?] {
      try await leaveTooLarge(carrier, header, wholeLimit)
    }
  }

  private func leaveTooLarge(
    _ carrier: Carrier, _ header: String, _ wholeLimit: Int?
  ) async throws {
    let gone = Counter()
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\n\(header)\r\n\r\n")
      let chunk = Data(repeating: 7, count: 65_536)
      for _ in 0..<763 where !connection.write(chunk) { break }
      connection.waitForHangUp()
      gone.add(1)
    }
    var request = TransportRequest(.get, server.url)
    request.wholeLimit = wholeLimit
    let response = try await carrier.transport().send(request)
    await #expect {
      _ = try await response.body.data(limit: 1_000_000)
    } throws: {
      if case .transport(_, let error)? = $0 as? APIError { error.kind == .tooLarge } else { false }
    }
    await gone.wait(for: 1)
    #expect(gone.value == 1)
  }

  @Test("Cancelling closes the connection", arguments: Carrier.allCases, [false, true])
  func cancellation(carrier: Carrier, inBody: Bool) async throws {
    let gone = Counter()
    let server = try LoopbackServer { _, connection in
      if inBody { connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") }
      gone.add(1)
      connection.waitForHangUp()
      gone.add(1)
    }
    let transport = carrier.transport()
    let task = Task { await transport.outcome(TransportRequest(.get, server.url)) }
    await gone.wait(for: 1)
    task.cancel()
    _ = await task.value
    await gone.wait(for: 2)
    #expect(gone.value == 2)
  }

  @Test(
    "A header that would be sent as another is refused, whoever added it",
    arguments: Carrier.allCases,
    [
      ("X-A", "b\r\nX-C: d"), ("X-A\nX-B", "c"), ("X-A", "b\0"), ("X A", "b"), ("X:A", "b"),
      ("", "b"),
    ])
  func unsendable(carrier: Carrier, header: (name: String, value: String)) async throws {
    let server = try LoopbackServer("ok")
    var request = TransportRequest(.get, server.url)
    request.headers.add(header.name, header.value)
    #expect(await carrier.transport().outcome(request) == "badHeader")
    #expect(server.requests.isEmpty)
  }
}
