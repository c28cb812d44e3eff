import Foundation

/// Makes calls to a server: checks, encodes, signs, repeats, decodes.
public struct HTTPClient: Sendable {
  /// The server's address; paths are added to it.
  public var server: String
  /// What to show to the server, by the name of the security scheme.
  public var credentials: [String: Credential]
  /// What the bytes go through.
  public var transport: any Transport
  /// How calls are made.
  public var options: ClientOptions
  /// Which credentials operations take that do not say so themselves.
  public var security: [[SecurityUse]] = []
  var failures: [FailureShape] = []
  let budgets = RetryBudgets()

  /// Makes a client; a scheme without a credential is left out.
  public init(
    server: String, credentials: [String: Credential?] = [:],
    transport: any Transport = .default, options: ClientOptions = ClientOptions()
  ) {
    self.server = server
    self.credentials = credentials.compactMapValues { $0 }
    self.transport = transport
    self.options = options
  }

  /// Names the type of the error body for some statuses of operations that name none themselves.
  public mutating func failure<Value: Decodable & Sendable>(
    _ statuses: Range<Int>, as type: Value.Type
  ) {
    failures.append(FailureShape(statuses, type))
  }

  /// Names the type of the error body for one status of operations that name none themselves.
  public mutating func failure<Value: Decodable & Sendable>(_ status: Int, as type: Value.Type) {
    failure(status..<status + 1, as: type)
  }

  /// Makes a call whose answer is JSON.
  public func json<Value: Decodable & Sendable>(_ call: consuming Call) async throws(APIError)
    -> Value
  {
    try await CallExecution.whole(self, call, accept: "application/json").json()
  }

  /// Makes a call whose answer is a form.
  public func form<Value: Decodable & Sendable>(_ call: consuming Call) async throws(APIError)
    -> Value
  {
    try await CallExecution.whole(self, call, accept: "application/x-www-form-urlencoded").form()
  }

  /// Makes a call whose answer does not matter.
  public func send(_ call: consuming Call) async throws(APIError) {
    _ = try await CallExecution.whole(self, call, accept: "*/*")
  }

  /// Makes a call whose answer is text.
  public func text(_ call: consuming Call) async throws(APIError) -> String {
    try await CallExecution.whole(self, call, accept: "text/plain, */*").text()
  }

  /// Makes a call whose answer is bytes, read into memory.
  public func data(_ call: consuming Call) async throws(APIError) -> Data {
    try await CallExecution.whole(self, call, accept: "*/*").body
  }

  /// Makes a call and gives the whole answer, whichever of the successes it is.
  public func response(_ call: consuming Call) async throws(APIError) -> HTTPResponse {
    try await CallExecution.whole(self, call, accept: "application/json, */*")
  }

  /// Makes a call and gives the answer, whichever of the successes it is: those with the statuses
  /// named here are read as they arrive, others into memory.
  public func response(
    _ call: consuming Call, streaming statuses: Set<Int>
  ) async throws(APIError) -> HTTPResponse {
    var client = self
    client.options.timeout = nil
    let execution = CallExecution(client: client, call: call, limit: nil)
    return try await execution.response(
      accept: "application/json, */*", streaming: statuses, limit: options.maximumBodySize)
  }

  /// Makes a call whose answer is bytes, read as they arrive.
  public func stream(_ call: consuming Call) async throws(APIError) -> ResponseBody {
    try await streamed(call, accept: "*/*")
  }

  /// Makes a call whose answer is a stream of events.
  public func events<Value: Decodable & Sendable>(
    _ call: consuming Call
  ) async throws(APIError) -> EventStream<Value> {
    EventStream(try await streamed(call, accept: "text/event-stream"))
  }

  /// Makes a call whose answer is a stream of events, each decoded with its name.
  public func namedEvents<Value: Decodable & Sendable>(
    _ call: consuming Call
  ) async throws(APIError) -> EventStream<Value> {
    EventStream(try await streamed(call, accept: "text/event-stream"), isNamed: true)
  }

  /// Makes a call whose answer is a JSON value a line.
  public func lines<Value: Decodable & Sendable>(
    _ call: consuming Call
  ) async throws(APIError) -> JSONLines<Value> {
    JSONLines(try await streamed(call, accept: "application/jsonl, application/x-ndjson"))
  }

  private func streamed(_ call: consuming Call, accept: String) async throws(APIError)
    -> ResponseBody
  {
    // A stream may go on for as long as bytes keep coming.
    var client = self
    client.options.timeout = nil
    return try await CallExecution.streamed(client, call, accept: accept)
  }
}

extension HTTPClient: CustomReflectable {
  /// The client without the password that its server's address may hold.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "server": server.withoutUser, "credentials": credentials,
        "transport": transport, "options": options, "security": security,
      ])
  }
}
