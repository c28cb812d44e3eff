import ClientRuntime

/// Reads the JSON of a unified request: numbers may be text and fields may have their synonyms.
struct RequestReader {
  /// Other names by which a field is known.
  static let synonyms: [String: RequestField] = [
    "model_name": .model, "duration": .seconds, "ratio": .aspectRatio, "image": .images,
    "image_urls": .images, "video": .videos, "video_urls": .videos, "audio": .audios,
    "audio_urls": .audios, "first_frame": .firstFrame, "last_frame": .lastFrame,
    "end_frame": .lastFrame, "sound": .audioGeneration, "generate_audio": .audioGeneration,
    "bgm": .backgroundMusic, "subjects": .subjects, "refer_type": .videoReferenceType,
    "element_list": .elements, "watermark_info": .watermark,
  ]

  private var members: [String: JSONValue]
  /// The name that the request itself used for a field.
  private var names: [RequestField: String] = [:]
  private(set) var findings: [Finding] = []

  /// Reads a request as far as it can be read, and says what could not be.
  static func read(_ json: JSONValue) -> (request: VideoRequest, findings: [Finding]) {
    guard let members = json.objectValue else {
      let finding = Finding(rule: "T6", path: "", message: "a request is a JSON object")
      return (VideoRequest(model: ""), [finding])
    }
    var reader = RequestReader(members: members)
    reader.nameFields()
    let request = reader.request()
    return (request, reader.findings)
  }

  private init(members: [String: JSONValue]) { self.members = members }

  /// Settles which key speaks for which field.
  private mutating func nameFields() {
    // A New API gateway has all of Kling's models behind one name.
    if members["model"] == "kling-video", let name = members.removeValue(forKey: "model_name") {
      members["model"] = name
    }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) where value != .null {
      guard let field = RequestField(rawValue: name) ?? Self.synonyms[name] else {
        add("T6", name, "no field has this name\(suggestion(for: name))")
        continue
      }
      if let other = names[field] {
        add("T6", name, "says the same as \(other); keep one of them")
        if name != field.rawValue { continue }
      }
      names[field] = name
    }
  }

  private func suggestion(for name: String) -> String {
    let plain = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let known = RequestField.allCases.map(\.rawValue) + Self.synonyms.keys.sorted()
    guard let near = known.first(where: { plain($0) == plain(name) }) else {
      return "; put a vendor's own field into extras"
    }
    return "; did you mean \(near)?"
  }

  private mutating func request() -> VideoRequest {
    var request = VideoRequest(model: VideoModel(rawValue: text(.model) ?? ""))
    request.prompt = text(.prompt)
    request.negativePrompt = text(.negativePrompt)
    request.resolution = text(.resolution).map { .init(rawValue: $0) }
    request.seconds = whole(.seconds).map { Int(clamping: $0) }
    request.aspectRatio = text(.aspectRatio).map { .init(rawValue: $0) }
    request.images = mediaList(.images)
    request.videos = mediaList(.videos)
    request.audios = mediaList(.audios)
    request.firstFrame = media(.firstFrame)
    request.lastFrame = media(.lastFrame)
    request.inputRegion = text(.inputRegion).map { .init(rawValue: $0) }
    request.audioGeneration = flag(.audioGeneration)
    request.backgroundMusic = flag(.backgroundMusic)
    request.keepOriginalSound = flag(.keepOriginalSound)
    request.subjects = list(.subjects) { $0.subject($1, $2) }
    request.imageUsage = text(.imageUsage).map { .init(rawValue: $0) }
    request.videoReferenceType = text(.videoReferenceType).map { .init(rawValue: $0) }
    request.storyboard = storyboard()
    request.elements = list(.elements) { $0.element($1, $2) }
    request.watermark = watermark()
    request.callbackURL = text(.callbackURL)
    request.externalTaskID = text(.externalTaskID)
    request.seed = whole(.seed)
    request.metadata = object(.metadata)
    request.extras = object(.extras)
    return request
  }

  mutating func add(_ rule: String, _ path: String, _ message: String) {
    findings.append(Finding(rule: rule, path: path, message: message))
  }

  // MARK: Fields

  private func value(_ field: RequestField) -> (name: String, value: JSONValue)? {
    guard let name = names[field], let value = members[name] else { return nil }
    return (name, value)
  }

  private mutating func text(_ field: RequestField) -> String? {
    guard let (name, value) = value(field) else { return nil }
    if let text = value.stringValue { return text }
    add("T6", name, "must be a text, not \(value.kind.article)")
    return nil
  }

  private mutating func whole(_ field: RequestField) -> Int64? {
    guard let (name, value) = value(field) else { return nil }
    return whole(value, name)
  }

  mutating func whole(_ value: JSONValue, _ path: String) -> Int64? {
    if case .bool = value {
    } else if let whole = value.wholeNumber {
      return whole
    }
    add("T1", path, "must be a whole number, such as 5 or \"5\"")
    return nil
  }

  private mutating func flag(_ field: RequestField) -> Bool? {
    guard let (name, value) = value(field) else { return nil }
    return flag(value, name)
  }

  mutating func flag(_ value: JSONValue, _ path: String) -> Bool? {
    switch value.scalarText?.lowercased() {
    case "true", "1", "enabled", "enable", "on", "yes": return true
    case "false", "0", "disabled", "disable", "off", "no": return false
    default:
      add("T6", path, "must be Enabled or Disabled")
      return nil
    }
  }

  private mutating func object(_ field: RequestField) -> [String: JSONValue] {
    guard let (name, value) = value(field) else { return [:] }
    if let object = value.objectValue { return object }
    add("T6", name, "must be an object, not \(value.kind.article)")
    return [:]
  }

  private mutating func media(_ field: RequestField) -> Media? {
    guard let (name, value) = value(field) else { return nil }
    return media(value, name)
  }

  mutating func media(_ value: JSONValue, _ path: String) -> Media? {
    if let media = Media(json: value) { return media }
    add("T6", path, Media.wanted)
    return nil
  }

  private mutating func mediaList(_ field: RequestField) -> [Media] {
    guard let (name, value) = value(field) else { return [] }
    if value.arrayValue == nil, let single = Media(json: value) { return [single] }
    return list(value, name) { $0.media($1, $2) }
  }

  private mutating func list<Item>(
    _ field: RequestField, _ read: (inout Self, JSONValue, String) -> Item?
  ) -> [Item] {
    guard let (name, value) = value(field) else { return [] }
    return list(value, name, read)
  }

  mutating func list<Item>(
    _ value: JSONValue, _ path: String, _ read: (inout Self, JSONValue, String) -> Item?
  ) -> [Item] {
    guard let values = value.arrayValue else {
      add("T6", path, "must be a list, not \(value.kind.article)")
      return []
    }
    var items: [Item] = []
    for (index, value) in values.enumerated() {
      if let item = read(&self, value, "\(path)[\(index)]") { items.append(item) }
    }
    return items
  }

  private mutating func watermark() -> Bool? {
    guard let (name, value) = value(.watermark) else { return nil }
    if let members = value.objectValue, members.count == 1, let enabled = members["enabled"] {
      return flag(enabled, "\(name).enabled")
    }
    return flag(value, name)
  }

  private mutating func storyboard() -> VideoRequest.Storyboard? {
    guard let (name, value) = value(.storyboard) else { return nil }
    return storyboard(value, name)
  }
}
