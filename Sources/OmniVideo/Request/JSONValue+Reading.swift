import ClientRuntime
import Foundation

extension JSONValue {
  /// A whole number, or a text that is one.
  var wholeNumber: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    case .string(let text):
      Int64(text) ?? Double(text).flatMap { Int64(exactly: $0) }
    case .null, .bool, .unsigned, .decimal, .array, .object: nil
    }
  }
}

extension JSONKind {
  /// The sort of value as part of a sentence.
  var article: String {
    switch self {
    case .null: "null"
    case .boolean: "a truth value"
    case .integer, .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
