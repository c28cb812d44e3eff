/// The ways a property is there or not, as what reads and writes it.
struct FieldForm<Stored> {
  let read: (DecodedFields, String) throws -> Stored
  let write: (inout EncodedFields, String, Stored) throws -> Void

  /// The same for a property that is kept in a box.
  var boxed: FieldForm<Indirect<Stored>> {
    let form = self
    return .init(
      read: { Indirect(wrappedValue: try form.read($0, $1)) },
      write: { try form.write(&$0, $1, $2.wrappedValue) })
  }

  static func required() -> Self where Stored: Codable {
    Self(read: { try $0.required($1) }, write: { try $0.required($1, $2) })
  }

  static func optional<Value: Codable>() -> Self where Stored == Value? {
    Self(read: { try $0.optional($1) }, write: { try $0.optional($1, $2) })
  }

  static func nullable<Value: Codable>() -> Self where Stored == Nullable<Value>? {
    Self(read: { try $0.nullable($1) }, write: { try $0.nullable($1, $2) })
  }

  static func requiredNullable<Value: Codable>() -> Self where Stored == Value? {
    Self(read: { try $0.requiredNullable($1) }, write: { try $0.requiredNullable($1, $2) })
  }

  static func any<Value: Codable>() -> Self where Stored == Value? {
    Self(read: { try $0.any($1) }, write: { try $0.any($1, $2) })
  }

  static func additional<Value: Codable>(
    except known: Set<String>
  ) -> Self where Stored == [String: Value] {
    Self(
      read: { fields, _ in try fields.additional(except: known) },
      write: { output, _, values in try output.additional(values) })
  }
}
