import ClientRuntime

/// What a vendor makes of one field of the unified request.
struct FieldRule: Sendable {
  let field: RequestField
  /// What becomes of it.
  let account: FieldAccount
  /// Writes it into the body; called only where the field is set.
  let apply: @Sendable (ResolvedRequest, inout VendorDraft) -> Void
}

/// What becomes of a field.
public enum FieldAccount: Sendable, Hashable, Codable {
  /// It goes into the vendor's body, as is said here.
  case mapped(String)
  /// The vendor cannot have it; why, and what to do instead.
  case refused(String)
  /// It changes nothing with this vendor, so it is left out with a warning.
  case leftOut(String)
}

extension FieldRule {
  /// A field that the vendor has, written by a closure.
  static func map(
    _ field: RequestField, _ words: String,
    _ apply: @escaping @Sendable (ResolvedRequest, inout VendorDraft) -> Void
  ) -> FieldRule {
    FieldRule(field: field, account: .mapped(words), apply: apply)
  }

  /// A field that the vendor has under another name.
  static func copy(
    _ field: RequestField, to path: String,
    _ value: @escaping @Sendable (ResolvedRequest) -> JSONValue?
  ) -> FieldRule {
    map(field, path) { request, draft in
      draft.set(path, value(request), from: request.path(field))
    }
  }

  /// A field that the vendor has no place for.
  static func refuse(_ field: RequestField, _ why: String) -> FieldRule {
    FieldRule(field: field, account: .refused(why)) { request, draft in
      draft.refuse("U1", request.path(field), why)
    }
  }

  /// A field without effect.
  static func leaveOut(_ field: RequestField, _ why: String) -> FieldRule {
    FieldRule(field: field, account: .leftOut(why)) { request, draft in
      draft.warn("U6", request.path(field), why)
    }
  }
}
