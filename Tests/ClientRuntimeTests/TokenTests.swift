import Foundation
import Testing

@testable import ClientRuntime

@Suite(.timeLimit(.minutes(5))) struct TokenTests {
  private static func client(
    _ transport: any Transport, _ credential: Credential, _ time: FakeTime = FakeTime()
  ) -> HTTPClient {
    var options = ClientOptions()
    options.environment = time.environment
    return HTTPClient(
      server: "https://api.example.com", credentials: ["k": credential], transport: transport,
      options: options)
  }

  private static var call: Call {
    var call = Call("test", .get, "/x")
    call.security = [[.bearer("k")]]
    return call
  }

  private static func oauth(_ place: ClientSecretPlace = .header) -> Credential {
    .clientCredentials(
      tokenURL: "https://login.example.com/oauth/token/?tenant=1", clientID: "id:1",
      clientSecret: "S3CRET/", scopes: ["a", "b"], secretPlace: place,
      parameters: ["audience": "https://api.example.com"])
  }

  /// Gives tokens `t1`, `t2`… at the token endpoint, and says elsewhere which token came.
  private static func endpoint(
    _ asked: Counter, lifetime: String = "3600", refuses: String? = nil
  ) -> StubTransport {
    StubTransport { request in
      if request.url.contains("login.example.com") {
        asked.add(1)
        return .status(
          200,
          #"{"access_token":"t\#(asked.value)","token_type":"bearer","expires_in":\#(lifetime)}"#)
      }
      let token = request.headers["Authorization"] ?? ""
      return token == refuses ? .status(401) : .status(200, token)
    }
  }

  @Test(
    "The token endpoint is asked as the standard says",
    arguments: [
      (
        .header, "Basic aWQlM0ExOlMzQ1JFVCUyRg==",
        "grant_type=client_credentials&scope=a%20b&audience=https%3A%2F%2Fapi.example.com"
      ),
      (
        .form, nil,
        "grant_type=client_credentials&scope=a%20b&client_id=id%3A1&client_secret=S3CRET%2F"
          + "&audience=https%3A%2F%2Fapi.example.com"
      ),
    ] as [(ClientSecretPlace, String?, String)])
  func request(place: ClientSecretPlace, authorization: String?, form: String) async throws {
    let transport = Self.endpoint(Counter())
    let answer = try await Self.client(transport, Self.oauth(place)).text(Self.call)
    let request = try #require(transport.requests.first)
    #expect(answer == "Bearer t1" && request.method == .post)
    #expect(request.url == "https://login.example.com/oauth/token/?tenant=1")
    #expect(request.headers["Authorization"] == authorization)
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
    guard case .bytes(let body) = request.body else { throw CancellationError() }
    #expect(body.text == form)
  }

  @Test(
    "A token is kept while it lasts, less a minute or a tenth",
    arguments: [
      ("3600", 3539, 1), ("3600", 3540, 2), (#""3600""#, 3540, 2), ("100", 89, 1), ("100", 90, 2),
      ("null", 1_000_000, 1), ("\"soon\"", 1_000_000, 1), ("\"nan\"", 1_000_000, 1),
      ("{}", 1_000_000, 1), ("0", 0, 2), ("-5", 0, 2), ("1200", 1139, 1), ("1200", 1140, 2),
    ])
  func lifetime(lifetime: String, later: Int, asked: Int) async throws {
    let counter = Counter()
    let time = FakeTime()
    let client = Self.client(Self.endpoint(counter, lifetime: lifetime), Self.oauth(), time)
    _ = try await client.text(Self.call)
    try await time.environment.sleep(.seconds(later))
    _ = try await client.text(Self.call)
    #expect(counter.value == asked)
  }

  @Test("A token endpoint that is lost once is asked again")
  func lostEndpoint() async throws {
    let transport = StubTransport([
      .lost(.timedOut, mayHaveArrived: true), .status(200, #"{"access_token":"t"}"#),
      .status(200, "done"),
    ])
    #expect(try await Self.client(transport, Self.oauth()).text(Self.call) == "done")
  }

  @Test("A thousand calls at once ask for one token, and for one more after a refusal")
  func concurrency() async throws {
    let asked = Counter()
    let client = Self.client(Self.endpoint(asked, refuses: "Bearer t1"), Self.oauth())
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<1000 { group.addTask { try await client.text(Self.call) } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(answers == ["Bearer t2"] && asked.value == 2)
  }

  @Test("A caller that is cancelled leaves; the others still get the token")
  func cancellation() async throws {
    let asked = Counter()
    let gate = Counter()
    let credential = Credential.token(lifetime: .seconds(60)) {
      asked.add(1)
      await gate.wait(for: 1)
      return "token"
    }
    let client = Self.client(Self.endpoint(Counter()), credential)
    let first = Task { try await client.text(Self.call) }
    await asked.wait(for: 1)
    let second = Task { try await client.text(Self.call) }
    first.cancel()
    let result = await first.result
    #expect(throws: APIError.self) { try result.get() }
    gate.add(1)
    #expect(try await second.value == "Bearer token" && asked.value == 1)
  }

  @Test("Who is cancelled already does not wait for a token")
  func cancelledBefore() async throws {
    let credential = Credential.token(lifetime: .seconds(60)) {
      try await Timetable.shared.wait(.seconds(3600))
      return "token"
    }
    let client = Self.client(Self.endpoint(Counter()), credential)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await credential.secret(for: client).text
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test(
    "A closure is asked as often as it must be",
    arguments: [(nil, 0, 3), (60, 0, 1), (60, 53, 1), (60, 54, 2)] as [(Int?, Int, Int)])
  func closure(lifetime: Int?, later: Int, calls: Int) async throws {
    let asked = Counter()
    let time = FakeTime()
    let credential = Credential.token(lifetime: lifetime.map { .seconds($0) }) {
      asked.add(1)
      return "token"
    }
    let client = Self.client(Self.endpoint(Counter()), credential, time)
    _ = try await client.text(Self.call)
    _ = try await client.text(Self.call)
    try await time.environment.sleep(.seconds(later))
    _ = try await client.text(Self.call)
    #expect(asked.value == calls)
  }

  @Test("A token that is refused is asked for again, once", arguments: [nil, Duration.seconds(60)])
  func renewal(lifetime: Duration?) async throws {
    let asked = Counter()
    let credential = Credential.token(lifetime: lifetime) {
      asked.add(1)
      return "token"
    }
    let transport = StubTransport("", status: 401)
    await #expect(throws: APIError.self) {
      try await Self.client(transport, credential).text(Self.call)
    }
    #expect(asked.value == 2 && transport.requests.count == 2)
  }

  @Test(
    "What the token endpoint does wrong is said, without its words",
    arguments: [
      (
        .status(400, #"{"error":"invalid_client","error_description":"S3CRET"}"#),
        "the token endpoint answered 400, invalid_client"
      ),
      (.status(400, #"{"error":"S3CRET"}"#), "the token endpoint answered 400"),
      (.status(302, "", ["Location": "https://evil/"]), "the token endpoint answered 302"),
      (.status(500, "S3CRET"), "the token endpoint answered 500"),
      (.status(200, "{}"), "the token endpoint's answer holds no token"),
      (.status(200, #"{"access_token":""}"#), "the token endpoint gives an empty token"),
      (
        .status(200, #"{"access_token":"t","token_type":"mac"}"#),
        "the token endpoint gives a token of another type than Bearer"
      ),
      (
        .lost(.nameNotFound, mayHaveArrived: false),
        "the token endpoint did not answer: the host name is not known"
      ),
    ] as [(StubTransport.Answer, String)])
  func failures(answer: StubTransport.Answer, reason: String) async throws {
    let transport = StubTransport([answer])
    do {
      _ = try await Self.client(transport, Self.oauth()).text(Self.call)
      Issue.record("there was a token")
    } catch {
      #expect(
        "\(error)"
          == "test (GET https://api.example.com/x): no credential could be had: \(reason); "
          + "nothing was sent")
    }
  }

  @Test(
    "A closure's own reason is shown, another error is only named",
    arguments: [
      (CredentialError("log in first"), "log in first"), (POSIXError(.EIO), "POSIXError"),
    ] as [(any Error, String)])
  func reasons(error: any Error, reason: String) async throws {
    let credential = Credential.token { throw error }
    do {
      _ = try await Self.client(StubTransport(""), credential).text(Self.call)
    } catch {
      #expect("\(error)".contains("no credential could be had: \(reason); nothing was sent"))
    }
  }
}
