import Foundation

/// Writes an object as `application/x-www-form-urlencoded`.
enum FormBody {
  static let contentType = "application/x-www-form-urlencoded"

  static func text(
    _ value: any Encodable, _ fields: [String: FormField] = [:]
  ) throws -> String {
    guard case .object(let members) = try ParameterEncoder.encode(value) else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(codingPath: [], debugDescription: "a form is made of an object"))
    }
    let texts = try jsonTexts(value, fields)
    return members.flatMap { member -> [String] in
      let field = fields[member.key]
      let written = texts[member.key].map { ParameterValue.scalar($0) } ?? member.value
      return ParameterExpansion(
        name: member.key, style: field?.style ?? style(member.value),
        explode: field?.explode ?? true
      ) {
        PercentEncoding.encode($0, keeping: field?.allowsReserved == true ? .form : .none)
      }.pairs(written)
    }.joined(separator: "&")
  }

  /// The properties that go as JSON texts.
  private static func jsonTexts(
    _ value: any Encodable, _ fields: [String: FormField]
  ) throws -> [String: String] {
    let keys = fields.filter { $0.value.isJSON }.keys
    if keys.isEmpty { return [:] }
    let data = try JSONCoding.encoder.encode(value)
    guard case .object(let members) = try JSONCoding.decode(JSONValue.self, from: data) else {
      return [:]
    }
    var texts: [String: String] = [:]
    for key in keys {
      if let member = members[key], member != .null { texts[key] = try JSONCoding.text(member) }
    }
    return texts
  }

  private static func style(_ value: ParameterValue) -> ParameterStyle {
    switch value {
    case .absent, .scalar: .form
    case .object: .deepObject
    case .list(let values):
      values.contains { if case .object = $0 { true } else { false } } ? .deepObject : .form
    }
  }
}
