import SwiftPlan

/// What a caller gives to an initializer or a method.
struct Argument: Equatable {
  /// What the caller writes before the colon; `_` for nothing.
  var label: String
  /// The Swift type.
  var type: String
  /// Whether a caller may leave it out.
  var isDefaulted: Bool

  init(label: String, type: String, isDefaulted: Bool) {
    self.label = label
    self.type = type
    self.isDefaulted = isDefaulted
  }

  /// Takes a declaration such as `seconds: Int? = nil` apart.
  init(_ declaration: String, _ canonical: (String) -> String) {
    let halves = declaration.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    label = halves[0].split(separator: " ").first.map(String.init) ?? "_"
    let rest = halves.count > 1 ? halves[1].drop { $0 == " " } : ""
    let end = rest.firstRange(of: " = ")
    type = canonical(String(end.map { rest[..<$0.lowerBound] } ?? rest))
    isDefaulted = end != nil
  }
}
