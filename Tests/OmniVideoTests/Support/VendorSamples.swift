import ClientRuntime
import Foundation

/// The vendors' own request bodies, which the tests of the generated clients keep.
enum VendorSamples {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "GeneratedTests/Fixtures")

  static func value(_ name: String) throws -> JSONValue {
    try JSONValue(parsing: Data(contentsOf: folder.appending(path: name + ".json")))
  }

  /// The names of all samples in a folder, in order.
  static func names(in subfolder: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: subfolder).path)
    return (files ?? []).filter { $0.hasSuffix(".json") }.sorted()
      .map { "\(subfolder)/\($0.dropLast(5))" }
  }

  /// The twenty bodies of OmniRouters' page.
  static let omniRouters = names(in: "seed000")
  /// The nine bodies of Kling's page.
  static let kling = names(in: "kling")
}
