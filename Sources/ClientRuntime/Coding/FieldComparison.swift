/// How properties of a type are compared and hashed where they are stored.
///
/// Code that does not know the type is slow at it: it moves values about, and `Optional` looks for
/// the type of a pair each time. So the types that most properties have are known here.
struct FieldComparison {
  let areEqual: (UnsafeRawPointer, UnsafeRawPointer) -> Bool
  let hash: (UnsafeRawPointer, inout Hasher) -> Void

  private init<Stored: Hashable>(whole type: Stored.Type) {
    areEqual = {
      $0.assumingMemoryBound(to: type).pointee == $1.assumingMemoryBound(to: type).pointee
    }
    hash = { $0.assumingMemoryBound(to: type).pointee.hash(into: &$1) }
  }

  static func of<Stored: Hashable>(_ type: Stored.Type) -> Self {
    common[ObjectIdentifier(type)] ?? Self(whole: type)
  }

  // Made where the types are known, so that the compiler makes code for each of them; never changed.
  nonisolated(unsafe) private static let common: [ObjectIdentifier: Self] = [
    ObjectIdentifier(String.self): Self(whole: String.self),
    ObjectIdentifier(String?.self): Self(whole: String?.self),
    ObjectIdentifier(Int.self): Self(whole: Int.self),
    ObjectIdentifier(Int?.self): Self(whole: Int?.self),
    ObjectIdentifier(Int64.self): Self(whole: Int64.self),
    ObjectIdentifier(Int64?.self): Self(whole: Int64?.self),
    ObjectIdentifier(Double.self): Self(whole: Double.self),
    ObjectIdentifier(Double?.self): Self(whole: Double?.self),
    ObjectIdentifier(Bool.self): Self(whole: Bool.self),
    ObjectIdentifier(Bool?.self): Self(whole: Bool?.self),
  ]
}
