import Foundation

/// A moment that a service sends as a number since 1970, or as text that holds such a number.
public protocol UnixTime: Codable, Hashable, Sendable, Comparable {
  /// How many of the numbers make a second.
  static var unitsPerSecond: Double { get }
  /// The moment.
  var date: Date { get }
  /// Wraps a moment.
  init(_ date: Date)
}

extension UnixTime {
  /// Reads a number, or text that holds one.
  public init(from decoder: any Decoder) throws {
    let units = try Lenient<Double>(from: decoder).value
    // The largest moment that RFC 3339 can write, give or take; it keeps sums from overflowing.
    guard units.isFinite, units.magnitude / Self.unitsPerSecond < 1e12 else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "the number is not a moment"))
    }
    self.init(Date(timeIntervalSince1970: units / Self.unitsPerSecond))
  }

  /// Writes a whole number, or a fraction where the moment has one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let units = date.timeIntervalSince1970 * Self.unitsPerSecond
    // A date counts from another year, so its last digits are not to be trusted.
    let rounded = (units * 1000).rounded() / 1000
    if let whole = Int64(exactly: rounded) {
      try container.encode(whole)
    } else {
      try container.encode(rounded)
    }
  }

  /// The earlier moment comes first.
  public static func < (left: Self, right: Self) -> Bool { left.date < right.date }
}

/// A moment as seconds since 1970: `1700000000`.
public struct UnixSeconds: UnixTime {
  /// One number is one second.
  public static let unitsPerSecond = 1.0
  /// The moment.
  public var date: Date
  /// Wraps a moment.
  public init(_ date: Date) { self.date = date }
}

/// A moment as milliseconds since 1970: `1700000000000`.
public struct UnixMilliseconds: UnixTime {
  /// A thousand are one second.
  public static let unitsPerSecond = 1000.0
  /// The moment.
  public var date: Date
  /// Wraps a moment.
  public init(_ date: Date) { self.date = date }
}
