/// One step of a compiled template; bodies follow their opening step in the same array.
enum Node: Sendable {
  case text(Range<Int>)
  /// The start of a printing line, with the blanks it begins with.
  case line(Range<Int>)
  case variable(Path, escaped: Bool)
  case section(Section)
  case partial(Reference, indent: Range<Int>?)
  case parent(Parent)
  case block(Block)
}

/// The name of a value, split at its dots; no keys mean the value at hand.
struct Path: Sendable {
  enum Position: Sendable { case first, last, index }

  var keys: [Name]
  var position: Position?
  var bytes: Range<Int>

  init(_ name: String, bytes: Range<Int>) {
    self.bytes = bytes
    keys = name == "." ? [] : name.split(separator: ".").map { Name(String($0)) }
    switch name {
    case "-first": position = .first
    case "-last": position = .last
    case "-index": position = .index
    default: position = nil
    }
  }
}

/// Which template a tag calls: by its name, or by a value that holds the name.
struct Reference: Sendable {
  var name: String
  var dynamic: Path?
  var bytes: Range<Int>
}

struct Section: Sendable {
  var path: Path
  var inverted: Bool
  var end = 0
  var raw: Range<Int>
  var delimiters: Delimiters
}

struct Parent: Sendable {
  var reference: Reference
  var indent: Range<Int>?
  var end = 0
  /// Where the blocks that replace those of the parent stand.
  var blocks: [String: Int] = [:]
}

struct Block: Sendable {
  var name: String
  var indent: Range<Int>
  var end = 0
}

struct Delimiters: Sendable, Equatable {
  var open = Array("{{".utf8)
  var close = Array("}}".utf8)
}
