/// What a text of gen.yaml is in the sources that it is written into.
enum SwiftWord {
  case anything
  /// The name of a type or a member.
  case name
  /// A type as it is used: `Foundation.Date`, `[UInt8]`.
  case type

  /// Whether a text is such a word and nothing more; backticks are put where they are needed.
  func allows(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    switch self {
    case .anything: return true
    case .name: return Self.isName(scalars[...])
    case .type:
      let names = scalars.split(omittingEmptySubsequences: false) {
        ".,<>[]: ?&".unicodeScalars.contains($0)
      }
      return names.contains { !$0.isEmpty }
        && names.allSatisfy { $0.isEmpty || Self.isName($0) }
    }
  }

  var advice: String {
    self == .type
      ? "write a type's name, as in 'Foundation.Date'"
      : "use letters, digits and '_', and no digit first"
  }

  private static func isName(_ scalars: Substring.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return !(scalars.count == 1 && first == "_") && scalars.allSatisfy(\.properties.isXIDContinue)
  }
}
