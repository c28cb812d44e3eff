import ClientRuntime

/// What becomes of metadata that no field says, and of a vendor's own fields.
enum MetadataRules {
  /// Refuses every key, but for those without effect.
  static func rest(ignoring ignored: [String: String] = [:]) -> FieldRule {
    .map(.metadata, "keys that other fields have a name for; others are refused") {
      request, draft in
      for key in request.metadata.keys.sorted() {
        if let why = ignored[key] {
          draft.warn("U6", "metadata.\(key)", why)
        } else {
          let message = "the vendor has no field for it; its own fields go into extras"
          draft.refuse("U1", "metadata.\(key)", message)
        }
      }
    }
  }

  /// Adds what is left to the vendor's own metadata.
  static let passed: FieldRule = .map(.metadata, "metadata, beside what other fields write there") {
    request, draft in
    for (key, value) in request.metadata.sorted(by: { $0.key < $1.key }) {
      draft.merge("metadata.\(key)", value, from: "metadata.\(key)")
    }
  }

  /// Adds a vendor's own fields to its body.
  static let extras: FieldRule = .map(.extras, "the body itself, key by key") { request, draft in
    for (key, value) in request.extras.sorted(by: { $0.key < $1.key }) {
      draft.merge(key, value, from: "extras.\(key)")
    }
  }
}

extension VendorDraft {
  /// Writes a value; an object is written key by key beside what stands there.
  mutating func merge(_ path: String, _ value: JSONValue, from origin: String) {
    guard let members = value.objectValue, !members.isEmpty else {
      set(path, value, from: origin)
      return
    }
    for (key, member) in members.sorted(by: { $0.key < $1.key }) {
      merge("\(path).\(key)", member, from: "\(origin).\(key)")
    }
  }
}
