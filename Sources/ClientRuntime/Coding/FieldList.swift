/// The stored properties of a type while its table is made.
public final class FieldList<Root> {
  private(set) var fields: [Field] = []

  private func add<Stored: Hashable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Stored>, _ form: FieldForm<Stored>,
    _ comparison: FieldComparison = .of(Stored.self)
  ) -> Field {
    // A table is static and written with its type: no input decides which paths stand in it, and a
    // computed property in one is found the first time that the type is used.
    guard let offset = MemoryLayout<Root>.offset(of: path) else {
      preconditionFailure("'\(key)' of \(Root.self) is not a stored property")
    }
    let field = HashableField<Stored>(key, offset: offset, form, comparison)
    fields.append(field)
    return field
  }
}

extension FieldList {
  /// Names a property that must be there and must not be null.
  @discardableResult public func required<Value: Codable & Hashable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value>
  ) -> Field { add(key, path, .required()) }

  /// Names a property that may be absent or null; both are `nil`.
  @discardableResult public func optional<Value: Codable & Hashable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value?>
  ) -> Field { add(key, path, .optional()) }

  /// Names a property whose absence and whose null mean different things.
  @discardableResult public func nullable<Value: Codable & Hashable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Nullable<Value>?>
  ) -> Field { add(key, path, .nullable()) }

  /// Names a property that must be there but may be null.
  @discardableResult public func requiredNullable<Value: Codable & Hashable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value?>
  ) -> Field { add(key, path, .requiredNullable()) }

  /// Names a property whose value may be anything: `null` is a value.
  @discardableResult public func any<Value: Codable & Hashable & Sendable>(
    _ key: String, _ path: KeyPath<Root, Value?>
  ) -> Field { add(key, path, .any()) }

  /// Names the property that keeps all keys without a property of their own; it comes last.
  @discardableResult public func additional<Value: Codable & Hashable & Sendable>(
    _ path: KeyPath<Root, [String: Value]>
  ) -> Field { add("", path, .additional(except: Set(fields.map(\.key)))) }
}

/// The same for properties that are kept in a box.
extension FieldList {
  /// Names a property that must be there and must not be null.
  @discardableResult public func required<Value: Codable & Hashable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value>>
  ) -> Field { add(key, path, FieldForm.required().boxed) }

  /// Names a property that may be absent or null; both are `nil`.
  @discardableResult public func optional<Value: Codable & Hashable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value?>>
  ) -> Field { add(key, path, FieldForm.optional().boxed) }

  /// Names a property whose absence and whose null mean different things.
  @discardableResult public func nullable<Value: Codable & Hashable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Nullable<Value>?>>
  ) -> Field { add(key, path, FieldForm.nullable().boxed) }

  /// Names a property that must be there but may be null.
  @discardableResult public func requiredNullable<Value: Codable & Hashable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value?>>
  ) -> Field { add(key, path, FieldForm.requiredNullable().boxed) }

  /// Names a property whose value may be anything: `null` is a value.
  @discardableResult public func any<Value: Codable & Hashable & Sendable>(
    _ key: String, boxed path: KeyPath<Root, Indirect<Value?>>
  ) -> Field { add(key, path, FieldForm.any().boxed) }
}
