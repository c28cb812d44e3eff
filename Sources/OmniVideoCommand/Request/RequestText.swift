import ClientRuntime
import Foundation

/// A place in a request file where something is wrong.
struct LocatedError: Error, Equatable, CustomStringConvertible {
  var file: String
  var line: Int?
  var column: Int?
  var message: String

  var description: String {
    let place = [file, line.map { "\($0)" }, column.map { "\($0)" }].compactMap { $0 }
    return place.joined(separator: ":") + ": error: " + message
  }
}

/// The text of a request as it was given: JSON, or YAML, which says more than JSON can.
struct RequestText: Sendable {
  var name: String
  var data: Data

  /// Larger than any vendor takes, base64 included.
  static let limit = 256 << 20

  init(name: String, data: Data) { (self.name, self.data) = (name, data) }

  /// Reads a file, or standard input for `-`.
  init(path: String) throws(UsageError) {
    name = path == "-" ? "standard input" : path
    var isFolder: ObjCBool = false
    if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw .surroundings("\(path) cannot be read: it is a folder")
    }
    do {
      let handle =
        path == "-"
        ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
      data = try handle.read(upToCount: Self.limit + 1) ?? Data()
    } catch {
      throw .surroundings("\(path) cannot be read: \(Self.reason(error))")
    }
    if data.count > Self.limit { throw .surroundings("\(name) is too large for a request") }
  }

  /// The value that the text says.
  func value() throws(LocatedError) -> JSONValue {
    // The strict reader is faster and knows every escape; the other says where a mistake is.
    if let value = try? JSONValue(parsing: data) { return value }
    return try YAMLRequest(name: name, data: data).value()
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file"
    case .fileReadNoPermission: "that is not permitted"
    default: "\(error.localizedDescription)"
    }
  }
}
