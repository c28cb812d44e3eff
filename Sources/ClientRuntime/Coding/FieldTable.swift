/// The stored properties of a type, with their keys and limits.
public struct FieldTable<Root>: Sendable {
  let fields: [Field]

  private init(checked fields: [Field]) {
    precondition(
      Self.covers(fields), "the fields of \(Root.self) are not its stored properties, each once")
    self.fields = fields
  }

  /// Whether the fields are all that the type stores, so that reading each of them makes a whole
  /// value; what Swift lays out has no gaps but those that alignment asks for.
  private static func covers(_ fields: [Field]) -> Bool {
    var end = 0
    for field in fields.sorted(by: { ($0.offset, $0.size) < ($1.offset, $1.size) }) {
      let start = (end + field.alignment - 1) / field.alignment * field.alignment
      guard field.offset == start else { return false }
      end = start + field.size
    }
    return end == MemoryLayout<Root>.size
  }

  func decode(from source: DecodedFields) throws -> Root {
    let value = UnsafeMutablePointer<Root>.allocate(capacity: 1)
    defer { value.deallocate() }
    var count = 0
    do {
      for field in fields {
        try field.decode(from: source, into: value)
        count += 1
      }
    } catch {
      for field in fields.prefix(count) { field.destroy(in: value) }
      throw source.located(error, fields[count].key)
    }
    return value.move()
  }

  func encode(_ value: Root, to output: inout EncodedFields) throws {
    try withUnsafePointer(to: value) { value in
      for field in fields { try field.encode(of: value, to: &output) }
    }
  }

  func areEqual(_ left: Root, _ right: Root) -> Bool {
    withUnsafePointer(to: left) { left in
      withUnsafePointer(to: right) { right in fields.allSatisfy { $0.isEqual(left, right) } }
    }
  }

  func hash(_ value: Root, into hasher: inout Hasher) {
    withUnsafePointer(to: value) { value in
      for field in fields { field.hash(of: value, into: &hasher) }
    }
  }

  func check(_ value: Root, _ constraints: inout Constraints) {
    withUnsafePointer(to: value) { value in
      for field in fields where field.isChecked { field.check(of: value, &constraints) }
    }
  }
}

extension FieldTable where Root: Hashable {
  /// Lists the stored properties.
  public init(_ list: (FieldList<Root>) -> Void) {
    let all = FieldList<Root>()
    list(all)
    self.init(checked: all.fields)
  }
}

extension FieldTable {
  /// Lists the stored properties of a type that is not `Hashable`.
  public static func unhashed(_ list: (UnhashedFieldList<Root>) -> Void) -> Self {
    let all = UnhashedFieldList<Root>()
    list(all)
    return Self(checked: all.fields)
  }
}
