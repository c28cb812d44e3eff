import Foundation
import Testing

@testable import ClientRuntime

/// What only some operations need: whole queries, fields of forms in styles of their own, lines,
/// servers of an operation, deliveries.
@Suite struct OperationTests {
  private func request(
    _ server: String = "https://h/base/", _ change: (inout Call) -> Void
  ) throws -> TransportRequest {
    var call = Call("test", .post, "/things")
    change(&call)
    return try CallAssembly(call: call, server: server)
      .request(accept: "application/json", ClientOptions())
  }

  private func text(_ request: TransportRequest) -> String {
    if case .bytes(let data) = request.body { data.text } else { "" }
  }

  struct Form: Encodable, Sendable {
    var plain = "a+b"
    var tags = ["x y", "z"]
    var commas = [1, 2]
    var filter = ["size": ["min": 1]]
    var inner = ["k": "v&w"]
    var none: [String]?
  }

  @Test("Fields of a form are written as the description says")
  func formFields() throws {
    let request = try request {
      $0.body(
        form: Form(),
        fields: [
          "tags": .style(.pipeDelimited, explode: false),
          "commas": .style(.form, explode: false), "inner": .json, "none": .json,
        ])
    }
    #expect(
      text(request) == "plain=a%2Bb&tags=x%20y%7Cz&commas=1,2&filter%5Bsize%5D%5Bmin%5D=1"
        + "&inner=%7B%22k%22%3A%22v%26w%22%7D")
  }

  @Test("A value is the whole query")
  func queryString() throws {
    let changes: [(inout Call) -> Void] = [
      { $0.queryString(form: ["words": ["a b", "c&d"]]) }, { $0.queryString(json: ["a": 1]) },
      { $0.queryString("q=1&r=a b#c") }, { $0.queryString(nil) },
    ]
    #expect(
      try changes.map { try request("https://h", $0).url } == [
        "https://h/things?words=a%20b&words=c%26d", "https://h/things?%7B%22a%22%3A1%7D",
        "https://h/things?q=1&r=a%20b%23c", "https://h/things",
      ])
  }

  @Test("Tabs separate a list")
  func tabs() throws {
    let request = try request("https://h") {
      $0.query("cells", ["a", "b\tc"], style: .tabDelimited)
    }
    #expect(request.url == "https://h/things?cells=a%09b%09c")
  }

  @Test("Values are sent one a line")
  func lines() throws {
    let request = try request { $0.body(lines: [["a": 1], ["a": 2]]) }
    #expect(text(request) == "{\"a\":1}\n{\"a\":2}\n")
    #expect(request.headers["Content-Type"] == "application/jsonl")
  }

  @Test(
    "An operation's server may lack what the client's has",
    arguments: [
      ("https://other/x/", "https://other/x/things"), ("/v2", "https://h:8080/v2/things"),
      ("v2/", "https://h:8080/v2/things"), ("//cdn/y", "https://cdn/y/things"),
    ])
  func server(own: String, expected: String) throws {
    let request = try request("https://h:8080/base/deep") { $0.server = own }
    #expect(request.url == expected)
  }

  @Test(
    "An origin takes a path with or without a slash between them",
    arguments: [("https://a", "/v1"), ("https://a/", "/v1"), ("https://a//", "v1")])
  func origin(origin: String, path: String) {
    #expect(ServerAddress.join(origin, path) == "https://a/v1")
  }

  @Test("Events of text are no JSON, and values may begin with a record separator")
  func streams() async throws {
    var texts: [String] = []
    for try await text in EventStream<String>(ResponseBody(Data("data: a\n\ndata: \"b\"\n\n".utf8)))
    { texts.append(text) }
    #expect(texts == ["a", "\"b\""])
    var numbers: [Int] = []
    for try await number in JSONLines<Int>(ResponseBody(Data("\u{1E}1\n\u{1E}2\n".utf8))) {
      numbers.append(number)
    }
    #expect(numbers == [1, 2])
  }

  @Test("Objects of a list are parts of their own")
  func parts() throws {
    let form = try MultipartForm.body(
      [.json("o", each: [["a": 1], ["a": 2]]), .json("none", each: [Int]?.none)], boundary: "B")
    guard case .pieces(let pieces) = form, case .bytes(let data)? = pieces.first else { return }
    #expect(data.text.components(separatedBy: "name=\"o\"").count == 3)
    #expect(data.text.contains("{\"a\":2}") && !data.text.contains("none"))
  }

  struct Payload: Codable, Hashable, Sendable { var id: String }

  @Test("A delivery is decoded, or says what is wrong with it")
  func deliveries() throws {
    let delivery = Delivery<[Payload]>("changed", .post)
    #expect(try delivery.decode(Data(#"[{"id":"a"}]"#.utf8)) == [Payload(id: "a")])
    #expect(throws: WebhookError.undecodable(path: "[1]", reason: "the key ‘id’ is missing")) {
      try delivery.decode(Data(#"[{"id":"a"},{}]"#.utf8))
    }
    let verifier = try WebhookVerifier(secret: "whsec_c2VjcmV0")
    #expect(throws: WebhookError.missingHeader("webhook-id")) {
      try delivery.decode(Data("[]".utf8), headers: [:], verifiedBy: verifier)
    }
  }
}
