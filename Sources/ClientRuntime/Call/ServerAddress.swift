import Foundation

/// Puts a server's address together from the parts that a description and a caller know.
public enum ServerAddress {
  /// The address at an origin such as `https://example.com`, whether or not a slash ends it.
  public static func join(_ origin: String, _ path: String) -> String {
    var origin = Substring(origin)
    while origin.hasSuffix("/") { origin.removeLast() }
    return path.hasPrefix("/") ? origin + path : "\(origin)/\(path)"
  }

  /// An address that may lack scheme and host, which another address then lends.
  static func resolve(_ address: String, against other: String) -> String {
    if address.contains("://") { return address }
    let scheme = other.range(of: "://")
    if address.hasPrefix("//") {
      return "\(scheme.map { String(other[..<$0.lowerBound]) } ?? "https"):\(address)"
    }
    let host = scheme?.upperBound ?? other.startIndex
    let end = other[host...].firstIndex(of: "/") ?? other.endIndex
    return join(String(other[..<end]), address)
  }
}
