import ClientRuntime

/// A body for OrcaRouter: a model, a prompt, an image, and a bag of the vendor's own words.
struct OrcaRouterBody: Sendable {
  let json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  var model: String { json["model"]?.stringValue ?? "" }
  var isKling: Bool { model.hasPrefix("kling/") }
  var isSeedance: Bool { model.hasPrefix("byteplus/") }
  var isOmni: Bool { ["kling/kling-video-o1", "kling/kling-v3-omni"].contains(model) }
  /// Whether it is one of the two models of the third generation.
  var isThird: Bool { ["kling/kling-v3", "kling/kling-v3-omni"].contains(model) }

  func metadata(_ key: String) -> JSONValue? {
    guard let value = json["metadata"]?[key], value != .null else { return nil }
    return value
  }

  /// The same in Kling's own words, for Kling's own rules.
  var kling: KlingBody? {
    guard isKling else { return nil }
    var body = json["metadata"]?.objectValue ?? [:]
    body["model_name"] = .string(String(model.dropFirst("kling/".count)))
    body["prompt"] = json["prompt"]
    // An image beside the metadata is a first frame.
    if !isOmni, let image = json["image"] {
      body["image_list"] = [["image_url": image, "type": .string(KlingWords.firstFrame)]]
    }
    return KlingBody(.object(body))
  }

  /// Where a field of Kling's stands here.
  static func path(of klingPath: String) -> String {
    if klingPath == "prompt" || klingPath == "model_name" {
      return klingPath == "prompt" ? "prompt" : "model"
    }
    return "metadata.\(klingPath)"
  }
}
