import Foundation
import Testing

@testable import ClientRuntime

@Suite struct WebhookTests {
  private struct Payload: Decodable, Equatable {
    var id: String
    var status: String
    var create_time: Int
  }

  private static let secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI="
  private static let time = 1_781_080_794
  private static let signature = "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4="
  private static let wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
  private static let body = Data(
    (#"{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"#
      + #""update_time":1781080794151}"#).utf8)

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var headers: [String: String?] = [:]
    var secrets = [secret]
    var later = 0.0
    /// The usual one when nothing is said.
    var tolerance: Int?
    var body = WebhookTests.body
    var refusal: WebhookError?
  }

  static let cases: [Case] = [
    Case(testDescription: "the vector"),
    Case(testDescription: "names in capitals", headers: ["webhook-id": nil, "Webhook-ID": id]),
    Case(
      testDescription: "names of the first draft",
      headers: [
        "webhook-id": nil, "svix-id": id, "webhook-timestamp": nil, "svix-timestamp": "\(time)",
        "webhook-signature": nil, "svix-signature": signature,
      ]),
    Case(testDescription: "secret without its prefix", secrets: [String(secret.dropFirst(6))]),
    Case(
      testDescription: "several signatures",
      headers: ["webhook-signature": "v1a,zzz \(wrong) \(signature)"]),
    Case(
      testDescription: "signatures on several lines",
      headers: ["webhook-signature": wrong, "Webhook-Signature": signature]),
    Case(testDescription: "several keys", secrets: ["whsec_b3RoZXI=", secret]),
    Case(testDescription: "as old as allowed", later: 300),
    Case(testDescription: "as old as allowed, nearly a second more", later: 300.9),
    Case(testDescription: "too old", later: 301, refusal: .tooOld),
    Case(testDescription: "as new as allowed", later: -300),
    Case(testDescription: "too new", later: -301, refusal: .tooNew),
    Case(testDescription: "no tolerance", tolerance: 0),
    Case(testDescription: "no tolerance, a second", later: 1, tolerance: 0, refusal: .tooOld),
    Case(
      testDescription: "another key", secrets: ["whsec_b3RoZXI="], refusal: .noMatchingSignature),
    Case(testDescription: "no key", secrets: [], refusal: .noMatchingSignature),
    Case(
      testDescription: "a changed body", body: body + Data(" ".utf8),
      refusal: .noMatchingSignature),
    Case(
      testDescription: "another id", headers: ["webhook-id": "9876543211"],
      refusal: .noMatchingSignature),
    Case(
      testDescription: "the same time in other digits",
      headers: ["webhook-timestamp": "0\(time)"], refusal: .noMatchingSignature),
    Case(
      testDescription: "a wrong signature", headers: ["webhook-signature": wrong],
      refusal: .noMatchingSignature),
    Case(
      testDescription: "another version",
      headers: ["webhook-signature": signature.replacing("v1", with: "v2")],
      refusal: .noMatchingSignature),
    Case(
      testDescription: "a signature without a version",
      headers: ["webhook-signature": String(signature.dropFirst(3))],
      refusal: .noMatchingSignature),
    Case(
      testDescription: "a signature that is cut",
      headers: ["webhook-signature": String(signature.dropLast(8))], refusal: .noMatchingSignature),
    Case(
      testDescription: "no id", headers: ["webhook-id": nil],
      refusal: .missingHeader("webhook-id")),
    Case(
      testDescription: "no time", headers: ["webhook-timestamp": nil],
      refusal: .missingHeader("webhook-timestamp")),
    Case(
      testDescription: "an empty signature", headers: ["webhook-signature": ""],
      refusal: .missingHeader("webhook-signature")),
    Case(
      testDescription: "a time in words", headers: ["webhook-timestamp": "now"],
      refusal: .malformedTimestamp),
    Case(
      testDescription: "a time with a sign", headers: ["webhook-timestamp": "+\(time)"],
      refusal: .malformedTimestamp),
    Case(
      testDescription: "a time with space around it", headers: ["webhook-timestamp": " \(time) "],
      refusal: .malformedTimestamp),
    Case(
      testDescription: "a time in microseconds", headers: ["webhook-timestamp": "\(time)000000"],
      refusal: .malformedTimestamp),
    Case(
      testDescription: "a time beyond numbers",
      headers: ["webhook-timestamp": "99999999999999999999"], refusal: .malformedTimestamp),
    Case(testDescription: "a secret that is none", secrets: ["whsec_!"], refusal: .malformedSecret),
    Case(testDescription: "an empty secret", secrets: ["whsec_"], refusal: .malformedSecret),
  ]

  private static let id = "9876543210"

  @Test("A webhook is believed when it is signed, and only then", arguments: cases)
  func verify(expected: Case) {
    var fields: [String: String] = [
      "webhook-id": Self.id, "webhook-timestamp": "\(Self.time)",
      "webhook-signature": Self.signature,
    ]
    for (name, value) in expected.headers { fields[name] = value }
    var headers = HTTPHeaders()
    for (name, value) in fields { headers.add(name, value) }
    var refusal: WebhookError?
    do throws(WebhookError) {
      var keys: [WebhookKey] = []
      for secret in expected.secrets { keys.append(try WebhookKey(secret)) }
      let date = Date(timeIntervalSince1970: Double(Self.time) + expected.later)
      var verifier = WebhookVerifier(keys: keys, now: { date })
      if let tolerance = expected.tolerance { verifier.tolerance = .seconds(tolerance) }
      let payload = try verifier.decode(Payload.self, from: expected.body, headers: headers)
      let wanted = Payload(id: "1234567890", status: "succeeded", create_time: 1_781_080_778_802)
      #expect(payload == wanted)
    } catch {
      refusal = error
    }
    #expect(refusal == expected.refusal)
  }

  @Test("A genuine webhook that is not as described says where")
  func undecodable() throws {
    struct Other: Decodable { var status: Int }
    let verifier = WebhookVerifier(
      keys: [try WebhookKey(Self.secret)],
      now: { Date(timeIntervalSince1970: Double(Self.time)) })
    let headers: HTTPHeaders = [
      "webhook-id": Self.id, "webhook-timestamp": "\(Self.time)",
      "webhook-signature": Self.signature,
    ]
    #expect(
      throws: WebhookError.undecodable(path: "status", reason: "the value is not a whole number")
    ) {
      try verifier.decode(Other.self, from: Self.body, headers: headers)
    }
  }

  @Test("A key can be given as bytes, but not as none")
  func bytes() throws {
    let key = try WebhookKey(bytes: Data("testsecrettestsecrettestsecret12".utf8))
    #expect(key.bytes == (try WebhookKey(Self.secret)).bytes)
    #expect(throws: WebhookError.malformedSecret) { try WebhookKey(bytes: Data()) }
  }

  @Test("A key does not show itself")
  func redaction() throws {
    let key = try WebhookKey(Self.secret)
    var text = "\(key) \(String(reflecting: key))"
    dump(WebhookVerifier(keys: [key]), to: &text)
    #expect(!text.contains("dGVzd") && !text.contains("testsecret") && !text.contains("- 116"))
  }

  @Test("Comparing looks at every byte")
  func comparison() {
    let left = Data([1, 2, 3])
    let results = [Data([1, 2, 3]), Data([1, 2, 4]), Data([0, 2, 3]), Data([1, 2]), Data()]
      .map { WebhookVerifier.areEqual(left, $0) }
    #expect(results == [true, false, false, false, false])
  }
}
