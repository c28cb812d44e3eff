import Foundation
import Testing

@testable import ClientRuntime

/// What `URLSession` can do of what the other transport does. Not here, because it cannot: keeping
/// a server back on Linux, a body on GET, telling apart how an answer broke off.
@Suite(.timeLimit(.minutes(1))) struct SessionTransportTests {
  private let transport = URLSessionTransport()

  private func outcome(_ request: TransportRequest) async -> String {
    do {
      let response = try await transport.send(request)
      return try await "\(response.head.status) \(response.body.data().text)"
    } catch let error as TransportError {
      return "\(error.kind)"
    } catch APIError.transport(_, let error), APIError.timedOut(_, let error) {
      return "body \(error.kind)"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "Requests arrive as they were meant",
    arguments: [
      (.get, .none, "GET - "), (.post, .none, "POST 0 "),
      (.post, .bytes(Data("hello".utf8)), "POST 5 hello"),
      (.put, .pieces([.bytes(Data("a".utf8)), .bytes(Data("b".utf8))]), "PUT 2 ab"),
      (.post, .stream(RequestStream { try await $0(Data("abc".utf8)) }), "POST 3 abc"),
    ] as [(HTTPMethod, RequestBody, String)])
  func requests(method: HTTPMethod, body: RequestBody, expected: String) async throws {
    let server = try LoopbackServer("ok", headers: ["X-Answer": "1"])
    let headers: HTTPHeaders = ["X-Name": "v", "Content-Type": "text/plain"]
    let request = TransportRequest(method, server.url + "/p?q=1", headers: headers, body: body)
    let response = try await transport.send(request)
    let received = try #require(server.requests.first)
    let length = received.headers["content-length"] ?? "-"
    #expect("\(received.method) \(length) \(received.text)" == expected)
    #expect(received.target == "/p?q=1" && received.headers["x-name"] == "v")
    #expect(response.head.headers["x-answer"] == "1")
    #expect(try await response.body.data().text == "ok")
  }

  struct Case: Sendable {
    var name: String
    var expected: String
    var act: @Sendable (ServerConnection) -> Void
  }

  static let cases: [Case] = [
    Case(name: "redirect", expected: "302 ") { $0.respond(302, "", headers: ["Location": "/x"]) },
    Case(name: "refusal", expected: "401 no") {
      $0.respond(401, "no", headers: ["WWW-Authenticate": "Basic realm=\"r\""])
    },
    Case(name: "error", expected: "500 e") { $0.respond(500, "e") },
    Case(name: "silence", expected: "timedOut") { $0.waitForHangUp() },
    Case(name: "cut off", expected: "body other") {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      $0.close()
    },
  ]

  @Test("Answers come as they are, and nothing is followed or asked", arguments: cases)
  func answers(expected: Case) async throws {
    let server = try LoopbackServer { _, connection in expected.act(connection) }
    let request = TransportRequest(.get, server.url, inactivityTimeout: .seconds(1))
    #expect(await outcome(request) == expected.expected, "\(expected.name)")
  }

  @Test("The time for the whole is kept even while bytes drip")
  func overallTimeout() async throws {
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
      while connection.write(Data("x".utf8)) { usleep(10_000) }
    }
    let request = TransportRequest(.get, server.url, timeout: .milliseconds(300))
    #expect(await outcome(request) == "body timedOut")
  }

  @Test(
    "What never arrives is said to",
    arguments: [
      ("http://127.0.0.1:1/", "connectionFailed"), ("http://host.invalid/", "nameNotFound"),
      ("ftp://127.0.0.1/", "badURL"), ("", "badURL"),
    ])
  func unreachable(url: String, expected: String) async throws {
    #expect(await outcome(TransportRequest(.get, url)) == expected)
  }

  @Test("A connection is used again, and many at once all come back")
  func many() async throws {
    let server = try LoopbackServer { request, connection in connection.respond(200, request.text) }
    for _ in 0..<3 { _ = await outcome(TransportRequest(.get, server.url)) }
    #expect(server.connections == 1)
    let transport = transport
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<100 {
        group.addTask {
          let request = TransportRequest(.post, server.url, body: .bytes(Data("\(number)".utf8)))
          return Int(try await transport.send(request).body.data().text) ?? -1
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 99 * 50)
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

  @Test("Cancelling at any moment neither hangs nor crashes")
  func cancellationStorm() async throws {
    let server = try LoopbackServer { _, connection in connection.respond(200, "x") }
    let transport = transport
    for round in 0..<100 {
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<8 {
          group.addTask {
            let task = Task {
              try await transport.send(TransportRequest(.get, server.url)).body.data()
            }
            for _ in 0..<round * index { await Task.yield() }
            task.cancel()
            _ = await task.result
          }
        }
      }
    }
    #expect(await outcome(TransportRequest(.get, server.url)) == "200 x")
  }
}
