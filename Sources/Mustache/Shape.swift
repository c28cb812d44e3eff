/// The names that all objects of a kind declare, and how each value is found when it is asked for.
///
/// Thousands of objects share one shape, and no value is made that no template wants.
public final class Shape<Subject: Sendable>: Sendable {
  let kind: String?
  let names: Names
  let readers: [@Sendable (Subject) -> Value]

  /// Makes a shape; each name stands once.
  public init(
    _ kind: String? = nil, _ pairs: KeyValuePairs<String, @Sendable (Subject) -> Value>
  ) {
    self.kind = kind
    names = Names(pairs.map { Name($0.key) })
    readers = pairs.map(\.value)
  }

  /// An object of this shape.
  public func object(_ subject: Subject) -> Object { Object(ShapedMembers(subject, self)) }

  /// A value that is an object of this shape.
  public func value(_ subject: Subject) -> Value { .object(object(subject)) }
}

private final class ShapedMembers<Subject: Sendable>: Members {
  private let subject: Subject
  private let shape: Shape<Subject>

  init(_ subject: Subject, _ shape: Shape<Subject>) {
    self.subject = subject
    self.shape = shape
  }

  var kind: String? { shape.kind }
  var names: Names { shape.names }
  func value(at index: Int) -> Value { shape.readers[index](subject) }
}
