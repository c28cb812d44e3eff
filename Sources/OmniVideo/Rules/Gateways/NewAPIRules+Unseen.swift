import ClientRuntime

extension NewAPIRules {
  /// What the gateway's code was seen to do with fields that its page has.
  static let unseen: [Rule<JSONValue>] = [
    Rule("U7", "", "Some fields are read otherwise than the page says.") { body in
      unknownSize(body) + unreadAddress(body)
    },
    Rule("U8", "", "What the table of models has for a model.") { body in
      guard isSora(body) else { return [] }
      return ["seconds", "duration"].compactMap { key in
        guard let length = body[key]?.wholeNumber, ![4, 8, 12].contains(length) else { return nil }
        return .contradiction(key, "the model makes 4, 8, 12")
      }
    },
    Rule("U3", "", "The page lists models; Sora has two sizes, and Sora Pro four.") { body in
      unknownModel(body) + unknownSoraSize(body)
    },
  ]

  private static func unknownModel(_ body: JSONValue) -> [Violation] {
    guard let name = body["model"]?.stringValue, !name.isBlank, name != "kling-video" else {
      return []
    }
    let known = ModelCatalog.models(of: .newapi).contains { $0.names[.newapi] == name }
    return known ? [] : [.warning("model", "the page does not list \(name); is it spelt right?")]
  }

  private static func unknownSoraSize(_ body: JSONValue) -> [Violation] {
    guard isSora(body), let size = body["size"]?.stringValue, size != "" else { return [] }
    let small = ["720x1280", "1280x720"]
    let possible = body["model"] == "sora-2-pro" ? small + ["1024x1792", "1792x1024"] : small
    if possible.contains(size) { return [] }
    return [.contradiction("size", "the model makes \(possible.joined(separator: ", "))")]
  }

  private static func isSora(_ body: JSONValue) -> Bool {
    body["model"]?.stringValue?.hasPrefix("sora-") ?? false
  }

  /// Kling's part of the gateway makes 1:1 of every size that it does not know.
  private static func unknownSize(_ body: JSONValue) -> [Violation] {
    let known = ["1024x1024", "512x512", "1280x720", "1920x1080", "720x1280", "1080x1920"]
    guard body["model"] == "kling-video", let size = body["size"]?.stringValue, size != "" else {
      return []
    }
    if known.contains(size) || body["metadata"]?["aspect_ratio"] != nil { return [] }
    return [.error("size", "would become 1:1; give aspect_ratio and metadata.aspect_ratio")]
  }

  /// Veo's part drops addresses, though the page has them.
  private static func unreadAddress(_ body: JSONValue) -> [Violation] {
    guard body["model"]?.stringValue?.hasPrefix("veo") ?? false else { return [] }
    return ["image", "image_url"].compactMap { key in
      guard let text = body[key]?.stringValue, MediaText.isWebAddress(text) else { return nil }
      return .warning(
        key, "some gateways drop addresses and make a video from words; base64 is certain")
    }
  }
}
