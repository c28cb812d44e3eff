#if os(Linux)
  import Foundation
  import Loopback
  import Testing

  @testable import ClientRuntime

  /// What is kept of one request for the next saves time, and must not be seen in it.
  @Suite(.timeLimit(.minutes(5))) struct HandleTests {
    private static let changes: [@Sendable (inout TransportRequest) -> Void] = [
      { _ in },
      { $0.wholeLimit = 100 },
      { $0.headers = ["X-Mine": "1", "Authorization": "Bearer a"] },
      { $0.headers = ["Accept-Encoding": "identity"] },
      { $0.url = $0.url.replacing("//", with: "//user:word@") },
      { $0.url += "/@home" },
      { $0.isRepeatable = false },
      { $0.method = .head },
      { $0.method = .delete },
      { $0.method = .options },
      { $0.method = .post },
      { ($0.method, $0.body) = (.post, .bytes(Data("hello".utf8))) },
      { ($0.method, $0.body) = (.put, .pieces([.bytes(Data("a".utf8)), .bytes(Data("b".utf8))])) },
      { $0.body = .bytes(Data("question".utf8)) },
      { $0.body = .stream(RequestStream { send in try await send(Data("piece".utf8)) }) },
      {
        let stream = RequestStream(isReplayable: true) { send in try await send(Data("p".utf8)) }
        ($0.method, $0.body) = (.post, .stream(stream))
      },
    ]

    private static func server() throws -> LoopbackServer {
      try LoopbackServer { request, connection in
        if request.method == "HEAD" {
          connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
        } else {
          connection.respond(200, "ok")
        }
      }
    }

    /// What the server sees of a request.
    private static func seen(
      _ transport: CurlTransport, _ server: LoopbackServer,
      _ change: (inout TransportRequest) -> Void
    ) async -> String {
      var request = TransportRequest(.get, server.url + "/path")
      change(&request)
      let outcome = await transport.outcome(request)
      let seen = server.requests.last
      let headers = (seen?.headers ?? [:]).sorted { $0.key < $1.key }
      return "\(seen?.method ?? "") \(headers) \(seen?.text ?? "") → \(outcome)"
    }

    @Test("A request after any other is the same as a first one")
    func pairs() async throws {
      let server = try Self.server()
      let used = CurlTransport()
      for second in Self.changes {
        let expected = await Self.seen(CurlTransport(), server, second)
        for first in Self.changes {
          _ = await Self.seen(used, server, first)
          #expect(await Self.seen(used, server, second) == expected)
        }
      }
    }

    @Test("Not more handles are kept than are worth it, and none after trouble")
    func kept() throws {
      let readiness = try #require(Readiness())
      let handles = CurlHandles(CurlPreset(CurlConfiguration()), CurlSockets(readiness))
      defer { handles.close() }
      let loop = CurlLoop(CurlConfiguration())
      let shapes = [HTTPMethod.get, .put].map {
        CurlShape(CurlTransfer(TransportRequest($0, "http://h/"), loop: loop), hasBody: false)
      }
      let taken = (0..<40).compactMap { _ in handles.take(shapes[0]) }
      for handle in taken { handles.give(handle, shapes[0], isUntroubled: true) }
      #expect(taken.count == 40 && handles.count == 32)
      let last = try #require(handles.take(shapes[0]))
      handles.give(last, shapes[0], isUntroubled: false)
      #expect(handles.count == 31 && handles.take(shapes[0]) == taken[30])
      // One that is new makes room when there is none.
      handles.give(taken[30], shapes[0], isUntroubled: true)
      let more = try (0..<2).map { _ in try #require(handles.take(shapes[1])) }
      for handle in more { handles.give(handle, shapes[1], isUntroubled: true) }
      #expect(handles.count == 32)
      #expect(more.contains(try #require(handles.take(shapes[1]))))
    }

    @Test("What is cancelled before it begins is not sent")
    func neverBegun() async throws {
      let server = try Self.server()
      let loop = CurlLoop(CurlConfiguration())
      let transfer = CurlTransfer(TransportRequest(.get, server.url + "/cancelled"), loop: loop)
      transfer.incoming.cancel()
      loop.post(.start(transfer))
      let next = CurlTransfer(TransportRequest(.get, server.url + "/next"), loop: loop)
      #expect(try await next.head().status == 200)
      #expect(server.requests.map(\.target) == ["/next"])
    }

    @Test("An address goes out as it is")
    func dots() async throws {
      let server = try Self.server()
      let target = "/a/../b/./c/%2e%2e/d"
      let outcome = await CurlTransport().outcome(TransportRequest(.get, server.url + target))
      #expect(outcome == "200 ok" && server.requests.map(\.target) == [target])
    }

    @Test("A limit of time counts for one request")
    func timeout() async throws {
      let server = try LoopbackServer { request, connection in
        // Longer than the limit of the first.
        if request.target == "/slow" { _ = connection.isGone(within: 400) }
        connection.respond(200, "ok")
      }
      let transport = CurlTransport()
      let first = TransportRequest(.get, server.url, timeout: .milliseconds(200))
      let second = TransportRequest(.get, server.url + "/slow")
      #expect(await transport.outcome(first) == "200 ok")
      #expect(await transport.outcome(second) == "200 ok")
    }

    @Test("A connection that dies under a request is made up for, however often that happens")
    func diedOften() async throws {
      let asked = Counter()
      let server = try LoopbackServer { _, connection in
        asked.add(1)
        // Each connection takes two requests and answers the first.
        if asked.value % 2 == 0 { connection.close() } else { connection.respond(200, "ok") }
      }
      let transport = CurlTransport()
      for _ in 0..<20 {
        #expect(await transport.outcome(TransportRequest(.get, server.url)) == "200 ok")
      }
      #expect(server.connections == 20)
    }

    @Test("What may not be repeated is not sent again, with or without a body")
    func sentOnce() async throws {
      let creates: [@Sendable (inout TransportRequest) -> Void] = [
        { $0.method = .post },
        { ($0.method, $0.body) = (.post, .bytes(Data("hello".utf8))) },
        { $0.method = .delete },
        { _ in },
      ]
      for change in creates {
        let asked = Counter()
        let server = try LoopbackServer { _, connection in
          asked.add(1)
          if asked.value % 2 == 0 { connection.close() } else { connection.respond(200, "ok") }
        }
        let transport = CurlTransport()
        var request = TransportRequest(.get, server.url)
        request.isRepeatable = false
        change(&request)
        var outcomes: [String] = []
        for _ in 0..<4 { outcomes.append(await transport.outcome(request)) }
        #expect(outcomes == ["200 ok", "connectionLost", "200 ok", "connectionLost"])
        #expect(server.requests.count == 4)
      }
    }

    @Test("What went out before does not count for a request that does not")
    func delivery() async throws {
      let server = try Self.server()
      let transport = CurlTransport()
      _ = try await transport.send(TransportRequest(.get, server.url)).body.data()
      let closed = TransportRequest(.get, "http://127.0.0.1:1/")
      let error = await #expect(throws: TransportError.self) { try await transport.send(closed) }
      #expect(error?.kind == .connectionFailed && error?.mayHaveArrived == false)
    }
  }
#endif
