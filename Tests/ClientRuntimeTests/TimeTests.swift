import ClientRuntime
import Foundation
import Testing

@Suite struct TimeTests {
  @Test(
    "A moment is read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-03-01T12:30:00Z", 1_772_368_200),
      ("2026-03-01T12:30:00.5Z", 1_772_368_200.5), ("2026-03-01t12:30:00,25z", 1_772_368_200.25),
      ("2026-03-01T13:30:00+01:00", 1_772_368_200), ("2026-03-01T07:00:00-0530", 1_772_368_200),
      ("2026-03-01 14:30:00+02", 1_772_368_200), ("2026-03-01T12:30:00-00:00", 1_772_368_200),
      ("2026-03-01T12:30:00.12345678901234Z", 1_772_368_200.123456789),
      ("2026-03-01 12:30:00", 1_772_368_200), ("1969-12-31T23:59:59Z", -1),
      ("2000-02-29T00:00:00Z", 951_782_400), ("2016-12-31T23:59:60Z", 1_483_228_800),
      ("2026-03-01T12:30:00.123456789Z", 1_772_368_200.123456789),
    ])
  func read(text: String, seconds: Double) {
    #expect(Timestamp.date(from: text)?.timeIntervalSince1970 == seconds)
  }

  @Test(
    "What is no moment is refused",
    arguments: [
      "", "2026-03-01", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-03-01T24:00:00Z",
      "2026-03-01T00:60:00Z", "2026-03-01T00:00:00.Z", "2026-03-01T00:00:00+", "20260301T000000Z",
      "2026-03-01T00:00:00Zx", "1900-02-29T00:00:00Z", "2026-03-01T00:00:00+25:00",
      "2026-03-01T00:00:00+02:", "2026-03-01T00:00:00+2", "2026-03-01T00:00:61Z",
    ])
  func refused(text: String) {
    #expect(Timestamp.date(from: text) == nil)
  }

  @Test(
    "A moment is written as short as it can be",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (-0.5, "1969-12-31T23:59:59.500Z"), (1_772_368_200.123, "2026-03-01T12:30:00.123Z"),
      (1_772_368_200.000001, "2026-03-01T12:30:00.000001Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"), (253_402_300_800, nil), (.infinity, nil),
    ] as [(Double, String?)])
  func write(seconds: Double, text: String?) {
    #expect(Timestamp.text(from: Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test("Every day of four centuries is read and written alike")
  func everyDay() {
    var wrong: [Double] = []
    for day in stride(from: -62_135.0, to: 90_000, by: 1) {
      let date = Date(timeIntervalSince1970: day * 86_400)
      if Timestamp.text(from: date).flatMap(Timestamp.date(from:)) != date { wrong.append(day) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "A date without a time is read and written",
    arguments: [
      ("2026-03-01", true), ("0001-01-01", true), ("2024-02-29", true), ("2023-02-29", false),
      ("2026-3-1", false), ("2026-03-01T00:00:00Z", false), ("", false),
    ])
  func calendarDate(text: String, isValid: Bool) throws {
    let json = Data("[\"\(text)\"]".utf8)
    let dates = try? JSONDecoder.api.decode([CalendarDate].self, from: json)
    #expect((dates != nil) == isValid)
    if let dates { #expect(try JSONEncoder.api.encode(dates) == json) }
  }
}
