import YAML

/// A JSONPath query (RFC 9535), without its functions.
enum JSONPath {
  /// One step of a query.
  struct Segment {
    var selectors: [Selector]
    /// `..`: applied to the node and to everything below it.
    var isDescendant: Bool
  }

  enum Selector {
    case name(String)
    case wildcard
    case index(Int)
    case slice(start: Int?, end: Int?, step: Int)
    case filter(Condition)
  }

  indirect enum Condition {
    case exists(Query)
    case compare(Operand, Comparison, Operand)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)
  }

  enum Comparison: String, CaseIterable {
    // Longer signs first, since a reader takes the first that fits.
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
  }

  enum Operand {
    case literal(Scalar)
    case query(Query)
  }

  /// A query from the top, `$`, or from the node that a filter looks at, `@`.
  struct Query {
    var isAbsolute: Bool
    var segments: [Segment]
  }
}

/// What is wrong with the text of a query, and at which character from 0.
struct JSONPathError: Error {
  var message: String
  var offset: Int
}
