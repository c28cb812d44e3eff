import Foundation
import Synchronization
import Testing

@testable import ClientRuntime

@Suite struct ClientTests {
  @Test("A call is sent as the description says")
  func request() async throws {
    let transport = StubTransport("[]")
    var options = ClientOptions()
    options.headers = ["X-Trace": "general", "X-All": "1"]
    let client = Sample.Client(options: options, transport: transport)
    _ = try await client.listVideos(
      page: 2, tags: ["a", "b/c"], filter: Sample.Filter(size: 3, inner: ["k": "v"]),
      trace: "mine", session: "s", id: "a/b")
    let request = try #require(transport.requests.first)
    #expect(
      request.url
        == "https://api.example.com/base/v1/things/a%2Fb?page=2&tags=a,b%2Fc"
        + "&filter%5Bsize%5D=3&filter%5Binner%5D%5Bk%5D=v"
        + "&raw=%7B%22inner%22%3A%7B%22k%22%3A%22v%22%7D%2C%22size%22%3A3%7D")
    #expect(
      request.headers.fields.map { "\($0.name): \($0.value)" } == [
        "X-All: 1", "X-Trace: mine", "Cookie: session=s", "Accept: application/json",
        "User-Agent: swift-client-runtime",
      ])
    #expect(request.method == .get)
  }

  @Test("Options of one call do not change the client")
  func options() async throws {
    let transport = StubTransport("[]")
    let client = Sample.Client(transport: transport)
    _ = try await client.with {
      $0.timeout = .seconds(5)
      $0.headers["X-One"] = "1"
    }.listVideos(id: "x")
    _ = try await client.listVideos(id: "x")
    #expect(transport.requests.map(\.timeout) == [.seconds(5), .seconds(60)])
    #expect(transport.requests.map { $0.headers["x-one"] } == ["1", nil])
  }

  @Test("A stream may take as long as it likes, everything else a minute")
  func timeouts() async throws {
    let transport = StubTransport("1")
    let http = HTTPClient(server: "https://h", transport: transport)
    let call = Call("test", .get, "/")
    _ = try await http.stream(call)
    _ = try await http.events(call) as EventStream<Int>
    _ = try await http.lines(call) as JSONLines<Int>
    _ = try await http.response(call, streaming: [200])
    _ = try await http.json(call) as Int
    #expect(transport.requests.map(\.timeout) == [nil, nil, nil, nil, .seconds(60)])
  }

  @Test("Status and headers can be had with the result")
  func withResponse() async throws {
    let transport = StubTransport(
      #"{"id":"1"}"#, status: 201, headers: ["X-A": "1", "Set-Cookie": "a", "set-cookie": "b"])
    let (video, response) = try await Sample.Client(transport: transport).withResponse { client in
      try await client.createVideo(Sample.VideoRequest(modelName: "m"))
    }
    #expect(video.id == "1" && response.status == 201 && response.headers["x-a"] == "1")
    #expect(response.headers.values(for: "SET-COOKIE") == ["a", "b"])
  }

  @Test("Several successes, empty answers, and one that nobody knows")
  func successes() async throws {
    let body = Sample.CreateRequest.other(["x": 1])
    let answers = try await [
      Sample.Client(transport: StubTransport(#"{"id":"1"}"#)).either(body),
      Sample.Client(transport: StubTransport("[1]", status: 202)).either(body),
    ]
    #expect(answers == [.done(Sample.Video(id: "1")), .accepted([1])])
    await #expect(throws: APIError.self) {
      try await Sample.Client(transport: StubTransport("", status: 299)).either(body)
    }
    let http = HTTPClient(server: "https://h", transport: StubTransport("", status: 204))
    let none: Sample.Video? = try await http.json(Call("test", .get, "/"))
    #expect(none == nil)
    await #expect(throws: APIError.self) {
      let _: Sample.Video = try await http.json(Call("test", .get, "/"))
    }
  }

  struct Redirect: Sendable {
    var status: Int
    var location: String
    var method: HTTPMethod
    var seen: String
  }

  static let redirects: [Redirect] = [
    Redirect(status: 302, location: "/b", method: .get, seen: "GET https://h/b secret"),
    Redirect(status: 302, location: "b?c=1", method: .post, seen: "GET https://h/a/b?c=1 secret"),
    Redirect(
      status: 307, location: "/b", method: .post, seen: "POST https://h/b secret typed body"),
    Redirect(
      status: 308, location: "https://x/b", method: .post, seen: "POST https://x/b typed body"),
    Redirect(status: 302, location: "/b", method: .put, seen: "PUT https://h/b secret typed body"),
    Redirect(status: 301, location: "/b", method: .post, seen: "GET https://h/b secret"),
    Redirect(status: 303, location: "/b", method: .head, seen: "HEAD https://h/b secret"),
    Redirect(
      status: 301, location: "https://H:443/b", method: .get, seen: "GET https://H:443/b secret"),
    Redirect(status: 300, location: "/b", method: .get, seen: ""),
    Redirect(status: 304, location: "/b", method: .get, seen: ""),
    Redirect(status: 302, location: "", method: .get, seen: ""),
    Redirect(status: 302, location: "?d#e", method: .get, seen: "GET https://h/a/x?d#e secret"),
    Redirect(status: 303, location: "https://h:8443/b", method: .put, seen: "GET https://h:8443/b"),
    Redirect(status: 301, location: "//x/b", method: .get, seen: "GET https://x/b"),
    Redirect(status: 301, location: "http://h/b", method: .get, seen: ""),
    Redirect(status: 301, location: "file:///etc/passwd", method: .get, seen: ""),
  ]

  @Test("Redirects keep what they must and drop secrets elsewhere", arguments: redirects)
  func redirect(expected: Redirect) async throws {
    let transport = StubTransport([
      .status(expected.status, "", ["Location": expected.location]), .status(200),
    ])
    var call = Call("test", expected.method, "/a/x")
    call.security = [[.header("k", "X-Odd-Key")]]
    if ![.get, .head].contains(expected.method) { call.body(text: "body") }
    let http = HTTPClient(
      server: "https://h", credentials: ["k": .apiKey("secret")], transport: transport)
    _ = try? await http.data(call)
    let seen = transport.requests.dropFirst().map { request in
      var text = "\(request.method) \(request.url)"
      if request.headers["X-Odd-Key"] != nil { text += " secret" }
      if request.headers["Content-Type"] != nil { text += " typed" }
      if case .bytes(let data) = request.body { text += " \(data.text)" }
      return text
    }
    #expect(seen.joined() == expected.seen)
  }

  @Test("A create whose answer leads to a server that is not there may have been done")
  func lostAfterRedirect() async throws {
    let transport = StubTransport([
      .status(303, "", ["Location": "/done"]), .lost(.connectionFailed, mayHaveArrived: false),
    ])
    let http = HTTPClient(server: "https://h", transport: transport)
    await #expect {
      try await http.data(Call("test", .post, "/"))
    } throws: {
      ($0 as? APIError)?.delivery == .unclear
    }
    #expect(transport.requests.count == 2)
  }

  @Test("Methods that may be repeated, and those that may not")
  func methods() {
    let all: [HTTPMethod] = [
      .get, .head, .options, .trace, .put, .delete, .query, .post, .patch,
      HTTPMethod(rawValue: "LOCK"),
    ]
    let repeatable = all.filter { Call("test", $0, "/").idempotency == .safe }
    #expect(repeatable == Array(all.prefix(7)))
  }

  @Test("An answer that is too large is not asked for again")
  func tooLarge() async throws {
    let transport = StubTransport("data: 0123456789")
    var options = ClientOptions()
    options.maximumBodySize = 9
    let http = HTTPClient(server: "https://h", transport: transport, options: options)
    for method in [HTTPMethod.post, .get] {
      await #expect {
        try await http.data(Call("test", method, "/"))
      } throws: { error in
        // It is known what became of the request, also of a create.
        if case .transport(_, let error)? = error as? APIError {
          error.kind == .tooLarge
        } else {
          false
        }
      }
    }
    let events = try await http.events(Call("test", .get, "/")) as EventStream<String>
    await #expect(throws: APIError.self) { for try await _ in events {} }
    #expect(transport.requests.count == 3)
  }

  @Test("An attempt has no more time for all its redirects than for one request")
  func redirectTimes() async throws {
    let uptime = Mutex(Duration.zero)
    let transport = StubTransport { _ in
      uptime.withLock { $0 += .seconds(25) }
      return .status(302, "", ["Location": "/next"])
    }
    var options = ClientOptions()
    options.environment = RuntimeEnvironment(uptime: { uptime.withLock { $0 } })
    options.retry = .none
    let http = HTTPClient(server: "https://h", transport: transport, options: options)
    do {
      try await http.send(Call("test", .get, "/"))
    } catch {
      guard case .timedOut = error else { throw error }
    }
    #expect(transport.requests.map(\.timeout) == [.seconds(60), .seconds(35), .seconds(10)])
  }

  @Test("Redirects in a circle come to an end")
  func circle() async throws {
    let transport = StubTransport("", status: 302, headers: ["Location": "/"])
    let http = HTTPClient(server: "https://h", transport: transport)
    await #expect(throws: APIError.self) { try await http.data(Call("test", .get, "/")) }
    #expect(transport.requests.count == 11)
  }
}
