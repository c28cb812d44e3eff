import ClientRuntime
import Foundation
import Loopback
import Sandbox
import Testing

/// What is ordered to go wrong goes wrong, as often as ordered.
struct MisbehaviourTests {
  private static let path = "/v1/videos/omni-video"

  private func create(_ sandbox: Sandbox) async throws -> Caller.Reply {
    try await Caller(sandbox: sandbox).vendor(.kling, .post, Self.path, VendorTests.kling)
  }

  @Test(
    arguments: [
      (.dropBefore, 0), (.dropAfter, 1), (.truncate, 1),
    ] as [(Misbehaviour.Kind, Int)])
  func aCreateIsCut(_ kind: Misbehaviour.Kind, _ billed: Int) async throws {
    let sandbox = try makeSandbox()
    sandbox.misbehave(Misbehaviour(kind))
    await #expect(throws: (any Error).self) { try await create(sandbox) }
    #expect(sandbox.ledger.count == billed)
    #expect(try await create(sandbox).status == 200)
  }

  @Test(arguments: [false, true])
  func aProxyAnswers(_ accepts: Bool) async throws {
    let sandbox = try makeSandbox()
    var rule = Misbehaviour(.badGateway, vendor: .kling)
    rule.accepts = accepts
    sandbox.misbehave(rule)
    let reply = try await create(sandbox)
    #expect(reply.status == 502 && reply.headers["Content-Type"] == "text/html")
    #expect(sandbox.ledger.count == (accepts ? 1 : 0))
  }

  @Test func aVendorRefuses() async throws {
    let sandbox = try makeSandbox()
    var rule = Misbehaviour(.refuse, times: 2)
    rule.code = 1302
    rule.skip = 1
    sandbox.misbehave(rule, Misbehaviour(.unauthorized, on: .query))
    var statuses: [Int] = []
    for _ in 0..<4 { statuses.append(try await create(sandbox).status) }
    #expect(statuses == [200, 429, 429, 200])
    let listed = try await Caller(sandbox: sandbox).vendor(.kling, .get, Self.path + "/unknown")
    #expect(listed.status == 401 && sandbox.misbehaviours.isEmpty)
  }

  @Test func aTaskIsStrange() async throws {
    let sandbox = try makeSandbox { $0.pace = .polls(queued: 0, running: 0) }
    let id = try await create(sandbox).json.at(["data", "task_id"])?.stringValue ?? ""
    var rule = Misbehaviour(.unknownStatus)
    rule.word = "pondering"
    sandbox.misbehave(rule, Misbehaviour(.hideTask), Misbehaviour(.withoutURL))
    var seen: [JSONValue?] = []
    for _ in 0..<4 {
      let reply = try await Caller(sandbox: sandbox).vendor(.kling, .get, "\(Self.path)/\(id)").json
      seen.append(reply.at(["data", "task_status"]) ?? reply["code"])
      seen.append(reply.at(["data", "task_result", "videos"]).map { _ in true } ?? false)
    }
    #expect(seen == [1203, false, "pondering", true, "succeed", false, "succeed", true])
  }

  @Test func aDownloadFails() async throws {
    let sandbox = try makeSandbox { $0.pace = .polls(queued: 0, running: 0) }
    let caller = Caller(sandbox: sandbox)
    let id = try await create(sandbox).json.at(["data", "task_id"])?.stringValue ?? ""
    let shown = try await caller.vendor(.kling, .get, "\(Self.path)/\(id)").json
    let url = try #require(shown.at(["data", "task_result", "videos", "url"])?.stringValue)
    sandbox.misbehave(
      Misbehaviour(.forbiddenURL), Misbehaviour(.cutDownload), Misbehaviour(.wrongLength))
    #expect(try await caller.send(.get, url).status == 403)
    for _ in 0..<2 {
      await #expect(throws: (any Error).self) { try await caller.send(.get, url) }
    }
    let whole = try await caller.send(.get, url)
    let part = try await caller.send(.get, url, headers: ["Range": "bytes=10-19"])
    #expect(part.status == 206 && part.data == whole.data[10..<20])
    #expect(part.headers["Content-Range"] == "bytes 10-19/\(whole.data.count)")
    let changed = try await caller.send(
      .get, url, headers: ["Range": "bytes=10-", "If-Range": "\"other\""])
    #expect(changed.status == 200 && changed.data == whole.data)
    let beyond = try await caller.send(.get, url, headers: ["Range": "bytes=99999999-"])
    #expect(beyond.status == 416)
    let head = try await caller.send(.head, url)
    #expect(head.data.isEmpty && head.headers["Content-Length"] == "\(whole.data.count)")
  }

  @Test func isOrderedOverTheWire() async throws {
    let sandbox = try makeSandbox()
    let caller = Caller(sandbox: sandbox)
    let control = sandbox.address + "/_sandbox/misbehave"
    let taken = try await caller.send(.post, control, ["kind": "html-502", "vendor": "kling"])
    #expect(
      taken.status == 200 && sandbox.misbehaviours == [Misbehaviour(.badGateway, vendor: .kling)])
    #expect(try await caller.send(.post, control, ["kind": "fire"]).status == 400)
    #expect(try await create(sandbox).status == 502)
    _ = try await create(sandbox)
    let ledger = try await caller.send(.get, sandbox.address + "/_sandbox/ledger").data
    #expect(try JSONDecoder.api.decode([LedgerEntry].self, from: ledger).count == 1)
  }

  @Test func theCableIsPulled() async throws {
    let sandbox = try makeSandbox()
    let caller = Caller(sandbox: sandbox)
    var rule = Misbehaviour(.delay)
    rule.seconds = 3600
    sandbox.misbehave(rule)
    let url = sandbox.baseURL(for: .kling) + Self.path
    let waiting = Task { try await caller.send(.post, url, VendorTests.kling).status }
    while sandbox.ledger.isEmpty { await Task.yield() }
    sandbox.stop()
    await #expect(throws: (any Error).self) { try await waiting.value }
    try sandbox.start()
    #expect(try await caller.vendor(.kling, .get, Self.path).json["data"]?.arrayValue?.count == 1)
  }
}
