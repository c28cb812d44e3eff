/// The method of a request.
public struct HTTPMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The method as it stands on the wire.
  public let rawValue: String

  /// Names a method.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The method as it stands on the wire.
  public var description: String { rawValue }

  /// Reads.
  public static let get = Self(rawValue: "GET")
  /// Creates or acts.
  public static let post = Self(rawValue: "POST")
  /// Replaces.
  public static let put = Self(rawValue: "PUT")
  /// Changes.
  public static let patch = Self(rawValue: "PATCH")
  /// Removes.
  public static let delete = Self(rawValue: "DELETE")
  /// Reads the headers alone.
  public static let head = Self(rawValue: "HEAD")
  /// Asks what is possible.
  public static let options = Self(rawValue: "OPTIONS")
  /// Echoes the request.
  public static let trace = Self(rawValue: "TRACE")
  /// Reads, with the question in the body.
  public static let query = Self(rawValue: "QUERY")

  /// Whether doing it twice is the same as doing it once.
  var isIdempotent: Bool {
    switch self {
    case .get, .head, .options, .trace, .put, .delete, .query: true
    default: false
    }
  }
}
