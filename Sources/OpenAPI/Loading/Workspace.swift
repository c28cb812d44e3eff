import Diagnostics
import YAML

/// The folder that descriptions are read from; nothing outside of it is ever touched.
public struct Workspace: Sendable {
  /// The folder, as paths to the files in it begin; empty for the current one.
  public let root: String
  let reading: @Sendable (String) throws -> [UInt8]

  /// Makes a workspace; `reading` gives the bytes of a file inside the folder by its path.
  public init(root: String, reading: @escaping @Sendable (String) throws -> [UInt8]) {
    self.root = root
    self.reading = reading
  }

  /// Reads a description with everything it refers to, and checks its structure.
  ///
  /// The document is `nil` when the text is no description at all.
  public func load(
    _ file: SourceFile, overlay: SourceFile? = nil
  ) -> (document: Document?, diagnostics: DiagnosticList) {
    let parsed = parse(file)
    var diagnostics = parsed.diagnostics
    guard var tree = parsed.tree else { return (nil, diagnostics) }
    if let overlay {
      let read = parse(overlay)
      diagnostics.add(read.diagnostics)
      guard let changes = read.tree else { return (nil, diagnostics) }
      let result = apply(overlay: changes, to: tree)
      diagnostics.add(result.diagnostics)
      tree = result.tree
    }
    guard let root = tree.root, let version = version(of: root, file, &diagnostics) else {
      if tree.root == nil { notOpenAPI(at: SourceRange(file: file, start: .top), &diagnostics) }
      return (nil, diagnostics)
    }
    var loader = Loader(workspace: self, root: root, path: file.name, version: version)
    let document = loader.load()
    diagnostics.add(loader.walk.diagnostics)
    return (document, diagnostics)
  }
}

extension Position {
  static let top = Position(line: 1, column: 1)
}

private func version(
  of root: Node, _ file: SourceFile, _ diagnostics: inout DiagnosticList
) -> OpenAPIVersion? {
  guard let (key, value) = root.entry("openapi") ?? root.entry("swagger") else {
    notOpenAPI(at: root.range.firstPoint, &diagnostics)
    return nil
  }
  guard let text = value.string, let version = OpenAPIVersion(text),
    key.hasText("swagger") == (version.release == .v2)
  else {
    diagnostics.error(
      "not-openapi", "'\(value.string ?? "")' is no version of \(key.string ?? "") known here",
      at: value.range, help: "use 'openapi: 3.1.0', or 'swagger: \"2.0\"' for the older format")
    return nil
  }
  if version.isNewer {
    diagnostics.warning(
      "newer-version", "OpenAPI \(text) is not known here; it is read as 3.2", at: value.range)
  }
  return version
}

private func notOpenAPI(at place: SourceRange, _ diagnostics: inout DiagnosticList) {
  diagnostics.error(
    "not-openapi", "this is no OpenAPI description: there is no 'openapi' at its top", at: place,
    help: "begin the file with 'openapi: 3.1.0', or keep it out of the folder of descriptions")
}
