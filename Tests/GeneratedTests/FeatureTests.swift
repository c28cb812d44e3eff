import ClientRuntime
import FeaturesClient
import Foundation
import Testing

/// Corners of descriptions, called as a person would call them: what goes out, what comes back.
@Suite struct FeatureTests {
  typealias Limited = Features.Limited

  @Test(arguments: [
    (Limited(words: ["ok", "wrong"]), ["words[1] must have at most 4 characters, has 5"]),
    (Limited(codes: .value(["abcd"])), ["codes[0] must have at most 3 characters, has 4"]),
    (
      Limited(grid: [[1, nil, 10], [2]]),
      ["grid[0] must have at most 2 items, has 3", "grid[0][2] must be at most 9, but is 10"]
    ),
    (
      Limited(byKey: ["a": 5, "b": 6]), ["byKey.b must be a multiple of 5, but is 6"]
    ),
    (Limited(both: "x"), ["both must have at least 2 characters, has 1"]),
    (Limited(both: "xxxx"), ["both must have at most 3 characters, has 4"]),
    (Limited(far: 1e300), []),
    (Limited(additionalProperties: ["k": "abc"]), ["k must have at most 2 characters, has 3"]),
  ])
  func limitsReachIntoListsAndMaps(value: Limited, broken: [String]) {
    var constraints = Constraints()
    value.check(&constraints)
    #expect(constraints.violations.map(\.description) == broken)
  }

  /// What is read is written again to the letter, and the limits of its kind are checked.
  @Test(arguments: [
    (#"{"moment":"2026-01-02T03:04:05Z"}"#, []), (#"{"bytes":"aGk="}"#, []),
    (#"{"site":"http://a.b/c"}"#, []), (#"{"amount":0.1}"#, []), (#"{"amount":"a"}"#, []),
    (#"{"list":["2026-01-02T03:04:05Z","x"]}"#, []),
    (#"{"code":"abcd"}"#, ["code must have at most 3 characters, has 4"]),
    (#"{"code":4}"#, ["code must be at least 5, but is 4"]), (#"{"code":5}"#, []),
    (
      #"{"code":["a","bb","cc"]}"#,
      ["code must have at most 2 items, has 3", "code[0] must have at least 2 characters, has 1"]
    ),
    (#"{"words":"abcd"}"#, ["words must have at most 3 characters, has 4"]),
    (#"{"words":1}"#, ["words must be at least 2, but is 1"]), (#"{"words":null}"#, []),
    (#"{"known":"abcd"}"#, ["known must have at most 3 characters, has 4"]),
    (#"{"link":"http://abc.defg/h"}"#, ["link must have at most 12 characters, has 17"]),
    (#"{"short":"a"}"#, ["short must have at least 2 characters, has 1"]),
    (#"{"else":"abcd"}"#, ["else must have at most 3 characters, has 4"]), (#"{"else":true}"#, []),
  ])
  func choicesOfPlainValues(json: String, broken: [String]) throws {
    let value = try JSONDecoder.api.decode(Features.PlainChoices.self, from: Data(json.utf8))
    #expect(String(decoding: try JSONEncoder.api.encode(value), as: UTF8.self) == json)
    var constraints = Constraints()
    value.check(&constraints)
    #expect(constraints.violations.map(\.description) == broken)
  }

  /// Doubles are as far apart as these are from their limits.
  @Test(arguments: [
    (Features.Keyed(far: 9_007_199_254_740_994), []), (Features.Keyed(far: .max), []),
    (
      Features.Keyed(far: 9_007_199_254_740_993),
      ["far must be more than 9007199254740993, but is 9007199254740993"]
    ),
    (Features.Keyed(wide: .max - 3), []),
    (
      Features.Keyed(wide: .max),
      ["wide must be less than 18446744073709551615, but is 18446744073709551615"]
    ),
    (
      Features.Keyed(wide: .max - 1), ["wide must be a multiple of 3, but is 18446744073709551614"]
    ),
    (Features.Keyed(pair: .init(second: 10)), ["pair[1] must be at most 9, but is 10"]),
  ])
  func largeNumbersAreComparedExactly(value: Features.Keyed, broken: [String]) {
    var constraints = Constraints()
    value.check(&constraints)
    #expect(constraints.violations.map(\.description) == broken)
  }

  @Test func partsOfAPropertyAreMerged() throws {
    let merged = Features.Merged(meta: .init(b: 1, a: "x"), note: "abcd")
    var constraints = Constraints()
    merged.check(&constraints)
    #expect(constraints.violations.map(\.path) == ["note"])
    let json = #"{"id":"1","kind":"circle","radius":2}"#
    let held = try JSONDecoder.api.decode(Features.Held.self, from: Data(json.utf8))
    guard case .circle(let circle) = held else { return #expect(Bool(false), "\(held)") }
    #expect(circle.id == "1" && circle.radius == 2)
  }

  @Test(arguments: [
    #"{"labels":{"x-a":"b"}}"#, #"{"pair":["a",1]}"#, #"{"total":9007199254740993}"#,
    #"{"large":18446744073709551615}"#, #"{"id":"0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"}"#,
    #"{"ids":["0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"]}"#, #"{"either":4}"#,
    #"{"either":"0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"}"#, #"{"unclear":{"v":"a"}}"#,
    #"{"nested":{"type":"b","y":"1"}}"#, #"{"nested":{"type":"c","z":"1"}}"#,
    #"{"pair":["a"]}"#, #"{"pair":[]}"#, #"{"point":[0.5,1]}"#,
    #"{"track":[[0.5,1,"a"],[1,2,"b",[3,4]]]}"#, #"{"rule":["=",null,"x"]}"#,
    #"{"rule":["?",{"at":"2026-01-02T03:04:05Z"},[1,2,"b"]]}"#,
    #"{"mixed":["0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f",1,true,{"a":[]}]}"#,
    #"{"open":["a",1,null,{}]}"#,
    #"{"owners":{"a":"0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"}}"#,
    #"{"groups":{"a":["0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f",null]}}"#,
    #"{"vended":{"active":true,"credential":{"method":"client","value":"a","extra":"b"}}}"#,
    #"{"vended":{"active":true,"credential":{"method":"oauth","value":"a"}}}"#,
    #"{"vended":{"active":false,"error":"a"}}"#, #"{"settled":{"done":false}}"#,
    #"{"unclear":{"v":1}}"#, #"{"unclear":{"v":true}}"#, #"{"unclear":{"w":false}}"#,
    #"{"anything":"2024-02-29"}"#, #"{"anything":"x"}"#, #"{"anything":null}"#,
    #"{"anything":{"mark":1}}"#, #"{"anything":{"mark":"x"}}"#, #"{"anything":{"other":1}}"#,
    #"{"anything":[1,{}]}"#, #"{"figure":10000000000}"#, #"{"figure":1.5}"#, #"{"figure":7}"#,
    #"{"address":"https://a.b/c"}"#, #"{"address":"two\nlines"}"#, #"{"address":"日本"}"#,
    #"{"bytes":"aGk="}"#, #"{"bytes":"word"}"#, #"{"bytes":"wordsxx"}"#,
    #"{"extra":{"a":"x"}}"#, #"{"extra":{"b":1}}"#, #"{"extra":{"a":"x","b":1}}"#,
    #"{"extra":{"b":true}}"#,
    #"{"inner":["x"]}"#, #"{"inner":{"own":"x"}}"#, #"{"inner":{}}"#, #"{"inner":{"own":1}}"#,
    #"{"mark":null}"#, #"{"mark":"a"}"#, #"{"encoded":["aGk=","not base64"]}"#,
  ])
  func nothingIsLost(json: String) throws {
    let value = try JSONDecoder.api.decode(Features.Keyed.self, from: Data(json.utf8))
    #expect(try JSONValue(encoding: value) == JSONValue(parsing: Data(json.utf8)))
  }

  @Test func parametersAreCheckedItemByItem() async {
    let transport = StubTransport(Data())
    let client = Features.Client(transport: transport)
    await #expect {
      try await client.sendLimited(.init(), ids: [1, 0], codes: ["A", "b"])
    } throws: { error in
      let text = "\(error)"
      return text.contains("ids[1] must be at least 1") && text.contains("codes[1] must match")
    }
    #expect(transport.requests.isEmpty)
  }

  /// An operation with servers of its own goes to one of them, whatever the client's server.
  @Test(
    arguments: [
      (nil, "https://a.features.example/stars"),
      (.zoneFeaturesExample(zone: "b"), "https://b.features.example/stars"),
      (.spareExample, "https://spare.example/stars"),
      (Features.Server(url: "http://127.0.0.1:8080/v1/"), "http://127.0.0.1:8080/v1/stars"),
    ] as [(Features.Server?, String)])
  func operationsHaveServers(server: Features.Server?, address: String) async throws {
    let transport = StubTransport(Data("[]".utf8))
    let client = Features.Client(server: .main(region: .usEast), transport: transport)
    if let server {
      _ = try await client.getStars(server: server)
    } else {
      _ = try await client.getStars()
    }
    #expect(transport.requests.map(\.url) == [address])
  }

  @Test func headersOfAnswersAreTyped() async throws {
    let transport = StubTransport(
      Data(#""fine""#.utf8),
      headers: [
        "x-total": "12", "X-Tags": "a, b", "X-Until": "2026-01-02T03:04:05Z",
        "X-Sizes": "R=100,G=200", "X-Filter": #"{"R": 7}"#, "X-Level": "new",
      ])
    let client = Features.Client(transport: transport)
    let (value, response) = try await client.withResponse { client throws(APIError) in
      try await client.getHeaders()
    }
    let headers = response.headers
    #expect(value == "fine")
    #expect(try headers[Features.Headers.xTotal] == 12)
    #expect(try headers[Features.Headers.xTags] == ["a", "b"])
    #expect(try headers[Features.Headers.xUntil] == Date(timeIntervalSince1970: 1_767_323_045))
    #expect(try headers[Features.Headers.xSizes] == .init(r: 100, g: 200))
    #expect(try headers[Features.Headers.xFilter] == .init(r: 7))
    #expect(try headers[Features.Headers.xLevel] == "new")
    #expect(try headers[ResponseHeader<Int>("X-Absent")] == nil)
    #expect(throws: UnreadableHeader(name: "X-Tags", type: "Int")) {
      try headers[ResponseHeader<Int>("X-Tags")]
    }
  }

  /// Where views are, what a closure captures belongs to the main actor.
  @MainActor @Test func callsAreMadeFromTheMainActor() async throws {
    let transport = StubTransport(Data(#""fine""#.utf8))
    var shown: [String] = []
    _ = try await Features.Client(transport: transport).withResponse { client throws(APIError) in
      shown.append(try await client.getHeaders())
    }
    #expect(shown == ["fine"])
  }

  @Test func partsCarryHeaders() async throws {
    let transport = StubTransport(Data(), status: 204)
    try await Features.Client(transport: transport).sendParts(
      .init(
        photo: FileContent(Data("png".utf8), filename: "a\"b.png", contentType: "image/png"),
        sizes: .init(r: 1)),
      photoXChecksum: "abc\r\nX-Evil: 1", sizesXLimits: .init(g: 2))
    let text = try #require(transport.requests.first).bodyText
    #expect(text.contains("filename=\"a%22b.png\""))
    #expect(text.contains("X-Checksum: abcX-Evil: 1\r\nX-Kind: photo\r\n\r\npng"))
    #expect(text.contains("X-Limits: {\"G\":2}\r\n\r\n{\"R\":1}"))
  }

  @Test func filesGoAsFilesWhateverDescribesThem() async throws {
    let transport = StubTransport(Data(), status: 204)
    let file = FileContent(Data("one".utf8), filename: "ö \"1\"")
    try await Features.Client(transport: transport).sendFiles(
      .init(
        image: .fileList([file, file]), mask: file, raw: file,
        box: .init(label: "a b", size: .init(r: 1)), sizes: .init(g: 2),
        additionalProperties: ["else": FileContent(Data("two".utf8), filename: "2.txt")]))
    let text = try #require(transport.requests.first).bodyText
    let lines = text.split(separator: "\r\n").filter { !$0.hasPrefix("--") }
    let name = "filename=\"ö %221%22\""
    let disposition = "Content-Disposition: form-data; name="
    #expect(
      lines == [
        "\(disposition)\"image\"; \(name)", "Content-Type: application/octet-stream", "one",
        "\(disposition)\"image\"; \(name)", "Content-Type: application/octet-stream", "one",
        "\(disposition)\"mask\"; \(name)", "Content-Type: image/png", "one",
        "\(disposition)\"raw\"; \(name)", "Content-Type: application/octet-stream", "one",
        "\(disposition)\"box\"", "Content-Type: application/x-www-form-urlencoded",
        "label=a%20b&size%5BR%5D=1",
        "\(disposition)\"sizes\"", "Content-Type: application/json", #"{"G":2}"#,
        "\(disposition)\"else\"; filename=\"2.txt\"", "Content-Type: text/plain", "two",
      ])
  }

  @Test func eachTypeOfAnAnswerIsAskedForAlone() async throws {
    let names = StubTransport(Data(#"["a"]"#.utf8))
    #expect(try await Features.Client(transport: names).getStars() == ["a"])
    let stars = StubTransport(Data(#"[{"R":1}]"#.utf8))
    #expect(
      try await Features.Client(transport: stars).getStarsVndStarJSON() == [.init(r: 1)])
    #expect(
      [names, stars].map { $0.requests.first?.headers["Accept"] }
        == ["application/json", "application/vnd.star+json"])
  }

  @Test func answersComeAsForms() async throws {
    let transport = StubTransport(Data("label=a%20b&size%5BR%5D=1".utf8))
    let box = try await Features.Client(transport: transport).getToken()
    #expect(box == .init(label: "a b", size: .init(r: 1)))
    #expect(
      transport.requests.first?.headers["Accept"] == "application/x-www-form-urlencoded")
  }

  @Test func oneOfSeveralAnswersComesAsItArrives() async throws {
    let file = StubTransport(Data("zip".utf8))
    guard case .ok(let body) = try await Features.Client(transport: file).getExport() else {
      Issue.record("200 is the file")
      return
    }
    #expect(try await body.data(limit: 3) == Data("zip".utf8))
    let later = StubTransport(Data(#"{"R":1}"#.utf8), status: 202)
    guard case .accepted(let sizes) = try await Features.Client(transport: later).getExport()
    else {
      Issue.record("202 is JSON")
      return
    }
    #expect(sizes == .init(r: 1))
  }

  @Test func reservedCharactersStayWhereTheyMay() async throws {
    let transport = StubTransport(Data(), status: 204)
    try await Features.Client(server: .main(region: "ap", path: "v2"), transport: transport)
      .sendForm(
        .init(url: "https://x.y/?a=b&c+d", list: ["a b", "c"]), place: "a:b@c/d?e;f",
        session: "s=1/2;3", filters: ["x", "y"], plain: "s=1/2", q: .init(r: 1, g: 2))
    let request = try #require(transport.requests.first)
    #expect(
      request.line
        == "POST https://ap.features.example:8443/v2/forms/a:b@c%2Fd%3Fe;f?R=1&G=2")
    #expect(
      request.headers["Cookie"] == "session=s=1/2%3B3; filters=x; filters=y; plain=s%3D1%2F2")
    #expect(request.bodyText == "url=https://x.y/?a%3Db%26c%2Bd&list=a%20b%7Cc")
  }

  @Test func deliveriesComeAsForms() throws {
    let form =
      "From=%2B49+1%26&Count=3&Live=true&At=2026-01-02T03%3A04%3A05Z&Tags=a&Tags=b&Sizes[R]=4"
    let payload = try Features.Deliveries.called.decode(Data(form.utf8))
    #expect(payload.from == "+49 1&" && payload.count == 3 && payload.live == true)
    #expect(payload.tags == ["a", "b"] && payload.sizes == .init(r: 4))
    #expect(payload.at == Date(timeIntervalSince1970: 1_767_323_045))
    #expect(throws: WebhookError.self) {
      try Features.Deliveries.called.decode(Data("From=x&Count=many".utf8))
    }
  }

  @Test func unknownTagsFallBackWhereTheDescriptionSays() throws {
    let json = #"[{"kind":"circle","radius":2},{"kind":"hexagon","name":"h"},{"name":"untagged"}]"#
    let shapes = try JSONDecoder.api.decode([Features.Shape].self, from: Data(json.utf8))
    let fallen = shapes.map { shape -> String? in
      if case .any(let any) = shape { any.name } else { nil }
    }
    #expect(fallen == [nil, "h", "untagged"])
  }

  /// What the server may not send is still read; what a client may not send is not written.
  @Test func nullForWhatMayNotBeNullIsReadAsAbsent() throws {
    let sizes = try JSONDecoder.api.decode(Features.Sizes.self, from: Data(#"{"R":null}"#.utf8))
    #expect(sizes == .init())
    #expect(String(decoding: try JSONEncoder.api.encode(sizes), as: UTF8.self) == "{}")
  }

  @Test func dynamicReferencesLeadToTheirAnchor() throws {
    let deep = Features.Deep(parts: [.init(parts: [.init()])])
    #expect(
      String(decoding: try JSONEncoder.api.encode(deep), as: UTF8.self)
        == #"{"parts":[{"parts":[{}]}]}"#)
    let page = Features.Page(items: [.init(id: "a")])
    #expect(
      String(decoding: try JSONEncoder.api.encode(page), as: UTF8.self)
        == #"{"items":[{"id":"a"}]}"#)
  }
}
