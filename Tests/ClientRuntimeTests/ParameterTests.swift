import Foundation
import Testing

@testable import ClientRuntime

@Suite struct ParameterTests {
  struct Color: Codable, Hashable, Sendable {
    var R = 100
    var G = 200
  }

  enum Sort: Sendable { case empty, string, list, object }

  struct Case: Sendable {
    var style: ParameterStyle
    var explode: Bool
    var empty: String
    var string: String
    var list: String
    var object: String
  }

  static let cases: [Case] = [
    Case(
      style: .form, explode: false, empty: "color=", string: "color=blue",
      list: "color=blue,black", object: "color=R,100,G,200"),
    Case(
      style: .form, explode: true, empty: "color=", string: "color=blue",
      list: "color=blue&color=black", object: "R=100&G=200"),
    Case(
      style: .spaceDelimited, explode: false, empty: "color=", string: "color=blue",
      list: "color=blue%20black", object: "color=R%20100%20G%20200"),
    Case(
      style: .pipeDelimited, explode: false, empty: "color=", string: "color=blue",
      list: "color=blue%7Cblack", object: "color=R%7C100%7CG%7C200"),
    Case(
      style: .deepObject, explode: true, empty: "color=", string: "color=blue",
      list: "color=blue&color=black", object: "color%5BR%5D=100&color%5BG%5D=200"),
  ]

  @Test("Every style of a query", arguments: cases)
  func query(expected: Case) {
    var call = Call("test", .get, "/")
    call.query("color", "", style: expected.style, explode: expected.explode)
    call.query("color", "blue", style: expected.style, explode: expected.explode)
    call.query("color", ["blue", "black"], style: expected.style, explode: expected.explode)
    call.query("color", Color(), style: expected.style, explode: expected.explode)
    call.query("color", [String](), style: expected.style, explode: expected.explode)
    call.query("color", String?.none, style: expected.style, explode: expected.explode)
    #expect(
      call.queryPairs.joined(separator: "&")
        == [expected.empty, expected.string, expected.list, expected.object]
        .joined(separator: "&"))
  }

  @Test(
    "Every style of a path",
    arguments: [
      (.simple, false, ["blue", "blue,black", "R,100,G,200"]),
      (.simple, true, ["blue", "blue,black", "R=100,G=200"]),
      (.label, false, [".blue", ".blue,black", ".R,100,G,200"]),
      (.label, true, [".blue", ".blue.black", ".R=100.G=200"]),
      (.matrix, false, [";c=blue", ";c=blue,black", ";c=R,100,G,200"]),
      (.matrix, true, [";c=blue", ";c=blue;c=black", ";R=100;G=200"]),
    ] as [(ParameterStyle, Bool, [String])])
  func path(style: ParameterStyle, explode: Bool, expected: [String]) {
    var texts: [String?] = []
    for set in [
      { (call: inout Call) in call.path("c", "blue", style: style, explode: explode) },
      { $0.path("c", ["blue", "black"], style: style, explode: explode) },
      { $0.path("c", Color(), style: style, explode: explode) },
    ] {
      var call = Call("test", .get, "/{c}")
      _ = set(&call)
      texts.append(call.pathValues["c"])
    }
    #expect(texts == expected)
  }

  @Test(
    "Nothing in a path can climb or split it",
    arguments: [
      ("a/b", "a%2Fb"), ("..", "%2E%2E"), (".", "%2E"), ("a+b c", "a%2Bb%20c"),
      ("?x=1#y", "%3Fx%3D1%23y"), ("é😀", "%C3%A9%F0%9F%98%80"), ("a..b", "a..b"), ("%2F", "%252F"),
      ("{id}", "%7Bid%7D"),
    ])
  func escaping(text: String, expected: String) {
    var call = Call("test", .get, "/{id}")
    call.path("id", text)
    #expect(call.pathValues["id"] == expected)
  }

  @Test(
    "Reserved characters stay where the description allows them",
    arguments: [
      ("a/b?c,d", "q=a/b?c,d"), ("a#b", "q=a%23b"), ("50%", "q=50%25"), ("%20", "q=%20"),
      ("é", "q=%C3%A9"),
    ])
  func reserved(text: String, expected: String) {
    var call = Call("test", .get, "/")
    call.query("q", text, allowReserved: true)
    #expect(call.queryPairs == [expected])
  }

  @Test("In a path, reserved characters stay but for those that split it")
  func reservedPath() {
    var call = Call("test", .get, "/{id}")
    call.path("id", "a:b@c,d/e?f#g[h]%20", allowReserved: true)
    #expect(call.pathValues["id"] == "a:b@c,d%2Fe%3Ff%23g%5Bh%5D%20")
  }

  @Test(
    "What is empty in a path",
    arguments: [
      (.matrix, [""], ";id="), (.label, [""], "%2E"), (.label, [], nil), (.matrix, [], nil),
    ] as [(ParameterStyle, [String], String?)])
  func emptyPath(style: ParameterStyle, values: [String], expected: String?) {
    var call = Call("test", .get, "/{id}")
    call.path("id", values, style: style)
    #expect(call.pathValues["id"] == expected && (call.problem == nil) == (expected != nil))
    var other = Call("test", .get, "/{id}")
    other.path("id", "", style: .matrix)
    #expect(other.pathValues["id"] == ";id")
  }

  @Test(
    "Headers are read as what they are",
    arguments: [("a,1, b ,2", ["a": "1", "b": "2"]), ("a=1=2, b=3", ["a": "1=2", "b": "3"])])
  func headerObject(text: String, expected: [String: String]) throws {
    let headers: HTTPHeaders = ["X-A": text]
    #expect(try headers[ResponseHeader<[String: String]>("x-a")] == expected)
  }

  @Test("Numbers, dates, enumerations, nested objects, JSON")
  func values() throws {
    var call = Call("test", .get, "/")
    call.query("a", 1.0)
    call.query("b", -2.5)
    call.query("c", true)
    call.query("d", Date(timeIntervalSince1970: 0))
    call.query("e", [Sample.VideoRequest.Model.klingV3, "new"])
    call.query("f", CalendarDate(year: 2026, month: 3, day: 1))
    call.query("g", ["x": ["y": [1, 2]]], style: .deepObject)
    call.query("h", json: Sample.Filter(size: 3, names: ["a b"]))
    call.query("i", JSONValue.object(["k": [true]]), style: .deepObject)
    call.query("j", UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"))
    call.query("k", URL(string: "https://a/"))
    call.query("l", Nullable<String>.null)
    call.query("m", Decimal(string: "0.10"))
    call.query("n", JSONValue.object(["a": nil, "b": 1]), explode: false)
    call.query("o", JSONValue.object(["d": ["z": 1, "y": 2], "c": 1, "e": 3]), style: .deepObject)
    call.query("p", ["r": 1, "q": 2, "t": 3, "s": 4])
    #expect(
      call.queryPairs == [
        "a=1", "b=-2.5", "c=true", "d=1970-01-01T00%3A00%3A00Z", "e=kling-v3", "e=new",
        "f=2026-03-01", "g%5Bx%5D%5By%5D=1", "g%5Bx%5D%5By%5D=2",
        "h=%7B%22names%22%3A%5B%22a%20b%22%5D%2C%22size%22%3A3%7D", "i%5Bk%5D=true",
        "j=6ba7b810-9dad-11d1-80b4-00c04fd430c8", "k=https%3A%2F%2Fa%2F", "m=0.1",
        "n=b,1", "o%5Bc%5D=1", "o%5Bd%5D%5By%5D=2", "o%5Bd%5D%5Bz%5D=1", "o%5Be%5D=3", "q=2", "r=1",
        "s=4", "t=3",
      ])
    #expect(call.problem == nil)
  }

  @Test("What cannot be sent is reported, not sent")
  func problems() {
    let calls: [(inout Call) -> Void] = [
      { $0.path("id", "") }, { $0.header("X", "a\r\nB: c") }, { $0.query("q", Double.nan) },
      { $0.query("q", Date.distantFuture.addingTimeInterval(1e12)) },
    ]
    let problems = calls.map { change -> String? in
      var call = Call("test", .get, "/{id}")
      change(&call)
      return call.problem
    }
    #expect(problems.allSatisfy { $0 != nil }, "\(problems)")
  }

  @Test("Headers and cookies")
  func headersAndCookies() {
    var call = Call("test", .get, "/")
    call.header("X-List", ["a", "b"])
    call.header("X-Object", Color(), explode: true)
    call.header("X-None", Int?.none)
    call.header("X-Tab", "a\tb é")
    call.header("X-JSON", json: ["a": 1])
    call.cookie("session", "a b;c")
    call.cookie("ids", [1, 2], explode: false)
    call.cookie("plain", "a b,c;d\"=", style: .cookie)
    #expect(
      call.headers.fields.map(\.description) == [
        "X-List: a,b", "X-Object: R=100,G=200", "X-Tab: a\tb é", #"X-JSON: {"a":1}"#,
      ])
    #expect(
      call.cookies == ["session=a%20b%3Bc", "ids=1,2", "plain=a%20b%2Cc%3Bd%22="])
  }
}
