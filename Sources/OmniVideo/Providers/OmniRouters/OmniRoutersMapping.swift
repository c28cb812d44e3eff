import ClientRuntime

/// From the unified request to OmniRouters, whose words it has; what goes beyond them goes into
/// `metadata`, as in the multi-parameter examples of its page.
enum OmniRoutersMapping {
  static func table(for family: ModelFamily) -> [FieldRule] {
    family == .seedance ? seedance : forwarded
  }

  private static let missing = "OmniRouters has no field for it"
  private static let parameters = "metadata.ext_info.AdditionalParameters"

  static let forwarded: [FieldRule] = [
    .map(.metadata, "metadata, as it is", MetadataRules.passed.apply),
    .map(.model, "model") { request, draft in
      let name = request.capability.map { $0.names[.omnirouters] ?? $0.model.rawValue }
      draft.set("model", .string(name ?? request.model.rawValue), from: "model")
    },
    .copy(.prompt, to: "prompt") { $0.prompt.map { .string($0) } },
    .copy(.negativePrompt, to: "metadata.negative_prompt") {
      $0.negativePrompt.map { .string($0) }
    },
    .copy(.resolution, to: "resolution") { $0.resolution.map { .string($0.rawValue) } },
    .copy(.seconds, to: "seconds", { $0.seconds.map { .string("\($0)") } }),
    .map(.aspectRatio, "aspect_ratio; metadata.aspect_ratio with a storyboard or elements") {
      request, draft in
      let isInMetadata = request.storyboard != nil || !request.elements.isEmpty
      draft.set(
        isInMetadata ? "metadata.aspect_ratio" : "aspect_ratio",
        request.aspectRatio.map { .string($0.rawValue) }, from: "aspect_ratio")
    },
    addresses(.images) { $0.images },
    addresses(.videos) { $0.videos },
    .refuse(.audios, "\(missing) with this model; Seedance models follow sounds"),
    address(.firstFrame) { $0.firstFrame },
    address(.lastFrame) { $0.lastFrame },
    .copy(.inputRegion, to: "input_region") { $0.inputRegion.map { .string($0.rawValue) } },
    flag(.audioGeneration) { $0.audioGeneration },
    flag(.backgroundMusic) { $0.backgroundMusic },
    flag(.keepOriginalSound) { $0.keepOriginalSound },
    .map(.subjects, "subject_infos: id, name, image_urls") { request, draft in
      for (index, subject) in request.subjects.enumerated() { write(subject, index, &draft) }
    },
    .copy(.imageUsage, to: "image_usage") { $0.imageUsage.map { .string($0.rawValue) } },
    .copy(.videoReferenceType, to: "video_reference_type") {
      $0.videoReferenceType.map { .string($0.rawValue) }
    },
    .map(.storyboard, "\(parameters): multi_shot, shot_type, multi_prompt") { request, draft in
      guard isKling(request, .storyboard, &draft) else { return }
      draft.set("\(parameters).multi_shot", true, from: "storyboard")
      if case .custom(let shots)? = request.storyboard {
        let list = shots.enumerated().map { $1.omniRoutersJSON(at: $0) }
        draft.set("\(parameters).multi_prompt", .array(list), from: "storyboard")
      }
      let type = request.storyboard == .smart ? "intelligence" : "customize"
      draft.set("\(parameters).shot_type", .string(type), from: "storyboard")
    },
    .map(.elements, "\(parameters).element_list") { request, draft in
      guard isKling(request, .elements, &draft) else { return }
      draft.set(
        "\(parameters).element_list", .array(request.elements.map(\.json)), from: "elements")
    },
    .refuse(.watermark, "\(missing) with this model; leave it out"),
    .refuse(.callbackURL, "\(missing) with this model; ask for the task instead"),
    .refuse(.externalTaskID, "OmniRouters finds no task by an id of yours; leave it out"),
    .refuse(.seed, "\(missing) with this model; leave it out"),
    MetadataRules.extras,
  ]

  /// The gateway passes to Seedance only the prompt, seconds and what stands in metadata.
  static let seedance: [FieldRule] = forwarded.replacing(
    SeedanceTable(form: .address).rules + [
      .map(.metadata, "metadata: the keys that the gateway passes on") { request, draft in
        SeedanceTable.passMetadata(request, &draft)
      },
      .map(.resolution, "resolution, which decides the price, and metadata.resolution") {
        request, draft in
        let resolution = request.resolution.map { JSONValue.string($0.rawValue) }
        draft.set("resolution", resolution, from: "resolution")
        draft.set("metadata.resolution", resolution, from: "resolution")
      },
      .refuse(.externalTaskID, "OmniRouters finds no task by an id of yours; leave it out"),
    ])

  // MARK: Sorts of fields

  private static func addresses(
    _ field: RequestField, _ media: @escaping @Sendable (ResolvedRequest) -> [Media]
  ) -> FieldRule {
    .map(field, "\(field.rawValue), addresses") { request, draft in
      for (index, item) in media(request).enumerated() {
        let path = "\(field.rawValue)[\(index)]"
        guard let text = draft.text(of: item, as: .address, at: path) else { continue }
        draft.append(field.rawValue, text, from: path)
      }
    }
  }

  private static func address(
    _ field: RequestField, _ media: @escaping @Sendable (ResolvedRequest) -> Media?
  ) -> FieldRule {
    .map(field, "\(field.rawValue), an address") { request, draft in
      guard let item = media(request) else { return }
      let text = draft.text(of: item, as: .address, at: field.rawValue)
      draft.set(field.rawValue, text, from: field.rawValue)
    }
  }

  private static func flag(
    _ field: RequestField, _ flag: @escaping @Sendable (ResolvedRequest) -> Bool?
  ) -> FieldRule {
    .copy(field, to: field.rawValue) { flag($0).map { $0 ? "Enabled" : "Disabled" } }
  }

  private static func write(
    _ subject: VideoRequest.Subject, _ index: Int, _ draft: inout VendorDraft
  ) {
    let path = "subject_infos[\(index)]"
    if !subject.videos.isEmpty {
      draft.refuse("U1", "\(path).video_urls", "\(missing); show the subject in images")
    }
    if subject.voiceID != nil { draft.refuse("U1", "\(path).voice_id", "\(missing); leave it out") }
    var item: JSONValue = [:]
    item["id"] = subject.id.map { .string($0) }
    item["name"] = subject.name.map { .string($0) }
    let urls = subject.images.enumerated().compactMap {
      draft.text(of: $1, as: .address, at: "\(path).image_urls[\($0)]")
    }
    if !subject.images.isEmpty { item["image_urls"] = .array(urls) }
    draft.append("subject_infos", item, from: path)
  }

  /// Writes what Kling's examples say beside their parameters; other families have no shots.
  private static func isKling(
    _ request: ResolvedRequest, _ field: RequestField, _ draft: inout VendorDraft
  ) -> Bool {
    guard request.family == .kling || request.family == .unknown else {
      draft.refuse("U1", field.rawValue, "only Kling's models have it; choose one of them")
      return false
    }
    if draft.value("metadata.scene_type") == nil {
      draft.set("metadata.scene_type", "template_effect", from: field.rawValue)
    }
    return true
  }
}

extension VideoRequest.Shot {
  /// The shot as OmniRouters has it, with its length as a number.
  fileprivate func omniRoutersJSON(at position: Int) -> JSONValue {
    [
      "index": .integer(Int64(index ?? position + 1)), "prompt": .string(prompt),
      "duration": .integer(Int64(seconds)),
    ]
  }
}

extension [FieldRule] {
  /// The table with some fields treated otherwise; the order stays.
  func replacing(_ others: [FieldRule]) -> [FieldRule] {
    let replacements = Dictionary(others.map { ($0.field, $0) }, uniquingKeysWith: { $1 })
    return map { replacements[$0.field] ?? $0 }
  }
}
