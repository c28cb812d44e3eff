import ClientRuntime

/// A request with its model looked up, and with what its metadata says put where it belongs.
@dynamicMemberLookup
struct ResolvedRequest: Sendable {
  var request: VideoRequest
  /// What is known of the model.
  var capability: ModelCapability?
  /// Fields that came out of the metadata, with the place they had there.
  var places: [RequestField: String] = [:]
  /// What the metadata says that cannot be understood.
  var findings: [Finding] = []

  subscript<Value>(dynamicMember key: KeyPath<VideoRequest, Value>) -> Value {
    request[keyPath: key]
  }

  var family: ModelFamily { capability?.family ?? .unknown }

  /// Where a field stands in the request as it was written.
  func path(_ field: RequestField) -> String { places[field] ?? field.rawValue }

  /// Whether a video is edited rather than followed.
  var edits: Bool {
    !request.videos.isEmpty
      && (request.videoReferenceType ?? .base) == .base
  }

  init(_ request: VideoRequest) {
    self.request = request
    capability = ModelCatalog.capability(of: request.model)
  }
}

extension VideoRequest {
  /// Whether a field says anything.
  func has(_ field: RequestField) -> Bool {
    switch field {
    case .model: true
    case .prompt: prompt != nil
    case .negativePrompt: negativePrompt != nil
    case .resolution: resolution != nil
    case .seconds: seconds != nil
    case .aspectRatio: aspectRatio != nil
    case .images: !images.isEmpty
    case .videos: !videos.isEmpty
    case .audios: !audios.isEmpty
    case .firstFrame: firstFrame != nil
    case .lastFrame: lastFrame != nil
    case .inputRegion: inputRegion != nil
    case .audioGeneration: audioGeneration != nil
    case .backgroundMusic: backgroundMusic != nil
    case .keepOriginalSound: keepOriginalSound != nil
    case .subjects: !subjects.isEmpty
    case .imageUsage: imageUsage != nil
    case .videoReferenceType: videoReferenceType != nil
    case .storyboard: storyboard != nil
    case .elements: !elements.isEmpty
    case .watermark: watermark != nil
    case .callbackURL: callbackURL != nil
    case .externalTaskID: externalTaskID != nil
    case .seed: seed != nil
    case .metadata: !metadata.isEmpty
    case .extras: !extras.isEmpty
    }
  }
}
