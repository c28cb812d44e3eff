import Foundation
import Loopback
import Testing

@testable import ClientRuntime

/// Whole calls against a real server that has a bad day.
@Suite(.timeLimit(.minutes(5))) struct StormTests {
  typealias Answer = @Sendable (ServerConnection) -> Void

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var method = HTTPMethod.get
    var answers: [Answer]
    var outcome: String
    var requests: Int
    var sleeps: [Double] = []
  }

  private static func status(_ status: Int, _ headers: [String: String] = [:]) -> Answer {
    { $0.respond(status, "{}", headers: headers) }
  }

  private static let ok: Answer = { $0.respond(200, "ok") }
  private static let cut: Answer = {
    $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
    $0.close()
  }
  private static let reset: Answer = { $0.reset() }

  static let cases: [Case] = [
    Case(
      testDescription: "a storm that says when",
      answers: [
        status(429, ["Retry-After": "3"]), status(429, ["Retry-After-Ms": "1500"]), ok,
      ], outcome: "ok", requests: 3, sleeps: [3, 1.5]),
    Case(
      testDescription: "a storm that says nothing", answers: [status(429), status(429), ok],
      outcome: "ok", requests: 3, sleeps: [0.5, 1]),
    Case(
      testDescription: "a storm without an end", answers: [status(429, ["Retry-After": "7"])],
      outcome: "http answered", requests: 3, sleeps: [7, 7]),
    Case(
      testDescription: "a create in a storm", method: .post, answers: [status(429), ok],
      outcome: "ok", requests: 2, sleeps: [0.5]),
    Case(testDescription: "a stale token", answers: [status(401), ok], outcome: "ok", requests: 2),
    Case(
      testDescription: "a token that nobody likes", answers: [status(401)],
      outcome: "http answered", requests: 2),
    Case(
      testDescription: "all at once", answers: [cut, reset, ok], outcome: "ok", requests: 3,
      sleeps: [0.5, 1]),
    Case(
      testDescription: "a create whose answer is cut", method: .post, answers: [cut],
      outcome: "unclear unclear", requests: 1),
    Case(
      testDescription: "a create whose connection is reset", method: .post, answers: [reset],
      outcome: "unclear unclear", requests: 1),
  ]

  @Test("A call gets through a storm, or says why not", arguments: Carrier.allCases, cases)
  func storm(carrier: Carrier, expected: Case) async throws {
    let turn = Counter()
    let server = try LoopbackServer { _, connection in
      let index = min(turn.value, expected.answers.count - 1)
      turn.add(1)
      expected.answers[index](connection)
    }
    let time = FakeTime()
    var options = ClientOptions()
    options.environment = time.environment
    let client = HTTPClient(
      server: server.url, credentials: ["k": .signedToken(accessKey: "a", secretKey: "s")],
      transport: carrier.transport(), options: options)
    var call = Call("test", expected.method, "/")
    call.security = [[.bearer("k")]]
    if expected.method == .post { call.body(text: "{}") }
    var outcome: String
    do {
      outcome = try await client.text(call)
    } catch {
      outcome = "\(Mirror(reflecting: error).children.first?.label ?? "") \(error.delivery)"
    }
    #expect(outcome == expected.outcome && server.requests.count == expected.requests)
    #expect(time.sleeps == expected.sleeps.map { .seconds($0) })
  }

  @Test("A download that is sent to another server takes no key there", arguments: Carrier.allCases)
  func download(carrier: Carrier) async throws {
    let other = try LoopbackServer("film")
    let server = try LoopbackServer { _, connection in
      connection.respond(302, "", headers: ["Location": other.url + "/film"])
    }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let client = HTTPClient(
      server: server.url, credentials: ["k": .bearer("S3CRET")], transport: carrier.transport())
    _ = try await client.download(server.url + "/1", to: file, security: [[.bearer("k")]])
    let keys = (server.requests + other.requests).map { $0.headers["authorization"] ?? "-" }
    #expect(keys == ["Bearer S3CRET", "-"] && (try? Data(contentsOf: file).text) == "film")
  }

  @Test("A thousand calls at once are signed once")
  func signing() async throws {
    let credential = Credential.signedToken(accessKey: "a", secretKey: "s")
    let transport = StubTransport("ok")
    let client = HTTPClient(
      server: "https://h", credentials: ["k": credential], transport: transport)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<1000 {
        group.addTask {
          var call = Call("test", .get, "/")
          call.security = [[.bearer("k")]]
          try await client.send(call)
        }
      }
      try await group.waitForAll()
    }
    guard case .signed(let token) = credential.kind else { throw CancellationError() }
    let shown = Set(transport.requests.map { $0.headers["Authorization"] })
    #expect(token.signings == 1 && shown.count == 1 && transport.requests.count == 1000)
  }
}
