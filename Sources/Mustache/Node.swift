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
