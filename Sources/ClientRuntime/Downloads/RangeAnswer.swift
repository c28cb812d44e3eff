/// What an answer says about which bytes of which file it carries.
struct RangeAnswer: Hashable, Sendable {
  /// The first byte of the answer's body; `nil` when the answer names none.
  var start: Int64?
  /// How many bytes the whole file has.
  var total: Int64?
  /// What tells this version of the file from others, when it is exact enough to go on with.
  var validator: String?

  init(_ head: ResponseHead) {
    if let text = head.headers["content-range"] {
      (start, total) = Self.range(text)
    } else {
      total = head.headers["content-length"].flatMap { Int64($0) }
    }
    let tag = head.headers["etag"].flatMap { $0.hasPrefix("W/") ? nil : $0 }
    validator = tag ?? head.headers["last-modified"]
  }

  /// `bytes 5-9/10`, `bytes */10`, `bytes 5-9/*`.
  private static func range(_ text: String) -> (start: Int64?, total: Int64?) {
    guard text.lowercased().hasPrefix("bytes ") else { return (nil, nil) }
    let parts = text.dropFirst(6).split(separator: "/", maxSplits: 1)
    guard parts.count == 2 else { return (nil, nil) }
    let start = parts[0].split(separator: "-").first.flatMap { Int64($0) }
    return (start, Int64(parts[1]))
  }

  /// The same file, as something to note; `nil` when it could not be told from another later.
  var origin: PartialFile.Origin? {
    validator.map { PartialFile.Origin(validator: $0, total: total) }
  }

  /// Whether this goes on where the bytes of an earlier answer end.
  func continues(_ origin: PartialFile.Origin, at offset: Int64) -> Bool {
    guard start == offset else { return false }
    if let validator, validator != origin.validator { return false }
    if let total, let known = origin.total, total != known { return false }
    return true
  }
}
