import Mustache

/// The names that all objects of a kind declare, and how each value is found when it is asked for.
///
/// Thousands of objects share one shape, and no value is made that no template wants.
final class Shape<Subject: Sendable>: Sendable {
  private let kind: String?
  private let names: Names
  fileprivate let readers: [@Sendable (Subject) -> Value]

  /// Makes a shape; each name stands once.
  init(_ kind: String? = nil, _ pairs: KeyValuePairs<String, @Sendable (Subject) -> Value>) {
    self.kind = kind
    names = Names(pairs.map(\.key))
    readers = pairs.map(\.value)
  }

  /// An object of this shape.
  func object(_ subject: Subject) -> Object {
    Object(ShapedMembers(kind: kind, names: names, subject, self))
  }

  /// A value that is an object of this shape.
  func value(_ subject: Subject) -> Value { .object(object(subject)) }
}

private final class ShapedMembers<Subject: Sendable>: Members, @unchecked Sendable {
  private let subject: Subject
  private let shape: Shape<Subject>

  init(kind: String?, names: Names, _ subject: Subject, _ shape: Shape<Subject>) {
    self.subject = subject
    self.shape = shape
    super.init(kind: kind, names: names)
  }

  override func value(at index: Int) -> Value { shape.readers[index](subject) }
}
