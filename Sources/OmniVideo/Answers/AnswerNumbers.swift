import ClientRuntime
import Foundation

/// Numbers and times as the vendors write them.
enum AnswerNumbers {
  /// A number, also as text.
  static func number(_ value: JSONValue) -> Double? {
    let number = value.doubleValue ?? value.stringValue.flatMap { Double(trimmed($0)) }
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// `30`, `"30%"` and `0.3` are all the same part.
  ///
  /// A whole number is a percentage, so that 1 is one per cent; a fraction of 1 is a part.
  static func progress(_ value: JSONValue) -> Double? {
    var text = value.stringValue.map { trimmed($0) }
    let isPercentage = text?.hasSuffix("%") == true
    if isPercentage { text?.removeLast() }
    guard let number = text.map({ Double(trimmed($0)) }) ?? value.doubleValue, number.isFinite
    else { return nil }
    let isWhole = text.map { Int($0) != nil } ?? (value.kind == .integer)
    let part = !isPercentage && !isWhole && number <= 1 ? number : number / 100
    return min(1, max(0, part))
  }

  /// A moment in seconds or milliseconds since 1970, or as RFC 3339 text.
  static func date(_ value: JSONValue) -> Date? {
    if let number = number(value) {
      guard number > 0 else { return nil }
      return Date(timeIntervalSince1970: number > 1e11 ? number / 1000 : number)
    }
    return try? TextCoding.value(Date.self, from: TextCoding.data(value))
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
