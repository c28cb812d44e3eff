import Foundation
import Synchronization
import Testing

@testable import ClientRuntime

/// Sends a request with each sort of credential through every failure, and searches all that a
/// program could print for the secret.
@Suite(.timeLimit(.minutes(5))) struct RedactionTests {
  private static let secret = "S3CR/ET+x"

  struct Shown: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var credential: Credential
    var use: SecurityUse = .bearer("k")
  }

  static let credentials: [Shown] = [
    Shown(testDescription: "bearer", credential: .bearer(secret)),
    Shown(testDescription: "header", credential: .apiKey(secret), use: .header("k", "X-Odd")),
    Shown(testDescription: "query", credential: .apiKey(secret), use: .query("k", "key")),
    Shown(testDescription: "cookie", credential: .apiKey(secret), use: .cookie("k", "c")),
    Shown(
      testDescription: "basic", credential: .basic(user: secret, password: secret),
      use: .basic("k")),
    Shown(
      testDescription: "signed", credential: .signedToken(accessKey: secret, secretKey: secret)),
    Shown(testDescription: "closure", credential: .token { secret }),
    Shown(testDescription: "kept closure", credential: .token(lifetime: .seconds(60)) { secret }),
    Shown(testDescription: "failing closure", credential: .token { throw Spilling() }),
    Shown(
      testDescription: "client credentials",
      credential: .clientCredentials(
        tokenURL: "https://h/token", clientID: "client", clientSecret: secret)),
    Shown(
      testDescription: "client credentials in the form",
      credential: .clientCredentials(
        tokenURL: "https://h/token", clientID: "client", clientSecret: secret, secretPlace: .form)),
  ]

  private struct Spilling: Error, CustomStringConvertible {
    var description: String { RedactionTests.secret }
  }

  /// Repeats everything that it is shown.
  private static func echo(_ request: TransportRequest) -> String {
    let headers = request.headers.fields.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    var body = ""
    if case .bytes(let data) = request.body { body = data.text }
    return "\(request.url) \(headers) \(body) \(secret)"
  }

  private static func json(_ text: String) -> String {
    let data = try? JSONEncoder().encode(text)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  typealias Failure = @Sendable (TransportRequest) -> StubTransport.Answer

  static let failures: [Failure] = answers.map { Self.failure($0) } + lost

  private struct Answer: Sendable {
    var status: Int
    var body = ""
    var headers: [String: String] = [:]
  }

  private static let answers = [
    Answer(status: 200, body: "[]"), Answer(status: 204),
    Answer(status: 400, body: #"{"error":{"message":JSON,"code":JSON}}"#),
    Answer(status: 401, body: "ECHO"),
    Answer(status: 403, body: #"{"message":JSON}"#, headers: ["X-Request-Id": "ECHO"]),
    Answer(status: 429, body: "ECHO", headers: ["Retry-After": "999", "X-Echo": "ECHO"]),
    Answer(status: 500, body: "ECHO", headers: ["Set-Cookie": "ECHO"]),
    Answer(status: 302, headers: ["Location": "ftp://x/ECHO"]),
    Answer(status: 302, headers: ["Location": "/again?ECHO"]),
    Answer(status: 200, body: "{ ECHO"), Answer(status: 200, body: #"{"count":JSON}"#),
    Answer(status: 200, body: #"{"when":JSON}"#),
  ]

  private static func failure(_ answer: Answer) -> Failure {
    { request in
      let text = echo(request)
      var headers = HTTPHeaders()
      for (name, value) in answer.headers { headers.add(name, value.replacing("ECHO", with: text)) }
      let body = answer.body.replacing("JSON", with: json(text)).replacing("ECHO", with: text)
      return .status(answer.status, body, headers)
    }
  }

  private static let lost: [Failure] = TransportError.Kind.allCases.map { kind in
    { request in
      .failure(TransportError(kind, mayHaveArrived: true, detail: "with \(echo(request))"))
    }
  }

  private struct Model: Decodable, Sendable {
    var count: Int?
    var when: Date?
  }

  @Test("No secret shows itself, whatever is printed", arguments: credentials)
  func redaction(shown: Shown) async throws {
    let log = Log()
    for failure in Self.failures {
      var options = ClientOptions()
      options.environment = FakeTime().environment
      options.observe = { log.add($0) }
      options.headers = ["Authorization": Self.secret]
      let transport = StubTransport { request in
        guard request.url.hasSuffix("/token") else { return failure(request) }
        return .status(200, #"{"access_token":"\#(Self.secret)"}"#)
      }
      let client = HTTPClient(
        server: "https://user:\(PercentEncoding.encode(Self.secret))@h",
        credentials: ["k": shown.credential], transport: transport, options: options)
      try await Self.exercise(client, shown.use, log)
      for request in transport.requests { log.add(request) }
      log.add(client.credentials)
    }
    for form in Self.forms {
      #expect(!log.text.contains(form), "\(log.lines(with: form))")
    }
    #expect(log.text.contains("attempt 1 started") || shown.testDescription == "failing closure")
  }

  @Test("No secret shows itself when the token endpoint fails", arguments: failures.indices)
  func tokenEndpoint(index: Int) async throws {
    let log = Log()
    for place in [ClientSecretPlace.header, .form] {
      let credential = Credential.clientCredentials(
        tokenURL: "https://h/token", clientID: "client", clientSecret: Self.secret,
        secretPlace: place)
      var options = ClientOptions()
      options.environment = FakeTime().environment
      let client = HTTPClient(
        server: "https://h", credentials: ["k": credential],
        transport: StubTransport(Self.failures[index]), options: options)
      try await Self.exercise(client, .bearer("k"), log)
    }
    for form in Self.forms {
      #expect(!log.text.contains(form), "\(log.lines(with: form))")
    }
  }

  private static func exercise(
    _ client: HTTPClient, _ use: SecurityUse, _ log: Log
  ) async throws {
    for method in [HTTPMethod.get, .post] {
      var call = Call("test", method, "/")
      call.security = [[use]]
      call.failure(400..<500, as: JSONValue.self)
      do {
        let _: Model = try await client.json(call)
      } catch {
        log.add(error)
        if case .http(let failure) = error {
          log.add(failure.body.text)
          log.add(failure.value ?? "")
        }
        if case .decoding(let failure) = error { log.add(failure.body.text) }
      }
      do {
        for try await event in try await client.lines(call) as JSONLines<Model> { _ = event }
      } catch {
        log.add(error)
      }
      log.add(call)
    }
  }

  private static let writings: [@Sendable (Unicode.Scalar) -> String] = [
    { "\($0)" }, { "\"\\/".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" },
    { $0 == "q" ? "q" : "\\u00" + String($0.value, radix: 16) },
    { $0 == "q" ? "q" : "\\u00" + String($0.value, radix: 16, uppercase: true) },
    { $0 == "q" ? "q" : "%" + String($0.value, radix: 16) },
    { $0 == "q" ? "q" : "%" + String($0.value, radix: 16, uppercase: true) },
    { $0 == " " ? "+" : "\($0)" },
  ]

  @Test("A secret is known in each writing of it", arguments: writings.indices)
  func writing(index: Int) async {
    // Letters that are no digits of an address in memory, which a dump shows.
    let secret = #"zq\\q"/&<q+ =\"#
    let echo = secret.unicodeScalars.map(Self.writings[index]).joined()
    let log = Log()
    let body = #"{"error":{"message":"no \#(echo), no","code":"\#(echo)"}}"#
    let transport = StubTransport(body, status: 400, headers: ["X-Echo": echo])
    let client = HTTPClient(
      server: "https://h", credentials: ["k": .bearer(secret)], transport: transport)
    var call = Call("test", .get, "/")
    call.security = [[.bearer("k")]]
    do {
      try await client.send(call)
    } catch {
      log.add(error)
    }
    #expect(!log.text.contains("zq") && log.text.contains("no <hidden>, no"))
  }

  @Test(
    "A long answer is looked through at once, whatever stands in it",
    arguments: [
      ("S3CRET", "<hidden>"), ("\\", "\\"), ("%", "%"), ("S3CRE", "S3CRE"), ("\\u0053", "\\u0053"),
    ])
  func longAnswers(text: String, expected: String) {
    let redaction = Redaction(["S3CRET"], of: TransportRequest(.get, "https://h"))
    let cleaned = redaction.clean(Data(String(repeating: text, count: 100_000).utf8))
    #expect(cleaned == Data(String(repeating: expected, count: 100_000).utf8))
  }

  @Test("A client, its transport and its proxy can be printed")
  func printing() {
    let log = Log()
    #if os(Linux)
      for scheme in ["http://", ""] {
        var configuration = CurlConfiguration()
        configuration.proxy = .address("\(scheme)user:S3CRET@proxy:3128")
        log.add(configuration)
        log.add(CurlTransport(configuration: configuration))
      }
    #endif
    let client = HTTPClient(
      server: "https://user:S3CRET@h", credentials: ["k": .apiKey("S3CRET")],
      transport: URLSessionTransport())
    log.add(client)
    #expect(!log.text.contains("S3CRET") && log.text.contains("https://h"))
    #expect(!log.text.contains("delegate"), "a session changes while it is looked at")
  }

  /// The secret as it is, in an address, in JSON, and in base64.
  private static var forms: [String] {
    [
      secret, PercentEncoding.encode(secret), secret.replacing("/", with: "\\/"),
      Data("\(secret):\(secret)".utf8).base64EncodedString(),
      Data("client:\(PercentEncoding.encode(secret))".utf8).base64EncodedString(), "S3CR",
    ]
  }

  final class Log: Sendable {
    private let kept = Mutex("")
    var text: String { kept.withLock { $0 } }

    func add<Value>(_ value: Value) {
      var dumped = ""
      dump(value, to: &dumped)
      let text = "\(value)\n\(String(reflecting: value))\n\(dumped)\n\(Self.reflect(value, 0))\n"
      kept.withLock { $0 += text }
    }

    func lines(with text: String) -> [Substring] {
      Array(self.text.split(separator: "\n").filter { $0.contains(text) }.prefix(3))
    }

    /// What a mirror shows, all the way down.
    private static func reflect(_ value: Any, _ depth: Int) -> String {
      if depth > 8 { return "" }
      if let data = value as? Data { return data.text }
      return Mirror(reflecting: value).children.map {
        "\($0.label ?? "") \($0.value) \(reflect($0.value, depth + 1))"
      }.joined(separator: "\n")
    }
  }
}
