import ClientRuntime

/// Puts what a request's metadata says into the fields that say the same.
///
/// The metadata of OmniRouters' page says in places what other vendors have fields for.
struct MetadataReading {
  private static let keys: [(key: String, field: RequestField)] = [
    ("aspect_ratio", .aspectRatio), ("ratio", .aspectRatio), ("resolution", .resolution),
    ("duration", .seconds), ("input_region", .inputRegion), ("negative_prompt", .negativePrompt),
    ("seed", .seed), ("callback_url", .callbackURL), ("watermark", .watermark),
    ("generate_audio", .audioGeneration),
  ]

  private var resolved: ResolvedRequest
  private var members: [String: JSONValue]
  private var metadata: [String: JSONValue]

  /// Reads the metadata; `keepsContent` leaves Seedance's list of inputs where it is.
  static func resolve(_ request: VideoRequest, keepsContent: Bool) -> ResolvedRequest {
    var reading = MetadataReading(request)
    if request.metadata.isEmpty { return reading.resolved }
    reading.readKeys()
    reading.readOutput()
    reading.readKlingParameters()
    if !keepsContent { reading.readContent() }
    return reading.result()
  }

  private init(_ request: VideoRequest) {
    resolved = ResolvedRequest(request)
    members = request.json.objectValue ?? [:]
    metadata = request.metadata
  }

  private func result() -> ResolvedRequest {
    var json = members
    json["metadata"] = metadata.isEmpty ? nil : .object(metadata)
    let (request, findings) = RequestReader.read(.object(json))
    var result = resolved
    result.request = request
    result.findings += findings.map { finding in
      var finding = finding
      for (field, place) in resolved.places where finding.path.hasPrefix(field.rawValue) {
        finding.path = place + finding.path.dropFirst(field.rawValue.count)
      }
      return finding
    }
    return result
  }

  private mutating func readKeys() {
    for (key, field) in Self.keys {
      guard let value = metadata.removeValue(forKey: key), value != .null else { continue }
      put(field, value, from: "metadata.\(key)")
    }
  }

  private mutating func readOutput() {
    guard var output = metadata["output_config"]?.objectValue,
      let sound = output.removeValue(forKey: "AudioGeneration")
    else { return }
    metadata["output_config"] = output.isEmpty ? nil : .object(output)
    put(.audioGeneration, sound, from: "metadata.output_config.AudioGeneration")
  }

  private mutating func readKlingParameters() {
    guard var information = metadata["ext_info"]?.objectValue,
      var parameters = information["AdditionalParameters"]?.objectValue
    else { return }
    let place = "metadata.ext_info.AdditionalParameters"
    if let elements = parameters.removeValue(forKey: "element_list") {
      put(.elements, elements, from: "\(place).element_list")
    }
    let isMultiShot = parameters.removeValue(forKey: "multi_shot")
    var storyboard: JSONValue = [:]
    for key in ["shot_type", "multi_prompt"] {
      storyboard[key] = parameters.removeValue(forKey: key)
    }
    if isMultiShot == false || isMultiShot == nil, storyboard != [:] {
      add("R3", "\(place).multi_shot", "must be true where shots are given")
    } else if isMultiShot == true {
      put(.storyboard, storyboard, from: place)
    } else if let isMultiShot, isMultiShot != false {
      add("T4", "\(place).multi_shot", "must be true or false")
    }
    information["AdditionalParameters"] = parameters.isEmpty ? nil : .object(parameters)
    metadata["ext_info"] = information.isEmpty ? nil : .object(information)
  }

  private mutating func readContent() {
    guard let items = metadata.removeValue(forKey: "content")?.arrayValue else { return }
    for (index, item) in items.enumerated() {
      let place = "metadata.content[\(index)]"
      guard let kind = item["type"]?.stringValue, kind != "text",
        let source = item[kind]?["url"] ?? item[kind], source.stringValue != nil
      else {
        add("U3", place, "only an image_url, video_url or audio_url can be taken from here")
        continue
      }
      switch (kind, item["role"]?.stringValue) {
      case ("image_url", "first_frame"): put(.firstFrame, source, from: place)
      case ("image_url", "last_frame"): put(.lastFrame, source, from: place)
      case ("image_url", _): append(.images, source, from: place)
      case ("video_url", _): append(.videos, source, from: place)
      case ("audio_url", _): append(.audios, source, from: place)
      default: add("U3", place, "the type \(kind) is not known")
      }
    }
  }

  private mutating func add(_ rule: String, _ path: String, _ message: String) {
    resolved.findings.append(Finding(rule: rule, path: path, message: message))
  }

  private mutating func put(_ field: RequestField, _ value: JSONValue, from place: String) {
    let name = field.rawValue
    guard let standing = members[name] else {
      members[name] = value
      resolved.places[field] = place
      return
    }
    if plain(standing, name) != plain(value, name) {
      add("U4", place, "says otherwise than \(resolved.path(field)); keep one of them")
    }
  }

  /// A value as every way of writing it comes out.
  private func plain(_ value: JSONValue, _ name: String) -> JSONValue? {
    RequestReader.read(.object([name: value])).request.json[name]
  }

  private mutating func append(_ field: RequestField, _ value: JSONValue, from place: String) {
    members[field.rawValue] = .array((members[field.rawValue]?.arrayValue ?? []) + [value])
    resolved.places[field] = resolved.places[field] ?? place
  }
}
