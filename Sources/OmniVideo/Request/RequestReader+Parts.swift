import ClientRuntime

extension RequestReader {
  mutating func storyboard(_ value: JSONValue, _ path: String) -> VideoRequest.Storyboard? {
    switch value {
    case .string("smart"), .string("intelligence"): return .smart
    case .array: return .custom(shots(value, path))
    case .object(let members): return storyboard(members, path)
    default:
      add("R5", path, "write \"smart\", or a list of shots with prompt and seconds")
      return nil
    }
  }

  private mutating func storyboard(
    _ members: [String: JSONValue], _ path: String
  ) -> VideoRequest.Storyboard? {
    for key in members.keys.sorted() where !["shot_type", "shots", "multi_prompt"].contains(key) {
      add("T6", "\(path).\(key)", "a storyboard has the fields shot_type and shots")
    }
    let name = members["shots"] == nil ? "multi_prompt" : "shots"
    let shots = members[name].flatMap { $0 == .null ? JSONValue?.none : $0 }
    let type = members["shot_type"] ?? .null
    switch type {
    case .null where shots != nil, "customize":
      if let shots { return .custom(self.shots(shots, "\(path).\(name)")) }
      add("R9", "\(path).\(name)", "required with shot_type customize")
    case "intelligence", "smart":
      if shots == nil || shots == [] { return .smart }
      add("R3", "\(path).\(name)", "the model plans the shots itself; leave them out")
    case .null, "": add("R4", "\(path).shot_type", "must be customize or intelligence")
    default: add("R5", "\(path).shot_type", "must be customize or intelligence")
    }
    return nil
  }

  mutating func shots(_ value: JSONValue, _ path: String) -> [VideoRequest.Shot] {
    list(value, path) { $0.shot($1, $2) }
  }

  mutating func shot(_ value: JSONValue, _ path: String) -> VideoRequest.Shot? {
    guard let members = value.objectValue else {
      add("R15", path, "a shot is an object with prompt and seconds")
      return nil
    }
    for key in members.keys.sorted()
    where !["index", "prompt", "seconds", "duration"].contains(key) {
      add("T6", "\(path).\(key)", "a shot has the fields index, prompt and seconds")
    }
    guard let prompt = members["prompt"]?.stringValue else {
      add("R15", "\(path).prompt", "the shot needs a text that says what happens in it")
      return nil
    }
    guard let length = members["seconds"] ?? members["duration"] else {
      add("R15", "\(path).seconds", "the shot needs its length in seconds")
      return nil
    }
    let name = members["seconds"] == nil ? "duration" : "seconds"
    guard let seconds = whole(length, "\(path).\(name)") else { return nil }
    let index = members["index"].flatMap { $0 == .null ? nil : whole($0, "\(path).index") }
    return VideoRequest.Shot(
      prompt, seconds: Int(clamping: seconds), index: index.map { Int(clamping: $0) })
  }

  mutating func element(_ value: JSONValue, _ path: String) -> VideoRequest.Element? {
    let id = value["element_id"] ?? value["id"] ?? value
    if case .object = id {
      add("R34", "\(path).element_id", "the element needs its id from the element library")
      return nil
    }
    guard let number = id.wholeNumber else {
      add("T3", value == id ? path : "\(path).element_id", "an element's id is a 64-bit integer")
      return nil
    }
    return VideoRequest.Element(id: number)
  }

  mutating func subject(_ value: JSONValue, _ path: String) -> VideoRequest.Subject? {
    guard let members = value.objectValue else {
      add("T6", path, "a subject is an object with id, name and image_urls")
      return nil
    }
    var subject = VideoRequest.Subject()
    for (key, value) in members.sorted(by: { $0.key < $1.key }) where value != .null {
      let place = "\(path).\(key)"
      switch key {
      case "id": subject.id = text(value, place)
      case "name": subject.name = text(value, place)
      case "voice_id": subject.voiceID = text(value, place)
      case "image_urls": subject.images = list(value, place) { $0.media($1, $2) }
      case "video_urls": subject.videos = list(value, place) { $0.media($1, $2) }
      default:
        add("T6", place, "a subject has the fields id, name, image_urls, video_urls and voice_id")
      }
    }
    return subject
  }

  private mutating func text(_ value: JSONValue, _ path: String) -> String? {
    if let text = value.stringValue { return text }
    add("T6", path, "must be a text, not \(value.kind.article)")
    return nil
  }
}
