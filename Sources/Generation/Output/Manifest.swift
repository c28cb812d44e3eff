/// The record of the files that gen wrote into a module's folder, so that nothing else is touched.
struct Manifest: Hashable, Sendable {
  static let name = ".manifest"
  private static let title = "gen wrote these files from "

  /// The description that the module was made from.
  var source: String
  /// The hash of what was written, by path inside the folder.
  var files: [String: String]

  init(source: String, files: [String: String]) {
    self.source = source
    self.files = files
  }

  init(_ module: OutputTree.Module) {
    self.init(source: module.source, files: module.files.mapValues(Self.hash))
  }

  /// Reads the text form; lines that make no sense own nothing.
  init(_ bytes: [UInt8]) {
    self.init(source: "", files: [:])
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix(Self.title) {
        source = String(line.dropFirst(Self.title.count))
      } else if let space = line.firstIndex(of: " ") {
        files[String(line[line.index(after: space)...])] = String(line[..<space])
      }
    }
  }

  /// The text form: the source, then a file a line, sorted by path.
  var bytes: [UInt8] {
    var text = Self.title + source + "\n"
    for (path, hash) in files.sorted(by: { $0.key < $1.key }) { text += "\(hash) \(path)\n" }
    return Array(text.utf8)
  }

  /// What tells an edit by hand from what was written.
  static func hash(_ bytes: [UInt8]) -> String { Fingerprint(bytes).description }
}
