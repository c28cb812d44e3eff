import Diagnostics

/// What one run wants to stand below the output folder: a file a path, sorted, nothing written yet.
public struct OutputTree: Sendable {
  /// One module's folder: its files by their path inside it, and where they came from.
  public struct Module: Sendable {
    /// The description that the module was made from, as the manifest names it.
    public var source: String
    /// The files by path inside the folder, without the manifest.
    public fileprivate(set) var files: [String: [UInt8]] = [:]
    /// The paths by what they are where case does not count.
    fileprivate var folded: [String: String] = [:]
  }

  /// The modules by the name of their folder.
  public private(set) var modules: [String: Module] = [:]

  /// Makes an empty tree.
  public init() {}

  /// The number of files, manifests not counted.
  public var fileCount: Int { modules.values.reduce(0) { $0 + $1.files.count } }

  /// Opens the folder of a module.
  public mutating func add(module: String, source: String) {
    modules[module] = Module(source: source)
  }

  /// Adds a file to a module; what is wrong with its path comes back instead.
  public mutating func add(_ path: String, to module: String, _ bytes: [UInt8]) -> Diagnostic? {
    guard Self.isInside(path), Self.isInside(module), !module.contains("/") else {
      return Diagnostic(
        .error, "output-path", "the path '\(module)/\(path)' is not one inside the output folder",
        at: nil, help: "see 'to' in templates.yaml; a path has no '..', '\\' or leading '/'")
    }
    let folded = path.lowercased()
    if let other = modules[module]?.folded.updateValue(path, forKey: folded) {
      return Diagnostic(
        .error, "output-collision", "two files of \(module) would be '\(other)' and '\(path)'",
        at: nil, help: "file systems that ignore case hold only one; rename one of the types")
    }
    modules[module]?.files[path] = bytes
    return nil
  }

  /// Whether a path stays inside the folder that it is relative to.
  static func isInside(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !path.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }
      && parts.map { Substring($0) }.allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".." && $0 != Manifest.name
      }
  }
}
