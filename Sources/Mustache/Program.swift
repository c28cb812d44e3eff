/// The steps of a template and the tables that they refer to.
struct Program: Sendable {
  var nodes: [Node] = []
  var names: [String] = []
  var sections: [Section] = []
  var calls: [Call] = []
  var blocks: [Block] = []
  var delimiters: [Delimiters] = []
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
