/// A day without a time or a time zone: `2026-03-01`.
public struct CalendarDate: Hashable, Sendable {
  /// The year, 0 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, 1 to 31.
  public var day: Int

  /// Names a day.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// The day as `2026-03-01`.
  public var description: String {
    "\(CivilTime.padded(year, 4))-\(CivilTime.padded(month, 2))-\(CivilTime.padded(day, 2))"
  }

  /// Reads `2026-03-01`; `nil` when the text is anything else or there is no such day.
  public init?(_ text: String) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), reader.isAtEnd,
      CivilTime.isValid(year: year, month: month, day: day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CalendarDate: Comparable {
  /// The earlier day comes first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: Codable {
  /// Reads `2026-03-01`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "‘\(text)’ is not a date such as 2026-03-01")
    }
    self = date
  }

  /// Writes `2026-03-01`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
