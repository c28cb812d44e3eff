import SwiftPlan

/// The names that a description gets when nobody chose any: `kling.yaml` is `Kling`, `KlingClient`.
struct ModuleName: Hashable, Sendable {
  var namespace: String
  var module: String

  init(namespace: String, module: String? = nil) {
    self.namespace = namespace
    self.module = module ?? namespace + "Client"
  }

  /// Takes the file's own words; where they say nothing, those of the folder or the title.
  static func namespace(path: String, title: () -> String?) -> String {
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
    let stem = stem(parts.last ?? "")
    let folder = parts.dropLast().last ?? ""
    for name in [stem, folder] where !isGeneric(name) {
      if let word = identifier(name) { return word }
    }
    return title().flatMap(identifier) ?? "API"
  }

  /// Whether a person may give the name to a module or a namespace.
  static func isValid(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, ("A"..."Z").contains(first) else { return false }
    return scalars.allSatisfy { isWord($0) || $0 == "_" } && !taken.contains(name)
  }

  /// The words of a text in upper camel case; `nil` when there are none in ASCII.
  static func identifier(_ text: String) -> String? {
    let words = text.unicodeScalars.split { !isWord($0) }
    var name = words.map { word in
      let text = String(String.UnicodeScalarView(word))
      return text.prefix(1).uppercased() + text.dropFirst()
    }.joined()
    guard let first = name.unicodeScalars.first else { return nil }
    if ("0"..."9").contains(first) { name = "API" + name }
    return taken.contains(name) ? name + "API" : name
  }

  /// The file's name without its ending: `pets.v1.yaml` is `pets.v1`.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether a name says no more than that a description is there.
  private static func isGeneric(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.allSatisfy(generic.contains)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  private static let generic: Set<String> = [
    "openapi", "swagger", "spec", "specs", "specification", "api", "apis", "description",
    "descriptions", "schema", "index", "main", "v", "yaml", "json", "oas", "docs", "doc", "public",
    "src", "tmp",
  ]

  /// Names that a namespace would hide from everybody who imports it, or that Swift keeps.
  private static let taken: Set<String> = RuntimeWords.names.union([
    "Swift", "Foundation", "ClientRuntime", "Any", "Self", "Type", "Protocol", "Array", "Character",
    "Client", "Dictionary", "Error", "Never", "Optional", "Result", "Server", "Set", "Task", "Void",
  ])
}
