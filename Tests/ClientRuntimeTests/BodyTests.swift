import Foundation
import Testing

@testable import ClientRuntime

@Suite struct BodyTests {
  private func request(_ change: (inout Call) -> Void) throws -> TransportRequest {
    var call = Call("test", .post, "/things")
    change(&call)
    var options = ClientOptions()
    options.environment = FakeTime().environment
    return try CallAssembly(call: call, server: "https://h/base/")
      .request(accept: "application/json", options)
  }

  private func text(_ body: RequestBody) throws -> String {
    switch body {
    case .none: return ""
    case .bytes(let data): return data.text
    case .stream: return "<stream>"
    case .pieces(let pieces):
      return try pieces.map { piece in
        switch piece {
        case .bytes(let data): data.text
        case .file(let url): try Data(contentsOf: url).text
        }
      }.joined()
    }
  }

  struct Form: Encodable, Sendable {
    var text = "a b&c=d+é"
    var list = [1, 2]
    var nothing: String?
    var nested: [String: [String: Int]] = ["x": ["y": 1]]
    var objects: [[String: Int]] = [["a": 1], ["a": 2]]
  }

  @Test("A form writes lists, objects and special characters")
  func form() throws {
    let request = try request { $0.body(form: Form()) }
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(
      try text(request.body)
        == "text=a%20b%26c%3Dd%2B%C3%A9&list=1&list=2&nested%5Bx%5D%5By%5D=1"
        + "&objects%5B0%5D%5Ba%5D=1&objects%5B1%5D%5Ba%5D=2")
  }

  @Test("A form of something else than an object is refused")
  func badForm() {
    #expect(throws: APIError.self) { try request { $0.body(form: [1]) } }
  }

  @Test("Parts are laid out, files among them")
  func multipart() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
    try Data("PNG".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let request = try request {
      $0.body(multipart: [
        .field("note", "hällo"), .field("none", String?.none), .field("n", [1, 2]),
        .json("meta", Sample.Filter(size: 3)), .field("object", ["k": 1]),
        .file("a", FileContent(Data("x".utf8), filename: "q\"\r\n.txt")),
        .file("b", FileContent(file, filename: "b.png")),
      ])
    }
    let boundary = "part-00000000000000000000000000000000"
    #expect(request.headers["Content-Type"] == "multipart/form-data; boundary=\(boundary)")
    let part = { (name: String) in
      "--\(boundary)\r\nContent-Disposition: form-data; name=\(name)\r\n"
    }
    let expected = [
      part("\"note\"") + "\r\nhällo\r\n", part("\"n\"") + "\r\n1\r\n", part("\"n\"") + "\r\n2\r\n",
      part("\"meta\"") + "Content-Type: application/json\r\n\r\n{\"size\":3}\r\n",
      part("\"object\"") + "Content-Type: application/json\r\n\r\n{\"k\":1}\r\n",
      part("\"a\"; filename=\"q%22%0D%0A.txt\"") + "Content-Type: text/plain\r\n\r\nx\r\n",
      part("\"b\"; filename=\"b.png\"") + "Content-Type: image/png\r\n\r\nPNG\r\n",
      "--\(boundary)--\r\n",
    ].joined()
    #expect(try text(request.body) == expected)
    #expect(try request.body.length() == Int64(expected.utf8.count))
    guard case .pieces(let pieces) = request.body else { return }
    #expect(pieces.count == 3, "the file is not read into memory")
  }

  @Test("Other bodies say what they are")
  func others() throws {
    let requests = try [
      request { $0.body(json: ["a": 1]) }, request { $0.body(json: [Int]?.none) },
      request { $0.body(text: "t") }, request { $0.body(bytes: Data("b".utf8)) },
      request { $0.body(json: 1, contentType: "application/merge-patch+json") },
    ]
    #expect(
      try requests.map { try text($0.body) + " " + ($0.headers["Content-Type"] ?? "-") } == [
        #"{"a":1} application/json"#, " -", "t text/plain; charset=utf-8",
        "b application/octet-stream", "1 application/merge-patch+json",
      ])
  }

  @Test("The address is put together from server, path and query")
  func address() throws {
    var call = Call("test", .get, "/v1/{a}/x{b}")
    call.path("a", "{b}")
    call.path("b", 2)
    call.query("q", "1")
    let context = CallAssembly(call: call, server: "https://h/base/")
      .context
    #expect(context.url == "https://h/base/v1/%7Bb%7D/x2?q=1")
  }

  @Test(
    "A user and a password in an address are not shown",
    arguments: [
      ("https://u:p@h/a", "https://h/a/x@y"), ("https://h/a@b", "https://h/a@b/x@y"),
      ("https://u@v@h", "https://h/x@y"),
    ])
  func userInfo(server: String, shown: String) {
    let assembly = CallAssembly(
      call: Call("t", .get, "/x@y"), server: server)
    #expect(assembly.context.url == shown)
  }

  @Test("A place of the path that nothing fills is an error")
  func unfilled() {
    #expect(throws: APIError.self) {
      try CallAssembly(call: Call("t", .get, "/{x}"), server: "https://h")
        .request(accept: "*/*", ClientOptions())
    }
  }

  @Test(
    "A header of the client's that would end its line is an error",
    arguments: [("X-A", "b\r\nX-C: d"), ("X-A\nX-B", "c"), ("X-A", "b\0")])
  func lineEnd(name: String, value: String) {
    var options = ClientOptions()
    options.headers.add(name, value)
    #expect(throws: APIError.self) {
      try CallAssembly(call: Call("t", .get, "/"), server: "https://h")
        .request(accept: "*/*", options)
    }
  }
}
