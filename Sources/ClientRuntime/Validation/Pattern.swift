import Foundation
import Synchronization

/// Regular expressions of descriptions, compiled once each.
enum Pattern {
  private static let compiled = Mutex<[String: NSRegularExpression?]>([:])

  /// Whether the expression is found in the text; JSON Schema does not anchor it.
  ///
  /// An expression that this system cannot read is left to the server to check.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let expression = expression(pattern) else { return true }
    let range = NSRange(text.startIndex..., in: text)
    return expression.firstMatch(in: text, range: range) != nil
  }

  private static func expression(_ pattern: String) -> NSRegularExpression? {
    compiled.withLock { cache in
      if let known = cache[pattern] { return known }
      let expression = try? NSRegularExpression(pattern: pattern)
      cache[pattern] = .some(expression)
      return expression
    }
  }
}
