import Foundation
import Loopback
import Testing

@testable import ClientRuntime

@Suite(.timeLimit(.minutes(5))) struct TransportTests {
  private let transport = Carrier.usual()

  private func fetch(
    _ server: LoopbackServer, _ change: (inout TransportRequest) -> Void = { _ in }
  ) async throws -> (head: ResponseHead, body: Data) {
    var request = TransportRequest(.get, server.url + "/path?q=1")
    change(&request)
    let response = try await transport.send(request)
    return (response.head, try await response.body.data())
  }

  private func failure(
    _ server: LoopbackServer, _ change: (inout TransportRequest) -> Void = { _ in }
  ) async -> String {
    do {
      return try await "\(fetch(server, change).head.status)"
    } catch let error as TransportError {
      return "\(error.kind) \(error.mayHaveArrived)"
    } catch APIError.transport(_, let error), APIError.timedOut(_, let error) {
      return "body \(error.kind) \(error.mayHaveArrived)"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "Requests arrive as they were meant",
    arguments: [
      (.get, .none, "GET - "), (.delete, .none, "DELETE - "), (.post, .none, "POST 0 "),
      (.post, .bytes(Data("hello".utf8)), "POST 5 hello"),
      (.patch, .bytes(Data("x".utf8)), "PATCH 1 x"),
      (.put, .pieces([.bytes(Data("a".utf8)), .bytes(Data("b".utf8))]), "PUT 2 ab"),
      (.get, .bytes(Data("q".utf8)), "GET 1 q"),
      (
        .post,
        .stream(
          RequestStream { send in for text in ["a", "b", "c"] { try await send(Data(text.utf8)) } }),
        "POST - abc"
      ),
    ] as [(HTTPMethod, RequestBody, String)])
  func requests(method: HTTPMethod, body: RequestBody, expected: String) async throws {
    let server = try LoopbackServer("ok")
    let response = try await fetch(server) {
      $0.method = method
      $0.body = body
      $0.headers = [
        "X-CamelCase": "v", "X-Empty": "", "X-Blank": " \t", "Content-Type": "text/plain",
      ]
    }
    let request = try #require(server.requests.first)
    let length = request.headers["content-length"] ?? "-"
    #expect("\(request.method) \(length) \(request.text)" == expected)
    #expect(request.target == "/path?q=1" && response.body.text == "ok")
    #expect(request.headers["x-camelcase"] == "v" && request.headers["x-empty"] == "")
    #expect(request.headers["x-blank"] == "")
    #expect(request.headers["expect"] == nil)
  }

  @Test("Status and headers are kept as they are")
  func head() async throws {
    let server = try LoopbackServer { _, connection in
      connection.write(
        "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n"
          + "HTTP/1.1 418 I'm a teapot\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nX-Odd:  é  \r\n"
          + "X-None:\r\nContent-Length: 0\r\n\r\n")
    }
    let head = try await fetch(server).head
    #expect(head.status == 418 && head.headers.values(for: "Set-Cookie") == ["a=1", "b=2"])
    #expect(head.headers["x-odd"] == "é" && head.headers["X-None"] == "")
    #expect(head.headers["SET-COOKIE"] == "a=1, b=2")
    #expect(head.headers["X-Early"] == nil)
  }

  @Test("Headers that never end are given up", arguments: ["", "HTTP/1.1 103 Early Hints\r\n"])
  func endlessHeaders(start: String) async throws {
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\n")
      let line =
        start + "X-More: \(String(repeating: "x", count: 1000))\r\n" + (start.isEmpty ? "" : "\r\n")
      let lines = Data(String(repeating: line, count: 50).utf8)
      for _ in 0..<1000 where !connection.write(lines) { return }
    }
    let outcome = await failure(server)
    #expect(outcome == "badResponse true")
  }

  /// Nothing but zeros, packed to a thousandth: what comes at once unpacks to more than libcurl keeps.
  @Test("Who reads slowly gets all of an answer that is packed very small")
  func packed() async throws {
    let start: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0xEC, 0xC1, 1, 1, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE,
      8,
      0x0A,
    ]
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
      connection.write(Data(start) + Data(count: 200_000))
      connection.waitForHangUp()
    }
    let response = try await transport.send(TransportRequest(.get, server.url))
    var chunks = response.body.makeAsyncIterator()
    var count = 0
    while count < 100_000_000, let chunk = try await chunks.next() {
      count += chunk.count
      // Time for more to come than was read.
      await Task.yield()
    }
    #expect(count >= 100_000_000)
  }

  @Test("A connection is used again")
  func reuse() async throws {
    let server = try LoopbackServer("ok")
    for _ in 0..<5 { _ = try await fetch(server) }
    #expect(server.connections == 1 && server.requests.count == 5)
  }

  @Test("A kept connection that the server closed is not used, and a create goes out once")
  func staleConnection() async throws {
    let closed = Counter()
    let server = try LoopbackServer { _, connection in
      connection.respond(200, "ok")
      connection.close()
      closed.add(1)
    }
    for number in 1...20 {
      let response = try await fetch(server) {
        $0.method = .post
        $0.body = .bytes(Data("x".utf8))
      }
      #expect(response.head.status == 200)
      await closed.wait(for: number)
    }
    #expect(server.requests.count == 20)
  }

  @Test("Many at once all come back")
  func many() async throws {
    let server = try LoopbackServer { request, connection in
      connection.respond(200, request.text)
    }
    let transport = transport
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<200 {
        group.addTask {
          let request = TransportRequest(
            .post, server.url, body: .bytes(Data("\(number)".utf8)))
          let body = try await transport.send(request).body.data()
          return Int(body.text) ?? -1
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 199 * 100)
  }

  struct Misbehaviour: Sendable {
    var name: String
    var expected: String
    var method: HTTPMethod = .get
    var isSilent = false
    var act: @Sendable (ServerConnection) -> Void
  }

  static let misbehaviours: [Misbehaviour] = [
    Misbehaviour(name: "hangs up at once", expected: "connectionLost true") { $0.close() },
    Misbehaviour(name: "resets at once", expected: "connectionLost true", method: .post) {
      $0.reset()
    },
    Misbehaviour(name: "talks nonsense", expected: "badResponse true") {
      $0.write("SSH-2.0-OpenSSH\r\n\r\n")
      $0.close()
    },
    Misbehaviour(name: "hangs up in the headers", expected: "badResponse true") {
      $0.write("HTTP/1.1 200 OK\r\nContent-Le")
      $0.close()
    },
    Misbehaviour(name: "hangs up in the body", expected: "body badResponse true") {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      $0.close()
    },
    Misbehaviour(name: "hangs up in a chunk", expected: "body badResponse true") {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
      $0.close()
    },
    Misbehaviour(name: "writes bad chunks", expected: "body connectionLost true") {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab")
      $0.close()
    },
    Misbehaviour(name: "sends bad gzip", expected: "body badResponse true") {
      $0.write(
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Encoding: gzip\r\n\r\nabcd")
    },
    Misbehaviour(name: "says nothing", expected: "timedOut true", isSilent: true) {
      $0.waitForHangUp()
    },
    Misbehaviour(
      name: "falls silent in the body", expected: "body timedOut true", isSilent: true
    ) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      $0.waitForHangUp()
    },
  ]

  @Test("What a server does wrong is told apart", arguments: misbehaviours)
  func misbehaviour(expected: Misbehaviour) async throws {
    let server = try LoopbackServer { _, connection in expected.act(connection) }
    let outcome = await failure(server) {
      $0.method = expected.method
      $0.body = expected.method == .post ? .bytes(Data("x".utf8)) : .none
      // On a busy machine a server may take long to hang up.
      if expected.isSilent { $0.inactivityTimeout = .milliseconds(200) }
    }
    #expect(outcome == expected.expected, "\(expected.name)")
    #expect(expected.method == .get || server.requests.count == 1, "a create goes out once")
  }

  @Test("The time for the whole is kept even while bytes drip")
  func overallTimeout() async throws {
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
      while connection.write(Data("x".utf8)) { usleep(10_000) }
    }
    #expect(await failure(server) { $0.timeout = .milliseconds(300) } == "body timedOut true")
  }

  @Test(
    "What never arrives is said to",
    arguments: [
      ("http://127.0.0.1:1/", "connectionFailed false"),
      ("http://host.invalid/", "nameNotFound false"), ("ftp://127.0.0.1/", "badURL false"),
      ("http://[bad", "badURL false"), ("", "badURL false"),
    ])
  func unreachable(url: String, expected: String) async throws {
    let server = try LoopbackServer("ok")
    #expect(await failure(server) { $0.url = url } == expected)
  }

  @Test("A file that is not there is an error, and nothing is sent")
  func missingFile() async throws {
    let server = try LoopbackServer("ok")
    let outcome = await failure(server) {
      $0.method = .put
      $0.body = .file(URL(filePath: "/does/not/exist"))
    }
    #expect(outcome == "bodyUnreadable false" && server.requests.isEmpty)
  }

  @Test("A stream that fails ends the request")
  func failingStream() async throws {
    let server = try LoopbackServer("ok")
    let outcome = await failure(server) {
      $0.method = .put
      $0.body = .stream(
        RequestStream { send in
          try await send(Data("a".utf8))
          throw POSIXError(.EIO)
        })
    }
    #expect(outcome == "bodyUnreadable false" && server.requests.isEmpty)
  }

  @Test("A large file goes up whole, byte for byte")
  func largeUpload() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let data = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
    try data.write(to: file)
    let server = try LoopbackServer("ok")
    _ = try await fetch(server) {
      $0.method = .put
      $0.body = .pieces([.bytes(Data("<".utf8)), .file(file), .bytes(Data(">".utf8))])
    }
    #expect(server.requests.first?.body == Data("<".utf8) + data + Data(">".utf8))
  }

  @Test("A slow reader holds the server back, and gets every byte")
  func backPressure() async throws {
    let size = 64 * 1024 * 1024
    let sent = Counter()
    let stuck = Counter()
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
      let chunk = Data(repeating: 7, count: 65_536)
      for _ in 0..<size / chunk.count {
        if !connection.canWrite(within: 200) { stuck.add(1) }
        if connection.write(chunk) { sent.add(chunk.count) }
      }
      stuck.add(1)
    }
    let response = try await transport.send(TransportRequest(.get, server.url))
    await stuck.wait(for: 1)
    #expect(sent.value < size / 2, "the server was not held back")
    #expect(try await response.body.data().count == size)
  }

  @Test(
    "Who wants all of an answer hears of its headers even when the body takes its time",
    arguments: [200, 302, 500], [false, true])
  func lateBody(status: Int, inPieces: Bool) async throws {
    let isHeard = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 \(status) Any\r\nContent-Length: 6\r\n\r\nabc")
      isHeard.wait()
      connection.write("def")
    }
    var request = TransportRequest(.get, server.url)
    request.wholeLimit = 6
    let response = try await transport.send(request)
    isHeard.signal()
    var pieces = Data()
    if inPieces { for try await piece in response.body { pieces += piece } }
    let body = inPieces ? pieces : try await response.body.data(limit: 6)
    #expect(response.head.status == status && body.text == "abcdef")
  }

  @Test("A second reader is turned away, and the first goes on", arguments: [false, true])
  func twoReaders(inPieces: Bool) async throws {
    let isTurnedAway = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n")
      isTurnedAway.wait()
      connection.write("abc")
    }
    let body = try await transport.send(TransportRequest(.get, server.url)).body
    let outcomes = await withTaskGroup(of: String.self) { group in
      for _ in 0..<2 {
        group.addTask {
          var reader = body.makeAsyncIterator()
          return (try? await inPieces ? reader.next() : body.data())?.text ?? "turned away"
        }
      }
      var outcomes: [String] = []
      for await outcome in group {
        isTurnedAway.signal()
        outcomes.append(outcome)
      }
      return outcomes
    }
    #expect(outcomes == ["turned away", "abc"])
  }

  @Test("Cancelling closes the connection at once", arguments: [false, true])
  func cancellation(inBody: Bool) async throws {
    let gone = Counter()
    let server = try LoopbackServer { _, connection in
      if inBody { connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") }
      gone.add(1)
      connection.waitForHangUp()
      gone.add(1)
    }
    let transport = transport
    let task = Task { try await transport.send(TransportRequest(.get, server.url)).body.data() }
    await gone.wait(for: 1)
    task.cancel()
    let result = await task.result
    await gone.wait(for: 2)
    #expect(throws: (any Error).self) { try result.get() }
  }

  @Test("Letting go of an answer closes the connection")
  func abandonment() async throws {
    let gone = Counter()
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      connection.waitForHangUp()
      gone.add(1)
    }
    do { _ = try await transport.send(TransportRequest(.get, server.url)) }
    await gone.wait(for: 1)
    #expect(gone.value == 1)
  }

  @Test("A program that is started meanwhile does not get the connection, and keep it open")
  func childProcess() async throws {
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      connection.waitForHangUp()
    }
    let answer = try await transport.send(TransportRequest(.get, server.url))
    let flags = try withExtendedLifetime(answer) { try Self.flags(ofConnectionsTo: server.port) }
    #expect(flags == [FD_CLOEXEC])
  }

  private static func flags(ofConnectionsTo port: Int) throws -> [Int32] {
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return open.compactMap { Int32($0) }.compactMap { descriptor in
      var address = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          getpeername(descriptor, $0, &size) == 0
        }
      }
      guard isConnected, UInt16(bigEndian: address.sin_port) == port else { return nil }
      return fcntl(descriptor, F_GETFD)
    }
  }

  @Test("Cancelling at any moment neither hangs nor crashes")
  func cancellationStorm() async throws {
    let server = try LoopbackServer { request, connection in
      connection.respond(200, String(repeating: "x", count: 1000))
    }
    let transport = transport
    for round in 0..<500 {
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<8 {
          group.addTask {
            let task = Task {
              try await transport.send(TransportRequest(.get, server.url)).body.data()
            }
            for _ in 0..<round % 100 * index { await Task.yield() }
            task.cancel()
            _ = await task.result
          }
        }
      }
    }
    let last = try await transport.send(TransportRequest(.get, server.url)).body.data()
    #expect(last.count == 1000)
  }

  @Test("A whole call goes over the wire and back")
  func wholeCall() async throws {
    let server = try LoopbackServer { request, connection in
      connection.respond(
        200,
        #"{"id":"\#(request.headers["authorization"] ?? "")","created_at":"2026-03-01T12:30:00Z"}"#,
        headers: ["Content-Type": "application/json"])
    }
    let client = Sample.Client(
      server: Sample.Server(url: server.url), credential: .bearer("t"), transport: transport)
    let video = try await client.createVideo(Sample.VideoRequest(modelName: .klingV3))
    #expect(video.id == "Bearer t" && server.requests.first?.text.contains("kling-v3") == true)
  }
}
