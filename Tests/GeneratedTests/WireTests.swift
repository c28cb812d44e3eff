import ClientRuntime
import FeaturesClient
import Foundation
import Testing

/// What generated clients are apt to get wrong on the wire, each on generated code.
@Suite struct WireTests {
  typealias States = Features.States

  /// Everything comes out as it came in: null and absence, what nobody knew, large numbers, names
  /// that Swift has too.
  @Test(arguments: [
    #"{"must":null}"#, #"{"may":null,"must":"x"}"#, #"{"may":"y","must":null}"#,
    #"{"must":null,"order":"asc"}"#, #"{"must":null,"order":"ASC"}"#,
    #"{"must":null,"order":"sideways"}"#, #"{"must":null,"yes":true}"#,
    #"{"must":null,"yes":false}"#, #"{"mixed":1,"must":null}"#, #"{"mixed":"one","must":null}"#,
    #"{"mixed":true,"must":null}"#, #"{"must":null,"pet":{"lives":9,"petType":"Cat"}}"#,
    #"{"must":null,"pet":{"petType":"hound","tricks":1}}"#,
    #"{"must":null,"pet":{"fins":2,"petType":"Shark"}}"#, #"{"must":null,"owner":"me"}"#,
    #"{"must":null,"owner":{"label":"b","size":{"G":1}}}"#, #"{"must":null,"owner":[1]}"#,
    #"{"container":"a","encoder":"c","must":null,"self":"b"}"#,
    #"{"anything":[1,{"a":null}],"must":null,"nothing":0}"#,
    #"{"free":{"big":9223372036854775807,"far":18446744073709551615,"small":0.1},"must":null}"#,
    #"{"day":"2026-02-28","must":null}"#,
  ])
  func statesSurvive(json: String) throws {
    let value = try JSONDecoder.api.decode(States.self, from: Data(json.utf8))
    let encoder = JSONEncoder.api
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == json)
  }

  @Test func fractionsOfSecondsAreRead() throws {
    let json = #"{"must":null,"at":"2026-01-02T03:04:05.123456789Z"}"#
    let value = try JSONDecoder.api.decode(States.self, from: Data(json.utf8))
    let seconds = try #require(value.at).timeIntervalSince1970
    #expect(abs(seconds - 1_767_323_045.123_456_789) < 0.000_001)
  }

  @Test func valuesOfEachSpellingHaveNames() {
    #expect(
      States.Order.allKnown.map(\.rawValue) == ["asc", "ASC", "gmt+0", "gmt-0", "+1", "-1"])
    #expect(States.Order.gmtPlus0 != .gmt0 && States.Order.plus1 != .minus1)
  }

  /// The tag is the constant of the variant, else the schema's name; what has no such property
  /// gets it when written.
  @Test(arguments: [
    (Features.Pet.dog(.init()), #"{"petType":"hound"}"#),
    (.cat(.init(petType: "Cat")), #"{"petType":"Cat"}"#),
    (.bird(.init()), #"{"petType":"Bird"}"#), (.fish2(.init()), #"{"petType":"Fish2"}"#),
  ])
  func tagsAreWrittenBack(pet: Features.Pet, json: String) throws {
    let read = try JSONDecoder.api.decode(Features.Pet.self, from: Data(json.utf8))
    for value in [pet, read] {
      #expect(String(decoding: try JSONEncoder.api.encode(value), as: UTF8.self) == json)
    }
  }

  @Test func choicesOfChoicesAreToldApart() throws {
    let json = #"[{"kind":"circle"},{"kind":"star","points":5},{"kind":"oval"},{"kind":"?"}]"#
    let figures = try JSONDecoder.api.decode([Features.Figure].self, from: Data(json.utf8))
    let expected: [Features.Figure] = [
      .round(.circle(.init())), .angular(.star(.init(kind: "star", points: 5))),
      .round(.oval(.init(kind: "oval"))), .other(["kind": "?"]),
    ]
    #expect(figures == expected)
    let encoder = JSONEncoder.api
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(figures), as: UTF8.self) == json)
  }

  @Test func parametersKeepTheirShape() async throws {
    let transport = StubTransport(Data(#"{"must":null}"#.utf8))
    let client = Features.Client(transport: transport)
    let box = Features.Box(label: "a+b & c", size: .init(r: 1, g: 2))
    _ = try await client.sendState(
      box, name: "../a+b/c", day: .init(year: 2026, month: 2, day: 28), filter: box,
      piped: ["a b", "c"],
      spaced: ["d", "e"])
    let request = try #require(transport.requests.first)
    let address = "POST https://eu.features.example:8443/v1/states/..%2Fa%2Bb%2Fc"
    let query =
      "?day=2026-02-28&filter%5Blabel%5D=a%2Bb%20%26%20c&filter%5Bsize%5D%5BR%5D=1"
      + "&filter%5Bsize%5D%5BG%5D=2&piped=a%20b%7Cc&spaced=d%20e"
    #expect(request.line == address + query)
    #expect(request.bodyText == "label=a%2Bb%20%26%20c&size%5BR%5D=1&size%5BG%5D=2")
  }

  @Test func errorBodiesAreTyped() async throws {
    let transport = StubTransport(Data(#"{"owner":"me"}"#.utf8), status: 409)
    do {
      _ = try await Features.Client(transport: transport).sendState(.init(), name: "a")
      Issue.record("409 is a failure")
    } catch .http(let failure) {
      #expect(failure.decoded(as: Features.SendStateFailure409.self)?.owner == "me")
    }
  }

  @Test(arguments: [(200, "1", "ok 1"), (202, #""two""#, "accepted two")])
  func answersOfEachStatusHaveTheirType(status: Int, json: String, expected: String) async throws {
    let transport = StubTransport(Data(json.utf8), status: status)
    let shown =
      switch try await Features.Client(transport: transport).ab() {
      case .ok(let number): "ok \(number + 0)"
      case .accepted(let text): "accepted \(text.lowercased())"
      }
    #expect(shown == expected)
  }

  @Test func eventsAreTyped() async throws {
    let text = "data: {\"R\":1}\n\nevent: x\ndata: {\"R\":2,\ndata: \"G\":3}\n\n"
    let transport = StubTransport(
      Data(text.utf8), headers: ["Content-Type": "text/event-stream"])
    var sizes: [Features.Sizes] = []
    for try await size in try await Features.Client(transport: transport).sendLines([.init(r: 7)]) {
      sizes.append(size)
    }
    #expect(sizes == [.init(r: 1), .init(r: 2, g: 3)])
    #expect(transport.requests.first?.bodyText == "{\"R\":7}\n")
  }

  @Test func eventsAreToldApartByName() async throws {
    let text = """
      event: text
      data: {"R":1}

      event: sizes
      data: {"R":1}

      event: box
      data: {"label":"b"}

      event: count
      data: 7

      event: new
      data: what
      retry: 5


      """
    let transport = StubTransport(
      Data(text.utf8), headers: ["Content-Type": "text/event-stream"])
    typealias Event = Features.GetEventsResponse
    var events: [Event] = []
    for try await event in try await Features.Client(transport: transport).getEvents() {
      events.append(event)
    }
    let expected: [Event] = [
      .text(.init(data: #"{"R":1}"#)), .sizes(.init(data: .init(r: 1))),
      .box(.init(data: .init(label: "b"))), .count(.init(data: 7)),
      .other(["event": "new", "data": "what", "retry": 5]),
    ]
    #expect(events == expected)
  }

  @Test func sequencesSeparateTheirRecords() async throws {
    let transport = StubTransport(Data("{\"R\":1}\n{\"G\":2}\n".utf8))
    var sizes: [Features.Sizes] = []
    let client = Features.Client(transport: transport)
    for try await size in try await client.sendSequence([.init(r: 7), .init(g: 8)]) {
      sizes.append(size)
    }
    #expect(sizes == [.init(r: 1), .init(g: 2)])
    #expect(transport.requests.first?.bodyText == "\u{1E}{\"R\":7}\n\u{1E}{\"G\":8}\n")
  }

  @Test func bodiesThatAreListsAreChecked() async {
    let transport = StubTransport(Data(), status: 204)
    await #expect {
      try await Features.Client(transport: transport).sendWords(["a", "four", "b"])
    } throws: { error in
      let text = "\(error)"
      return text.contains("body must have at most 2 items, has 3")
        && text.contains("body[1] must have at most 3 characters, has 4")
    }
    #expect(transport.requests.isEmpty)
  }
}
