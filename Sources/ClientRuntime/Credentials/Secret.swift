/// What a credential came to for one attempt.
struct Secret: Sendable {
  var text: String
  var isBasic = false
  /// What it was made of.
  var parts: [String] = []
}
