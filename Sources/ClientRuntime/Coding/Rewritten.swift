import Foundation

/// What Foundation writes otherwise than it stands on the wire: UUIDs, and lists and maps of them,
/// would go out in capitals, which RFC 9562 asks not to do.
protocol Rewritten {
  associatedtype Wire: Encodable

  /// The value as it stands on the wire.
  var wire: Wire { get }
}

extension UUID: Rewritten {
  /// The identifier as it stands on the wire.
  var text: String { uuidString.lowercased() }

  var wire: String { text }
}

extension Array: Rewritten where Element: Rewritten {
  var wire: [Element.Wire] { map(\.wire) }
}

extension Dictionary: Rewritten where Key == String, Value: Rewritten {
  var wire: [String: Value.Wire] { mapValues(\.wire) }
}

extension Optional: Rewritten where Wrapped: Rewritten {
  var wire: Wrapped.Wire? { map(\.wire) }
}

extension Nullable: Rewritten where Value: Rewritten {
  var wire: Nullable<Value.Wire> { Nullable<Value.Wire>(value?.wire) }
}

/// Whether values of a type may have to be rewritten; the usual ones are told without a search.
func mayBeRewritten<Value>(_ type: Value.Type) -> Bool {
  type != String.self && type != Int.self && type != Bool.self && type != Double.self
}
