/// How a list or an object is written as a parameter.
public enum ParameterStyle: String, Hashable, Sendable, CaseIterable {
  /// `tags=a&tags=b`, or `tags=a,b` when not exploded.
  case form
  /// `tags=a%20b`.
  case spaceDelimited
  /// `tags=a%7Cb`.
  case pipeDelimited
  /// `tags=a%09b`.
  case tabDelimited
  /// `filter[size]=3`, nested as deep as needed.
  case deepObject
  /// `a,b`.
  case simple
  /// `.a.b`.
  case label
  /// `;tags=a;tags=b`.
  case matrix

  /// Cookies as they are, with nothing escaped that a cookie may hold.
  case cookie

  var explodesByDefault: Bool { self == .form || self == .deepObject || self == .cookie }
}
