import ClientRuntime
import Foundation
import Testing

/// A request body written in Swift, beside the JSON that it has to be.
struct Sample: Sendable, CustomTestStringConvertible {
  var fixture: String
  /// What the Swift value encodes as.
  var encoded: @Sendable () throws -> JSONValue
  /// What the fixture encodes as once it was decoded.
  var recoded: @Sendable () throws -> JSONValue
  /// What is wrong with the value by its own account.
  var violations: @Sendable () -> [String]

  init<Body: Codable & Sendable>(_ fixture: String, _ body: Body) {
    self.fixture = fixture
    encoded = { try JSONValue(encoding: body) }
    recoded = { try Answer<Body>.recode(Fixture.data(fixture)) }
    violations = {
      var constraints = Constraints()
      (body as? any Validated)?.check(&constraints)
      return constraints.violations.map(\.description)
    }
  }

  var testDescription: String { fixture }
}

/// Decoding as a type and encoding again.
enum Answer<Body: Codable> {
  static func recode(_ data: Data) throws -> JSONValue {
    try JSONValue(encoding: JSONDecoder.api.decode(Body.self, from: data))
  }
}
