import Foundation

/// Moments as RFC 3339 writes them, read and written without a formatter.
public enum Timestamp {
  /// Reads a moment, with or without a fraction; a missing time zone is taken as UTC.
  public static func date(from text: String) -> Date? {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), reader.skip("Tt "),
      CivilTime.isValid(year: year, month: month, day: day),
      let hour = reader.number(2), hour < 24, reader.skip(":"),
      let minute = reader.number(2), minute < 60, reader.skip(":"),
      let second = reader.number(2), second <= 60
    else { return nil }
    var nanoseconds = 0
    if reader.skip(".,") {
      guard let fraction = reader.nanoseconds() else { return nil }
      nanoseconds = fraction
    }
    guard let offset = offset(&reader), reader.isAtEnd else { return nil }
    let days = CivilTime.days(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1e9)
  }

  /// Writes a moment in UTC, to the microsecond and no longer than needed.
  ///
  /// `nil` outside the years 0 to 9999, which the format cannot express.
  public static func text(from date: Date) -> String? {
    let scaled = (date.timeIntervalSince1970 * 1e6).rounded()
    guard scaled.magnitude < 1e18 else { return nil }
    let (seconds, micros) = divide(Int(scaled), 1_000_000)
    let (days, second) = divide(seconds, 86_400)
    let day = CivilTime.date(days: days)
    guard (0...9999).contains(day.year) else { return nil }
    let calendar = CalendarDate(year: day.year, month: day.month, day: day.day)
    let hour = CivilTime.padded(second / 3600, 2)
    let minute = CivilTime.padded(second / 60 % 60, 2)
    return "\(calendar)T\(hour):\(minute):\(CivilTime.padded(second % 60, 2))"
      + fraction(micros) + "Z"
  }

  private static func fraction(_ micros: Int) -> String {
    if micros == 0 { return "" }
    if micros % 1000 == 0 { return "." + CivilTime.padded(micros / 1000, 3) }
    return "." + CivilTime.padded(micros, 6)
  }

  private static func offset(_ reader: inout DigitReader) -> Int? {
    if reader.isAtEnd || reader.skip("Zz") { return 0 }
    guard let sign = reader.take("+-"), let hours = reader.number(2), hours < 24 else { return nil }
    let hasColon = reader.skip(":")
    // Databases write whole hours alone: `+02`.
    guard let minutes = reader.isAtEnd && !hasColon ? 0 : reader.number(2), minutes < 60 else {
      return nil
    }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "+") ? 1 : -1)
  }

  /// Division that rounds down, so that moments before 1970 come out right.
  private static func divide(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
    let result = value.quotientAndRemainder(dividingBy: divisor)
    return result.remainder < 0
      ? (result.quotient - 1, result.remainder + divisor) : (result.quotient, result.remainder)
  }
}
