/// The stored properties of a type that is not `Hashable`, while its table is made.
///
/// It has the methods of `FieldList` a second time, without `Hashable`, which Swift cannot ask for by
/// the sort of owner: a list without it for both would only find out at run time that a property of a
/// `Hashable` type cannot be compared.
public final class UnhashedFieldList<Root> {
  private(set) var fields: [Field] = []

  private func add<Stored: Sendable>(
    _ key: String, _ path: KeyPath<Root, Stored>, _ form: FieldForm<Stored>
  ) -> Field {
    // A table is static and written with its type: no input decides which paths stand in it, and a
    // computed property in one is found the first time that the type is used.
    guard let offset = MemoryLayout<Root>.offset(of: path) else {
      preconditionFailure("'\(key)' of \(Root.self) is not a stored property")
    }
    let field = StoredField<Stored>(key, offset: offset, form)
    fields.append(field)
    return field
  }
}

extension UnhashedFieldList {
  /// Names a property that must be there and must not be null.
  @discardableResult public func required<Value: Codable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value>
  ) -> Field { add(key, path, .required()) }

  /// Names a property that may be absent or null; both are `nil`.
  @discardableResult public func optional<Value: Codable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value?>
  ) -> Field { add(key, path, .optional()) }

  /// Names a property whose absence and whose null mean different things.
  @discardableResult public func nullable<Value: Codable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Nullable<Value>?>
  ) -> Field { add(key, path, .nullable()) }

  /// Names a property that must be there but may be null.
  @discardableResult public func requiredNullable<Value: Codable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value?>
  ) -> Field { add(key, path, .requiredNullable()) }

  /// Names a property whose value may be anything: `null` is a value.
  @discardableResult public func any<Value: Codable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value?>
  ) -> Field { add(key, path, .any()) }

  /// Names the property that keeps all keys without a property of their own; it comes last.
  @discardableResult public func additional<Value: Codable & Sendable>(
    _ path: KeyPath<Root, [String: Value]>
  ) -> Field { add("", path, .additional(except: Set(fields.map(\.key)))) }
}

/// The same for properties that are kept in a box.
extension UnhashedFieldList {
  /// Names a property that must be there and must not be null.
  @discardableResult public func required<Value: Codable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value>>
  ) -> Field { add(key, path, FieldForm.required().boxed) }

  /// Names a property that may be absent or null; both are `nil`.
  @discardableResult public func optional<Value: Codable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value?>>
  ) -> Field { add(key, path, FieldForm.optional().boxed) }

  /// Names a property whose absence and whose null mean different things.
  @discardableResult public func nullable<Value: Codable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Nullable<Value>?>>
  ) -> Field { add(key, path, FieldForm.nullable().boxed) }

  /// Names a property that must be there but may be null.
  @discardableResult public func requiredNullable<Value: Codable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value?>>
  ) -> Field { add(key, path, FieldForm.requiredNullable().boxed) }

  /// Names a property whose value may be anything: `null` is a value.
  @discardableResult public func any<Value: Codable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value?>>
  ) -> Field { add(key, path, FieldForm.any().boxed) }
}
