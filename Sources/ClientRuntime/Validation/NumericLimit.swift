import Foundation

/// A number that a limit names; whole numbers of 64 bits are compared exactly.
public enum NumericLimit: Hashable, Sendable, CustomStringConvertible,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral
{
  /// A whole number.
  case integer(Int64)
  /// A whole number that no `Int64` holds.
  case unsigned(UInt64)
  /// Any other number.
  case number(Double)

  /// Makes a limit from a literal.
  public init(integerLiteral value: Int64) { self = .integer(value) }

  /// Makes a limit from a literal.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// The number as a person writes it.
  public var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .unsigned(let value): "\(value)"
    case .number(let value): Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    }
  }

  var decimal: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .unsigned(let value): Decimal(value)
    case .number(let value): Decimal(string: "\(value)", locale: nil)
    }
  }

  /// The number where it is a whole one, a fraction cut off; what is too large for that is `nil`.
  private var whole: (value: Int128, isExact: Bool)? {
    switch self {
    case .integer(let value): (Int128(value), true)
    case .unsigned(let value): (Int128(value), true)
    case .number(let value):
      Int128(exactly: value.rounded(.down)).map { ($0, value == value.rounded(.down)) }
    }
  }

  private var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    }
  }

  func isLess(than other: NumericLimit) -> Bool {
    guard let left = whole, let right = other.whole, left.isExact || right.isExact else {
      return double < other.double
    }
    return left.value < right.value || left.value == right.value && left.isExact && !right.isExact
  }
}

extension Limits {
  /// The rules that a number breaks, in words.
  func broken(by number: NumericLimit) -> [String] {
    var rules: [String] = []
    if let minimum, number.isLess(than: minimum) { rules.append("must be at least \(minimum)") }
    if let maximum, maximum.isLess(than: number) { rules.append("must be at most \(maximum)") }
    if let exclusiveMinimum, !exclusiveMinimum.isLess(than: number) {
      rules.append("must be more than \(exclusiveMinimum)")
    }
    if let exclusiveMaximum, !number.isLess(than: exclusiveMaximum) {
      rules.append("must be less than \(exclusiveMaximum)")
    }
    if let multipleOf, !isMultiple(number, of: multipleOf) {
      rules.append("must be a multiple of \(multipleOf)")
    }
    return rules
  }

  /// Divides in decimal, where 0.3 is a multiple of 0.1.
  private func isMultiple(_ number: NumericLimit, of divisor: NumericLimit) -> Bool {
    guard let number = number.decimal, let divisor = divisor.decimal, divisor != 0 else {
      return true
    }
    var quotient = number / divisor
    var whole = Decimal()
    NSDecimalRound(&whole, &quotient, 0, .plain)
    return whole * divisor == number
  }
}
