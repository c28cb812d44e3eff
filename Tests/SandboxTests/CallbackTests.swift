import ClientRuntime
import Foundation
import Loopback
import Sandbox
import Testing

/// Callbacks tell of each change once, signed where a secret is given.
struct CallbackTests {
  @Test func areSentAndSigned() async throws {
    let secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI="
    let (deliveries, continuation) = AsyncStream.makeStream(of: ReceivedRequest.self)
    let receiver = try LoopbackServer { request, connection in
      connection.respond(200, "ok")
      continuation.yield(request)
    }
    let sandbox = try makeSandbox { options in
      options.pace = .time(queued: .milliseconds(5), running: .milliseconds(5))
      options.webhookSecret = secret
    }
    var body = VendorTests.kling
    body["callback_url"] = .string(receiver.url + "/hook")
    let created = try await Caller(sandbox: sandbox)
      .vendor(.kling, .post, "/v1/videos/omni-video", body).json
    let verifier = try WebhookVerifier(secret: secret)
    var words: [String?] = []
    for await delivery in deliveries {
      var headers = HTTPHeaders()
      for (name, value) in delivery.headers { headers[name] = value }
      try verifier.verify(delivery.body, headers: headers)
      let json = try JSONValue(parsing: delivery.body)
      #expect(json["task_id"] == created.at(["data", "task_id"]))
      words.append(json["task_status"]?.stringValue)
      if words.last == "succeed" { break }
    }
    #expect(words.suffix(1) == ["succeed"] && words.count <= 2)
  }
}
