/// What an object consists of: its names, and a value for each when it is asked for.
///
/// Nothing in it changes, subclasses included; the compiler cannot see that of a class that has some.
open class Members: @unchecked Sendable {
  final let kind: String?
  final let names: Names

  /// Makes members with these names.
  public init(kind: String?, names: Names) {
    self.kind = kind
    self.names = names
  }

  /// The value of the name at a place.
  open func value(at index: Int) -> Value { .null }
}
