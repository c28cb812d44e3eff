import Mustache

/// The names that all objects of a kind declare, and how each value is found when it is asked for.
///
/// Thousands of objects share one shape, and no value is made that no template wants.
final class Shape<Subject: Sendable>: Sendable {
  private let names: Names
  private let readers: [@Sendable (Subject) -> Value]

  /// Makes a shape; each name stands once.
  init(_ kind: String? = nil, _ pairs: KeyValuePairs<String, @Sendable (Subject) -> Value>) {
    names = Names(pairs.map(\.key), kind: kind)
    readers = pairs.map(\.value)
  }

  /// An object of this shape.
  ///
  /// The closure is compiled for each subject, which a generic class that holds one would not be.
  func object(_ subject: Subject) -> Object {
    let (names, readers) = (names, readers)
    return Object(names) { symbol in names.index(of: symbol).map { readers[$0](subject) } }
  }

  /// A value that is an object of this shape.
  func value(_ subject: Subject) -> Value { .object(object(subject)) }
}
