import Foundation
import Testing

@testable import ClientRuntime

@Suite struct CredentialTests {
  private static let now = Date(timeIntervalSince1970: 1_700_000_000)

  @Test("The token of the fixture is signed exactly")
  func token() async throws {
    let credential = Credential.signedToken(accessKey: "ak_test", secretKey: "sk_test")
    var options = ClientOptions()
    options.environment.now = { Self.now }
    let secret = try await credential.secret(
      for: HTTPClient(server: "https://h", transport: StubTransport(""), options: options))
    #expect(
      secret.text
        == "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
        + "eyJpc3MiOiJha190ZXN0IiwiZXhwIjoxNzAwMDAxODAwLCJuYmYiOjE2OTk5OTk5OTV9."
        + "eDa_F6Qhv7yHoYstKBIL6uubYWDLHLekl_49ClsUCf4")
  }

  @Test(
    "Keyed hashes are those of RFC 4231",
    arguments: [
      (
        Data(repeating: 0x0B, count: 20), Data("Hi There".utf8),
        "sDRMYdjbOFNcqK/OrwvxK4gdwgDJgz2nJuk3bC4yz/c="
      ),
      (
        Data("Jefe".utf8), Data("what do ya want for nothing?".utf8),
        "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="
      ),
      (
        Data(repeating: 0xAA, count: 131),
        Data("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "YOQxWR7gtn8Niiaqy/W3f44LxiE3KMUUBUYEDw7jf1Q="
      ),
      (Data(), Data(), "thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0="),
    ])
  func hash(key: Data, message: Data, expected: String) {
    #expect(MessageAuthentication.sha256(message, key: key).base64EncodedString() == expected)
  }

  @Test(
    "A token is kept until a minute before its end",
    arguments: [(0.0, 1), (1739, 1), (1740, 1), (1741, 2), (3600, 2)])
  func renewal(later: Double, signings: Int) throws {
    let token = SignedToken(accessKey: "a", secretKey: "s")
    _ = try token.text(at: Self.now)
    _ = try token.text(at: Self.now + later)
    #expect(token.signings == signings)
  }

  @Test("Only the token that was refused is dropped")
  func forget() throws {
    let token = SignedToken(accessKey: "a", secretKey: "s")
    let text = try token.text(at: Self.now)
    token.forget("another")
    _ = try token.text(at: Self.now)
    #expect(token.signings == 1)
    token.forget(text)
    _ = try token.text(at: Self.now)
    #expect(token.signings == 2)
  }

  @Test("A key in a cookie joins the others, and can be read as one")
  func cookie() async throws {
    let transport = StubTransport("{}")
    var call = Call("test", .get, "/")
    call.cookie("a", 1)
    call.security = [[.cookie("k", "sid")]]
    let credentials = ["k": Credential.apiKey("se;cr et")]
    var options = ClientOptions()
    options.headers.add("Cookie", "z=0")
    try await HTTPClient(
      server: "https://h", credentials: credentials, transport: transport, options: options
    ).send(call)
    let cookies = transport.requests.first?.headers.values(for: "cookie")
    #expect(cookies == ["z=0; a=1; sid=se%3Bcr%20et"])
  }

  @Test(
    "A token that would end its line is not sent", arguments: ["a\nb", "a\r", "a\0b", "\u{7F}"])
  func lineEnd(token: String) async throws {
    let transport = StubTransport("{}")
    let client = Sample.Client(credential: .bearer(token), transport: transport)
    await #expect(throws: APIError.self) {
      try await client.createVideo(Sample.VideoRequest(modelName: "m"))
    }
    #expect(transport.requests.isEmpty)
  }

  @Test("A thousand callers at once cost one signature")
  func concurrency() async throws {
    let token = SignedToken(accessKey: "a", secretKey: "s")
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<1000 { group.addTask { try token.text(at: Self.now) } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(texts.count == 1 && token.signings == 1)
  }

  static let credentials: [(Credential, String)] = [
    (.bearer("SECRET"), "Bearer SECRET"), (.apiKey("SECRET"), "Bearer SECRET"),
    (.basic(user: "Aladdin", password: "open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
    (.token { "SECRET" }, "Bearer SECRET"),
  ]

  @Test("Each sort of credential goes into the header", arguments: credentials)
  func header(credential: Credential, expected: String) async throws {
    let transport = StubTransport("{}")
    let client = Sample.Client(credential: credential, transport: transport)
    _ = try? await client.createVideo(Sample.VideoRequest(modelName: "m"))
    #expect(transport.requests.first?.headers["Authorization"] == expected)
  }

  @Test(
    "A key goes where the description says",
    arguments: [
      ([[.header("k", "X-Key")]], "https://h/x?a=1", "X-Key: <hidden>"),
      ([[.query("k", "api key")]], "https://h/x?a=1&api%20key=se%2Fcret", ""),
      ([[.cookie("k", "sid")]], "https://h/x?a=1", "Cookie: <hidden>"),
      (
        [[.bearer("other")], [.header("k", "X-Key"), .bearer("b")]], "https://h/x?a=1",
        "X-Key: <hidden>\nAuthorization: <hidden>"
      ),
      ([[], [.bearer("b")]], "https://h/x?a=1", "Authorization: <hidden>"),
      ([[.bearer("other")], []], "https://h/x?a=1", ""),
    ] as [([[SecurityUse]], String, String)])
  func places(security: [[SecurityUse]], url: String, headers: String) async throws {
    let transport = StubTransport("{}")
    var call = Call("test", .get, "/x")
    call.query("a", 1)
    call.security = security
    let client = HTTPClient(
      server: "https://h", credentials: ["k": .apiKey("se/cret"), "b": .bearer("t")],
      transport: transport)
    try await client.send(call)
    let request = try #require(transport.requests.first)
    let shown = request.headers.fields.filter { !["Accept", "User-Agent"].contains($0.name) }
    #expect(request.url == url && shown.map(\.description).joined(separator: "\n") == headers)
  }

  @Test("A refused token is renewed once")
  func unauthorized() async throws {
    let transport = StubTransport([.status(401), .status(200, #"{"id":"1"}"#)])
    let credential = Credential.signedToken(accessKey: "a", secretKey: "s")
    let client = Sample.Client(credential: credential, transport: transport)
    _ = try await client.createVideo(Sample.VideoRequest(modelName: "m"))
    #expect(transport.requests.count == 2)
    let stubborn = StubTransport("{}", status: 401)
    let other = Sample.Client(credential: credential, transport: stubborn)
    _ = try? await other.createVideo(Sample.VideoRequest(modelName: "m"))
    #expect(stubborn.requests.count == 2)
  }
}
