/// How an operation wants a credential to be shown; the first text names the security scheme.
public enum SecurityUse: Hashable, Sendable {
  /// `Authorization: Bearer …`.
  case bearer(String)
  /// `Authorization: Basic …`.
  case basic(String)
  /// A header of the given name.
  case header(String, String)
  /// A query parameter of the given name.
  case query(String, String)
  /// A cookie of the given name.
  case cookie(String, String)

  /// The name of the security scheme.
  public var scheme: String {
    switch self {
    case .bearer(let scheme), .basic(let scheme): scheme
    case .header(let scheme, _), .query(let scheme, _), .cookie(let scheme, _): scheme
    }
  }
}
