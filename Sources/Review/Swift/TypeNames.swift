import SwiftPlan

/// The types that a module declares, to tell whether two texts mean the same type.
struct TypeNames {
  private let namespace: String
  private var paths: Set<String> = []
  private var aliases: [String: String] = [:]

  init(_ outline: Outline, _ client: ClientPlan) {
    namespace = outline.namespace
    for type in outline.types {
      paths.insert(type.path)
      if let target = type.target { aliases[type.path] = "\(namespace).\(target)" }
    }
    for type in client.variables { paths.insert(type.path) }
  }

  /// The paths of types that are other names of types declared elsewhere.
  var aliasPaths: some Sequence<String> { aliases.keys }

  /// The path of the type that an alias stands for.
  func target(ofAlias path: String) -> String? {
    aliases[path].map { String(canonical($0).dropFirst(namespace.count + 1)) }
  }

  /// The path of the declaration that a path leads to, also where it only begins with an alias: what
  /// is declared inside a type is found under all names of that type.
  func declaration(of path: String) -> String {
    if let target = target(ofAlias: path) { return target }
    if paths.contains(path) { return path }
    var outer = path[...]
    while let dot = outer.lastIndex(of: ".") {
      outer = outer[..<dot]
      if let target = target(ofAlias: String(outer)) {
        return declaration(of: target + path[dot...])
      }
      if paths.contains(String(outer)) { break }
    }
    return path
  }

  /// A type as a caller outside writes it: from the namespace on, aliases followed.
  func canonical(_ text: String, in scope: [Substring] = []) -> String {
    Self.rewrite(text) { resolve($0, scope) }
  }

  private func resolve(_ token: String, _ scope: [Substring]) -> String {
    let prefix = namespace + "."
    if token.hasPrefix(prefix) {
      let path = declaration(of: String(token.dropFirst(prefix.count)))
      if paths.contains(path) { return declared(path) }
    }
    for count in (0...scope.count).reversed() {
      let path = (scope.prefix(count).map(String.init) + [token]).joined(separator: ".")
      if paths.contains(path) { return declared(path) }
    }
    let parts = token.split(separator: ".", maxSplits: 1)
    let isQualified =
      parts.count > 1 && ["Swift", "Foundation", "ClientRuntime"].contains(parts[0])
    return isQualified ? String(parts[1]) : token
  }

  private func declared(_ path: String) -> String {
    if let target = aliases[path] { return canonical(target) }
    return "\(namespace).\(path)"
  }

  /// A type with each name in it replaced.
  static func rewrite(_ text: String, _ replacement: (String) -> String) -> String {
    var result = ""
    var rest = text.utf8[...]
    while let first = rest.first {
      let isName = isPartOfName(first)
      let end = rest.firstIndex { isPartOfName($0) != isName } ?? rest.endIndex
      let piece = String(Substring(rest[..<end]))
      result += isName ? replacement(piece) : piece
      rest = rest[end...]
    }
    return result
  }

  /// Whatever is not ASCII stands in names alone.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "`"), 0x80...:
      true
    default: false
    }
  }
}
