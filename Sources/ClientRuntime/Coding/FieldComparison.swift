/// How properties of a type are compared and hashed where they are stored.
///
/// Code that does not know the type is slow at it: it moves values about, and `Optional` looks for
/// the type of a pair each time. So optionals are opened here, and the types that most properties
/// have are known.
struct FieldComparison {
  let areEqual: (UnsafeRawPointer, UnsafeRawPointer) -> Bool
  let hash: (UnsafeRawPointer, inout Hasher) -> Void

  private init<Stored: Hashable>(whole type: Stored.Type) {
    areEqual = {
      $0.assumingMemoryBound(to: type).pointee == $1.assumingMemoryBound(to: type).pointee
    }
    hash = { $0.assumingMemoryBound(to: type).pointee.hash(into: &$1) }
  }

  /// Opens an optional: its value, when there is one, lies where it begins.
  private init(opening type: any Openable.Type, _ wrapped: FieldComparison) {
    areEqual = { left, right in
      switch (type.isNil(at: left), type.isNil(at: right)) {
      case (true, true): true
      case (false, false): wrapped.areEqual(left, right)
      default: false
      }
    }
    hash = { place, hasher in
      let isNil = type.isNil(at: place)
      hasher.combine(isNil)
      if !isNil { wrapped.hash(place, &hasher) }
    }
  }

  static func of<Stored: Hashable>(_ type: Stored.Type) -> Self {
    common[ObjectIdentifier(type)] ?? Self(whole: type)
  }

  static func of<Wrapped: Hashable>(optional type: Wrapped.Type) -> Self {
    common[ObjectIdentifier(Wrapped?.self)] ?? Self(opening: Wrapped?.self, of(type))
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

/// An optional that is asked through its own type: from outside, that type would be looked for anew
/// for each question.
private protocol Openable {
  static func isNil(at place: UnsafeRawPointer) -> Bool
}

extension Optional: Openable {
  fileprivate static func isNil(at place: UnsafeRawPointer) -> Bool {
    if case .none = place.assumingMemoryBound(to: Self.self).pointee { true } else { false }
  }
}
