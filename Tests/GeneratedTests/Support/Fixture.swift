import ClientRuntime
import Foundation

/// JSON files beside the tests.
enum Fixture {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name + ".json"))
  }

  static func value(_ name: String) throws -> JSONValue {
    try JSONDecoder.api.decode(JSONValue.self, from: data(name))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  /// The names of all fixtures in a folder and the folders in it.
  static func names(in subfolder: String) -> Set<String> {
    let paths = FileManager.default.enumerator(atPath: folder.appending(path: subfolder).path)
    let files = paths?.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") } ?? []
    return Set(files.map { "\(subfolder)/\($0.dropLast(5))" })
  }
}
