/// One step of a compiled template; bodies follow their opening step in the same array.
///
/// Steps hold no references, so that walking over them counts none; what needs more room stands in
/// the tables of the program, at the number given here.
enum Node: Sendable {
  case text(Range<Int>)
  /// The start of a printing line, with the blanks it begins with.
  case line(Range<Int>)
  case variable(Path, escaped: Bool)
  case section(Int)
  case call(Int)
  case block(Int)
}

/// The steps of a template and the tables that they refer to.
struct Program: Sendable {
  var nodes: [Node] = []
  var names: [Name] = []
  var sections: [Section] = []
  var calls: [Call] = []
  var blocks: [Block] = []
  var delimiters: [Delimiters] = []
}

/// The name of a value, split at its dots; no keys mean the value at hand.
struct Path: Sendable {
  enum Position: String, Sendable, CaseIterable {
    case first = "-first"
    case last = "-last"
    case index = "-index"
  }

  /// Where the keys stand among the names of the program.
  var keys: Range<Int>
  var position: Position?
  var bytes: Range<Int>
}

/// What prints its body for a value, or for the lack of one.
struct Section: Sendable {
  var path: Path
  var inverted: Bool
  var end = 0
  var raw: Range<Int>
  var delimiters: Int
}

/// A tag that prints another template: a partial, or a parent with blocks of its own.
struct Call: Sendable {
  var name: String
  /// The value that holds the name of the template, when the name starts with `*`.
  var dynamic: Path?
  var bytes: Range<Int>
  var indent: Range<Int>?
  var end: Int
  /// The blocks that replace those of the other template, by their numbers.
  var blocks: [String: Int] = [:]
}

/// A body that others may replace.
struct Block: Sendable {
  var name: String
  var bytes: Range<Int>
  var indent: Range<Int>
  var body: Range<Int>
}

struct Delimiters: Sendable, Equatable {
  var open = Array("{{".utf8)
  var close = Array("}}".utf8)
}
