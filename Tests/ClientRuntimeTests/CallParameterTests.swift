import ClientRuntime
import Testing

/// Parameters keep the limits that follow them, wherever in a request they stand.
@Suite struct CallParameterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var broken: [String]
    var build: @Sendable (inout Call) -> Void
  }

  static let cases: [Case] = [
    Case(testDescription: "kept limits", broken: []) {
      $0.query("limit", 100).minimum(1).maximum(100)
      $0.query("rate", Float(0.1)).minimum(0.1).maximum(0.1).multipleOf(0.1)
      $0.header("X-Mode", "fast").pattern("^[a-z]+$")
    },
    Case(testDescription: "no limits", broken: []) { $0.query("limit", 101) },
    Case(testDescription: "no value", broken: []) {
      $0.query("limit", Int?.none).maximum(100)
      $0.query("filter", json: Sample.Image?.none).nested()
      $0.header("X-Filter", json: [Int]?.none).minItems(1)
      $0.cookie("filter", json: [Int]?.none).minItems(1)
    },
    Case(
      testDescription: "each place",
      broken: [
        "id must have at least 3 characters, has 1", "limit must be at most 100, but is 101",
        "X-Mode must match ^[a-z]+$", "crumbs must have at most 1 item, has 2",
      ],
      build: {
        $0.path("id", "a").minLength(3)
        $0.query("limit", 101).maximum(100)
        $0.header("X-Mode", "FAST").pattern("^[a-z]+$")
        $0.cookie("crumbs", [1, 2]).maxItems(1)
      }),
    Case(
      testDescription: "values as JSON",
      broken: [
        "id must be at least 1, but is 0", "filter must have at most 0 keys, has 1",
        "X-Tags must not hold an item twice", "crumb must have at least 2 characters, has 1",
      ],
      build: {
        $0.path("id", json: 0).minimum(1)
        $0.query("filter", json: ["a": 1]).maxProperties(0)
        $0.header("X-Tags", json: ["a", "a"]).uniqueItems()
        $0.cookie("crumb", json: "a").minLength(2)
      }),
    Case(
      testDescription: "elements and their own limits",
      broken: [
        "tags[1] must have at most 2 characters, has 3",
        "image.weight must be less than 1, but is 1",
        "images[1].level must be at least 1, but is 0",
      ],
      build: {
        $0.query("tags", ["a", "abc"]).each { $0.maxLength(2) }
        $0.query("image", json: Sample.Image(weight: 1)).nested()
        $0.limited("images", [Sample.Image(), Sample.Image(level: 0)]).nested()
      }),
    Case(testDescription: "own limits that nobody asked for", broken: []) {
      $0.query("image", json: Sample.Image(weight: 1))
    },
  ]

  @Test("What breaks a limit is not sent, and all of it is reported in order", arguments: cases)
  func limits(expected: Case) async throws {
    var call = Call("list", .get, "/{id}")
    call.path("id", "abc")
    expected.build(&call)
    let transport = StubTransport("{}")
    var broken: [String] = []
    do {
      try await HTTPClient(server: "https://h", transport: transport).send(call)
    } catch .validation(_, let error) {
      broken = error.violations.map(\.description)
    }
    #expect(broken == expected.broken)
    #expect(transport.requests.isEmpty == !broken.isEmpty)
  }

  @Test("Limits can be switched off")
  func unchecked() async throws {
    var call = Call("list", .get, "/")
    call.query("limit", 101).maximum(100)
    var client = HTTPClient(server: "https://h", transport: StubTransport("{}"))
    client.options.validates = false
    try await client.send(call)
  }
}
