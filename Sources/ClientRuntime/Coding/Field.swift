/// A stored property, and what is known of its values.
///
/// Fields are made with the table that they stand in, and never changed afterwards.
public class Field: Limited, @unchecked Sendable {
  let key: String
  let offset: Int
  let size: Int
  let alignment: Int
  var isNested = false

  init(_ key: String, offset: Int, size: Int, alignment: Int) {
    self.key = key
    self.offset = offset
    self.size = size
    self.alignment = alignment
  }

  var isChecked: Bool { limits != nil || isNested }

  func decode(from source: DecodedFields, into owner: UnsafeMutableRawPointer) throws {}
  func encode(of owner: UnsafeRawPointer, to output: inout EncodedFields) throws {}
  func destroy(in owner: UnsafeMutableRawPointer) {}
  func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { true }
  func hash(of owner: UnsafeRawPointer, into hasher: inout Hasher) {}
  func check(of owner: UnsafeRawPointer, _ constraints: inout Constraints) {}
}

/// A stored property of a type.
class StoredField<Stored: Sendable>: Field, @unchecked Sendable {
  private let form: FieldForm<Stored>

  init(_ key: String, offset: Int, _ form: FieldForm<Stored>) {
    self.form = form
    super.init(
      key, offset: offset, size: MemoryLayout<Stored>.size,
      alignment: MemoryLayout<Stored>.alignment)
  }

  /// The property where it is stored.
  final func stored(in owner: UnsafeRawPointer) -> UnsafePointer<Stored> {
    (owner + offset).assumingMemoryBound(to: Stored.self)
  }

  override func decode(from source: DecodedFields, into owner: UnsafeMutableRawPointer) throws {
    (owner + offset).initializeMemory(as: Stored.self, to: try form.read(source, key))
  }

  override func encode(of owner: UnsafeRawPointer, to output: inout EncodedFields) throws {
    try form.write(&output, key, stored(in: owner).pointee)
  }

  override func destroy(in owner: UnsafeMutableRawPointer) {
    (owner + offset).assumingMemoryBound(to: Stored.self).deinitialize(count: 1)
  }

  override func check(of owner: UnsafeRawPointer, _ constraints: inout Constraints) {
    let value = stored(in: owner).pointee
    if let limits, let value = value as? any Constrainable {
      constraints.check(key, value.constraintSubject, limits)
    }
    guard isNested, let value = value as? any Validated else { return }
    // The keys without a name stand beside the others.
    if key.isEmpty { constraints.all(of: value) } else { constraints.nested(key, value) }
  }
}

/// A stored property that can be compared.
final class HashableField<Stored: Hashable & Sendable>: StoredField<Stored>, @unchecked Sendable {
  private let comparison: FieldComparison

  init(_ key: String, offset: Int, _ form: FieldForm<Stored>, _ comparison: FieldComparison) {
    self.comparison = comparison
    super.init(key, offset: offset, form)
  }

  override func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    comparison.areEqual(left + offset, right + offset)
  }

  override func hash(of owner: UnsafeRawPointer, into hasher: inout Hasher) {
    comparison.hash(owner + offset, &hasher)
  }
}
