/// The name of a value, split at its dots; no keys mean the value at hand.
struct Path: Sendable {
  enum Position: String, Sendable, CaseIterable {
    case first = "-first"
    case last = "-last"
    case index = "-index"
  }

  /// Where the keys stand among the names of the program, and their symbols in the template.
  var keys: Range<Int>
  var position: Position?
  var bytes: Range<Int>
}
