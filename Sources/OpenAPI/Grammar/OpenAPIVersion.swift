/// The version of the specification that a description follows.
public struct OpenAPIVersion: Sendable, Hashable {
  /// The releases that differ in what may be written.
  public enum Release: Int, Sendable, Comparable, CaseIterable {
    case v2, v3_0, v3_1, v3_2

    /// Earlier releases come first.
    public static func < (left: Release, right: Release) -> Bool { left.rawValue < right.rawValue }

    /// The number as people say it.
    public var name: String {
      switch self {
      case .v2: "Swagger 2.0"
      case .v3_0: "OpenAPI 3.0"
      case .v3_1: "OpenAPI 3.1"
      case .v3_2: "OpenAPI 3.2"
      }
    }
  }

  /// The release whose grammar is used.
  public var release: Release
  /// The version as written: `3.0.3`.
  public var text: String

  /// Names a version.
  public init(_ release: Release, text: String) {
    self.release = release
    self.text = text
  }

  /// Reads what stands under `openapi` or `swagger`; later 3.x read as the newest known.
  init?(_ text: String) {
    let parts = text.split(separator: ".").map { Int($0.prefix { $0.isNumber }) }
    guard let major = parts.first ?? nil else { return nil }
    let minor = (parts.dropFirst().first ?? 0) ?? 0
    switch (major, minor) {
    case (2, _): self.init(.v2, text: text)
    case (3, 0): self.init(.v3_0, text: text)
    case (3, 1): self.init(.v3_1, text: text)
    case (3, _): self.init(.v3_2, text: text)
    default: return nil
    }
  }

  /// Whether the version is later than what is known here.
  var isNewer: Bool {
    let minor = text.split(separator: ".").dropFirst().first.flatMap { Int($0) }
    return release == .v3_2 && minor != 2
  }
}
