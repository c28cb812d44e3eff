import ClientRuntime

/// What a body asks of a Seedance model, whichever gateway takes it there.
struct SeedanceBody: Sendable {
  let model: String
  let metadata: JSONValue
  /// The length, with the path of the field that says it.
  let length: (path: String, value: JSONValue)?

  /// Reads a body; `nil` when it is not for Seedance.
  init?(_ json: JSONValue) {
    let model = json["model"]?.stringValue ?? ""
    guard model.contains("seedance-") else { return nil }
    self.model = model
    metadata = json["metadata"] ?? [:]
    if let duration = metadata["duration"], duration != .null {
      length = ("metadata.duration", duration)
    } else if let seconds = json["seconds"], seconds.wholeNumber != nil {
      length = ("seconds", .integer(seconds.wholeNumber ?? 0))
    } else {
      length = nil
    }
  }

  var isSecond: Bool { model.contains("seedance-2-0") }
  var isFast: Bool { model.contains("-fast-") }

  var isFirstAndHalf: Bool { model.contains("seedance-1-5") }

  var possibleSeconds: ClosedRange<Int> {
    isSecond ? 4...15 : isFirstAndHalf ? 4...12 : 2...12
  }

  /// What a key of metadata says.
  func setting(_ key: String) -> JSONValue? {
    guard let value = metadata[key], value != .null else { return nil }
    return value
  }

  var content: [JSONValue] { metadata["content"]?.arrayValue ?? [] }

  func count(_ kind: String) -> Int { content.count { $0["type"]?.stringValue == kind } }

  func roles(_ roles: String...) -> [Int] {
    content.indices.filter { roles.contains(content[$0]["role"]?.stringValue ?? "") }
  }
}
