import Foundation

/// Dates as HTTP headers write them: `Sun, 06 Nov 1994 08:49:37 GMT`, or one of the two older forms
/// that RFC 9110 wants to be read, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func date(from text: String) -> Date? {
    let words = text.split(separator: " ")
    if words.count == 6, words[0].hasSuffix(","), words[5] == "GMT" {
      return date(words[1], words[2], words[3], words[4])
    }
    if words.count == 5 { return date(words[2], words[1], words[4], words[3]) }
    let parts = words.count == 4 ? words[1].split(separator: "-") : []
    guard parts.count == 3, words[0].hasSuffix(","), words[3] == "GMT", parts[2].utf8.count == 2
    else { return nil }
    // Nobody wrote such dates before computers counted from 1970.
    return date(parts[0], parts[1], (parts[2] < "70" ? "20" : "19") + parts[2], words[2])
  }

  private static func date(
    _ day: Substring, _ month: Substring, _ year: Substring, _ clock: Substring
  ) -> Date? {
    guard let day = Int(day), let month = months.firstIndex(of: String(month)),
      year.utf8.count == 4, let year = Int(year),
      CivilTime.isValid(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = clock.split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    let days = CivilTime.days(year: year, month: month + 1, day: day)
    return Date(
      timeIntervalSince1970: Double(days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]))
  }
}
