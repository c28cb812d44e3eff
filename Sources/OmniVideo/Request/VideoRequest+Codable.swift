import ClientRuntime

/// A request file that cannot be understood, with the reason for each field.
public struct UnreadableRequest: Error, Sendable, Hashable, CustomStringConvertible {
  /// What cannot be read, and what should stand there.
  public var findings: [Finding]

  /// Makes the error.
  public init(findings: [Finding]) { self.findings = findings }

  /// The reasons, a line each.
  public var description: String {
    "the request cannot be read:\n" + findings.map { "  \($0)" }.joined(separator: "\n")
  }
}

extension VideoRequest {
  /// Reads a request file; numbers may be text, switches may be truth values.
  public init(json: JSONValue) throws(UnreadableRequest) {
    let (request, findings) = RequestReader.read(json)
    if !findings.isEmpty { throw UnreadableRequest(findings: findings) }
    self = request
  }

  /// The request as it stands in a file; what was not set is left out.
  public var json: JSONValue {
    var fields: [RequestField: JSONValue] = [.model: .string(model.rawValue)]
    let texts: [RequestField: String?] = [
      .prompt: prompt, .negativePrompt: negativePrompt, .resolution: resolution?.rawValue,
      .seconds: seconds.map { "\($0)" }, .aspectRatio: aspectRatio?.rawValue,
      .inputRegion: inputRegion?.rawValue, .imageUsage: imageUsage?.rawValue,
      .videoReferenceType: videoReferenceType?.rawValue, .callbackURL: callbackURL,
      .externalTaskID: externalTaskID,
    ]
    for case (let field, let text?) in texts { fields[field] = .string(text) }
    let flags: [RequestField: Bool?] = [
      .audioGeneration: audioGeneration, .backgroundMusic: backgroundMusic,
      .keepOriginalSound: keepOriginalSound,
    ]
    for case (let field, let flag?) in flags { fields[field] = flag ? "Enabled" : "Disabled" }
    let lists: [RequestField: [JSONValue]] = [
      .images: images.map(\.json), .videos: videos.map(\.json), .audios: audios.map(\.json),
      .subjects: subjects.map(\.json), .elements: elements.map(\.json),
    ]
    for (field, list) in lists where !list.isEmpty { fields[field] = .array(list) }
    let objects: [RequestField: [String: JSONValue]] = [.metadata: metadata, .extras: extras]
    for (field, object) in objects where !object.isEmpty { fields[field] = .object(object) }
    fields[.firstFrame] = firstFrame?.json
    fields[.lastFrame] = lastFrame?.json
    fields[.storyboard] = storyboard?.json
    fields[.watermark] = watermark.map { .bool($0) }
    fields[.seed] = seed.map { .integer($0) }
    let members = fields.map { ($0.key.rawValue, $0.value) }
    return .object(Dictionary(uniqueKeysWithValues: members))
  }
}

extension VideoRequest: Codable {
  /// Reads a request with the names of `RequestField`.
  public init(from decoder: any Decoder) throws {
    do {
      self = try VideoRequest(json: JSONValue(from: decoder))
    } catch let error as UnreadableRequest {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: error.description,
          underlyingError: error))
    }
  }

  /// Writes the request with the names of `RequestField`; what was not set is left out.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension VideoRequest.Storyboard {
  /// The storyboard as it stands in a request file.
  var json: JSONValue {
    switch self {
    case .smart: "smart"
    case .custom(let shots): .array(shots.map(\.json))
    }
  }
}

extension VideoRequest.Shot {
  var json: JSONValue {
    var json: JSONValue = ["prompt": .string(prompt), "seconds": .integer(Int64(seconds))]
    json["index"] = index.map { .integer(Int64($0)) }
    return json
  }
}

extension VideoRequest.Element {
  var json: JSONValue { ["element_id": .integer(id)] }
}

extension VideoRequest.Subject {
  var json: JSONValue {
    var members: [String: JSONValue] = [:]
    members["id"] = id.map { .string($0) }
    members["name"] = name.map { .string($0) }
    if !images.isEmpty { members["image_urls"] = .array(images.map(\.json)) }
    if !videos.isEmpty { members["video_urls"] = .array(videos.map(\.json)) }
    members["voice_id"] = voiceID.map { .string($0) }
    return .object(members)
  }
}
