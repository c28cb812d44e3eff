import Foundation

/// Writes an object as `application/x-www-form-urlencoded`.
enum FormBody {
  static let contentType = "application/x-www-form-urlencoded"

  static func text(_ value: any Encodable) throws -> String {
    guard case .object(let members) = try ParameterEncoder.encode(value) else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(codingPath: [], debugDescription: "a form is made of an object"))
    }
    return members.flatMap { member in
      ParameterExpansion(name: member.key, style: style(member.value), explode: true) {
        PercentEncoding.encode($0)
      }.pairs(member.value)
    }.joined(separator: "&")
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
