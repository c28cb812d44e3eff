import Foundation
import Testing

@testable import ClientRuntime

@Suite struct ErrorTests {
  private func error(
    _ answer: StubTransport.Answer, credential: Credential? = .bearer("t")
  ) async throws -> APIError {
    var options = ClientOptions()
    options.retry = .none
    let client = Sample.Client(
      credential: credential, options: options, transport: StubTransport([answer]))
    do {
      _ = try await client.createVideo(Sample.VideoRequest(modelName: "m"))
    } catch {
      return error
    }
    throw CancellationError()
  }

  private static let line = "createVideo (POST https://api.example.com/base/v1/videos)"

  @Test(
    "An error says what happened, what the server said, and what to do",
    arguments: [
      (
        .status(400, #"{"code":1201,"message":"bad prompt","request_id":"r1"}"#),
        "the server answered 400, code 1201: bad prompt [request r1]"
      ),
      (
        .status(429, #"{"error":{"code":"rate","message":"slow down"}}"#, ["Retry-After": "7"]),
        "the server answered 429, code rate: slow down, wait 7.0 seconds before the next attempt"
      ),
      (
        .status(401, "", ["X-Request-Id": "abc"]),
        "the server answered 401 [request abc]; check the credential"
      ),
      (
        .status(400, #"[{"code":"","error_code":7,"msg":"in a list"}]"#),
        "the server answered 400, code 7: in a list"
      ),
      (
        .status(400, #"{"errors":[{"type":"t","detail":"d"}]}"#),
        "the server answered 400, code t: d"
      ),
      (
        .status(500, String(repeating: "x", count: 1 << 20 + 1)), "the server answered 500"
      ),
      (
        .status(502, "<html>Bad gateway</html>"),
        "the server answered 502: <html>Bad gateway</html>"
      ),
      (
        .status(200, #"{"id":5}"#),
        "‘id’ in the answer (200) is not as described: the value is not a text; "
          + "the service may have changed, or its description is wrong"
      ),
      (
        .status(200, #"{"parent":{"id":"x"}}"#),
        "the answer (200) is not as described: the key ‘id’ is missing; "
          + "the service may have changed, or its description is wrong"
      ),
      (
        .lost(.nameNotFound, mayHaveArrived: false),
        "the host name is not known; check the network, the server address and the proxy settings"
      ),
      (
        .lost(.timedOut, mayHaveArrived: true),
        "the server did not answer in time, and the server may have acted on the request; "
          + "look whether it did before sending it again"
      ),
    ] as [(StubTransport.Answer, String)])
  func description(answer: StubTransport.Answer, expected: String) async throws {
    let error = try await error(answer)
    #expect("\(error)" == "\(Self.line): \(expected)")
    #expect(error.localizedDescription == "\(error)")
  }

  @Test(
    "How often it was tried is said in good English", arguments: [(1, "retry"), (2, "retries")])
  func retries(count: Int, word: String) async throws {
    var options = ClientOptions()
    options.environment = FakeTime().environment
    options.retry.maximumRetries = count
    let client = HTTPClient(
      server: "https://h", transport: StubTransport("", status: 500), options: options)
    do {
      _ = try await client.data(Call("t", .get, "/"))
    } catch {
      #expect("\(error)".hasSuffix("the server answered 500, after \(count) \(word)"))
    }
  }

  @Test(
    "A place is written as people write it",
    arguments: [
      (["data", "0", "id"], "data[0].id"), (["", "a"], "a"), (["a", ""], "a."), (["1"], "[1]"),
      ([], ""),
    ] as [([String], String)])
  func places(steps: [String], text: String) {
    #expect(JSONPath.text(steps) == text)
  }

  @Test("A missing credential is named")
  func missingCredential() async throws {
    let text = try await "\(error(.status(401), credential: nil))"
    #expect(text.contains("the client has no credential for ‘bearer’; give it one"))
  }

  @Test("The documented error body is there, typed")
  func typed() async throws {
    guard case .http(let failure) = try await error(.status(400, #"{"code":5,"message":"m"}"#))
    else { throw CancellationError() }
    #expect(failure.value as? Sample.ErrorBody == Sample.ErrorBody(code: 5, message: "m"))
    #expect(failure.decoded(as: Sample.ErrorBody.self)?.code == 5)
    #expect(failure.decoded(as: JSONValue.self)?["message"] == "m")
    #expect(failure.operation == "createVideo" && failure.status == 400)
  }

  @Test("Broken limits are all listed, with their places, and nothing is sent")
  func validation() async throws {
    let transport = StubTransport(#"{"id":"1"}"#)
    let client = Sample.Client(transport: transport)
    let request = Sample.VideoRequest(
      modelName: "", prompt: "TOO LONG FOR IT", extra: "x",
      images: [
        Sample.Image(weight: 1), Sample.Image(weight: 0.25, level: 0), Sample.Image(weight: 1),
      ])
    var paths: [String] = []
    do {
      _ = try await client.createVideo(request)
    } catch {
      if case .validation(_, let error) = error { paths = error.violations.map(\.description) }
    }
    #expect(
      paths == [
        "model_name must have at least 1 character, has 0",
        "prompt must have at most 10 characters, has 15", "prompt must match ^[a-z ]*$",
        "extra must have at least 2 characters, has 1", "images must have at most 2 items, has 3",
        "images must not hold an item twice", "images[0].weight must be less than 1, but is 1",
        "images[1].weight must be a multiple of 0.1, but is 0.25",
        "images[1].level must be at least 1, but is 0",
        "images[2].weight must be less than 1, but is 1",
      ])
    #expect(transport.requests.isEmpty)
    _ = try await client.with { $0.validates = false }.createVideo(request)
    #expect(transport.requests.count == 1)
  }
}
