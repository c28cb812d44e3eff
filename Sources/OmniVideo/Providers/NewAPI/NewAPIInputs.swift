import ClientRuntime

/// How inputs reach models behind a New API gateway.
enum NewAPIInputs {
  /// A list of addresses.
  static func write(
    _ media: [Media], _ key: String, _ field: RequestField, _ request: ResolvedRequest,
    _ draft: inout VendorDraft
  ) {
    for (index, item) in media.enumerated() {
      let path = "\(request.path(field))[\(index)]"
      guard let text = draft.text(of: item, as: .address, at: path) else { continue }
      draft.append(key, text, from: path)
    }
  }

  static func writeImages(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    let path = request.path(.images)
    if request.imageUsage == .firstFrame, request.images.count == 1 {
      let text = draft.text(of: request.images[0], as: .address, at: "\(path)[0]")
      draft.set("image_url", text, from: "\(path)[0]")
      draft.set("mode", "i2v", from: path)
    } else if !request.videos.isEmpty || !request.audios.isEmpty {
      write(request.images, "image_urls", .images, request, &draft)
      draft.set("mode", "reference_material", from: path)
    } else {
      write(request.images, "reference_images", .images, request, &draft)
      draft.set("mode", request.family == .geminiOmni ? "r2v" : "reference_images", from: path)
    }
  }

  static func checkUsage(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    if request.images.isEmpty {
      draft.warn("U6", "image_usage", "left out: there are no images")
    } else if request.imageUsage != .reference,
      request.imageUsage != .firstFrame || request.images.count > 1
    {
      draft.refuse("U3", "image_usage", "give frames as firstframe and lastframe")
    }
  }

  static func writeVideos(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    let path = request.path(.videos)
    if request.videoReferenceType == .base {
      guard request.videos.count == 1 else {
        draft.refuse("U3", path, "one video can be edited")
        return
      }
      let text = draft.text(of: request.videos[0], as: .address, at: "\(path)[0]")
      draft.set("video_url", text, from: "\(path)[0]")
      draft.set("mode", "edit", from: path)
    } else {
      write(request.videos, "video_urls", .videos, request, &draft)
      draft.set("mode", "reference_material", from: path)
    }
  }

  static func writeKlingImage(_ image: Media, _ path: String, _ draft: inout VendorDraft) {
    draft.set("image", draft.text(of: image, as: .plainBase64, at: path), from: path)
    draft.set("mode", "i2v", from: path)
  }

  /// `images` alone would leave Kling with the words and no image.
  static func writeKlingImages(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    let path = request.path(.images)
    if request.images.count == 1, request.imageUsage != .reference {
      writeKlingImage(request.images[0], "\(path)[0]", &draft)
      return
    }
    if request.firstFrame != nil || request.lastFrame != nil {
      draft.refuse("U1", path, "frames and images exclude each other here; keep one of them")
      return
    }
    for (index, image) in request.images.enumerated() {
      let item = "\(path)[\(index)]"
      guard let text = draft.text(of: image, as: .plainBase64, at: item) else { continue }
      draft.append("image_list", ["image_url": text], from: item)
    }
    draft.set("mode", "multi_i2v", from: path)
  }

  /// The gateway's code drops an address in `image`; its page has them in `image_url`.
  static func writeVeoFrame(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    guard let frame = request.firstFrame else { return }
    let path = request.path(.firstFrame)
    let mode: JSONValue = request.lastFrame == nil ? "i2v" : "i2v_first_last"
    if case .url(let url) = frame {
      draft.set("image_url", .string(url), from: path)
      let message = "some gateways drop addresses and make a video from words; a file is certain"
      draft.warn("U7", path, message)
    } else {
      draft.set("image", draft.text(of: frame, as: .dataURIAlone, at: path), from: path)
    }
    draft.set("mode", mode, from: path)
  }

  static func writeSoraSize(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    let isTall = request.aspectRatio == .ratio9x16
    let path = request.path(request.aspectRatio == nil ? .resolution : .aspectRatio)
    guard [nil, .ratio16x9, .ratio9x16].contains(request.aspectRatio) else {
      draft.refuse("U3", path, "Sora has 16:9 and 9:16")
      return
    }
    switch request.resolution {
    case nil, VideoRequest.Resolution.p720?:
      draft.set("size", isTall ? "720x1280" : "1280x720", from: path)
    default:
      draft.refuse("U3", request.path(.resolution), "Sora has 720p here; give size in extras")
    }
  }
}
