import YAML

/// One thing that changed for those who write Swift against a module.
struct SourceChange {
  /// The rule's name behind `swift.`.
  var aspect: String
  var verdict: Verdict
  /// The name from the namespace on, `Pet.name`.
  var symbol: String
  var message: String
  /// A line of client code that stops compiling.
  var witness: String?
  var remedy: String?
  var old: Node?
  var new: Node?
  /// Where what is around it stands, for facts about a part that are told there.
  var around: (old: Node?, new: Node?) = (nil, nil)
  /// The key, value or name on the wire.
  var wire = ""
  /// What it comes from, where that has no place of its own.
  var site: Site?
  /// The call that it is about.
  var route: String?

  /// Whether it is about one of the alternatives of a choice.
  var isCase: Bool { aspect.hasPrefix("union-case") }
}
