import ClientRuntime

/// A body in Kling's words, read as far as it can be read: a field of the wrong type counts as
/// missing for the rules that are not about its type.
struct KlingBody: Sendable {
  enum Switch: Sendable { case on, off, unreadable }

  let members: [String: JSONValue]

  init?(_ json: JSONValue) {
    guard let members = json.objectValue else { return nil }
    self.members = members.filter { $0.value != .null }
  }

  func value(_ key: String) -> JSONValue? { members[key] }
  func text(_ key: String) -> String? { members[key]?.stringValue }

  // MARK: Model and output

  /// The model that decides; a misnamed `model` is reported on its own and then taken at its word.
  var model: String { text("model_name") ?? text("model") ?? KlingWords.defaultModel }
  var isO1: Bool { model == KlingWords.o1 }
  var isV3: Bool { model == KlingWords.v3 }

  var sound: String { text("sound") ?? "off" }
  var mode: String { text("mode") ?? "pro" }

  /// The length that is asked for, whatever type it came in; `nil` when it is no number.
  var seconds: Int64? {
    guard let duration = value("duration") else { return 5 }
    return duration.wholeNumber
  }

  // MARK: Shots

  var multiShot: Switch {
    switch value("multi_shot") {
    case nil, .bool(false)?: .off
    case .bool(true)?: .on
    default: .unreadable
    }
  }

  /// The way of planning shots, if one is named.
  var shotType: String? { text("shot_type").flatMap { $0.isEmpty ? nil : $0 } }
  var isCustomized: Bool { multiShot == .on && shotType == "customize" }

  /// The shots, also where they cannot be read.
  var shots: [JSONValue] { value("multi_prompt")?.arrayValue ?? [] }

  /// The shots that rules look at: those given without `multi_shot` are reported as a whole.
  var checkedShots: [JSONValue] { multiShot == .off ? [] : shots }

  /// Whether the shots decide the length of the video.
  var shotsDecideLength: Bool {
    multiShot != .off && shotType != "intelligence" && !edits && !shots.isEmpty
  }

  // MARK: Inputs

  var images: [JSONValue] { value("image_list")?.arrayValue ?? [] }
  var elements: [JSONValue] { value("element_list")?.arrayValue ?? [] }
  var videos: [JSONValue] { value("video_list")?.arrayValue ?? [] }

  private func positions(ofFrame frame: String) -> [Int] {
    images.indices.filter { images[$0]["type"]?.stringValue == frame }
  }

  var firstFrames: [Int] { positions(ofFrame: KlingWords.firstFrame) }
  var endFrames: [Int] { positions(ofFrame: KlingWords.endFrame) }
  var frames: [Int] { (firstFrames + endFrames).sorted() }

  /// Positions of the videos that are edited; one without a type is.
  var basePositions: [Int] {
    videos.indices.filter { position in
      switch videos[position]["refer_type"] {
      case nil, .null?, .string("base")?: true
      default: false
      }
    }
  }

  var edits: Bool { !basePositions.isEmpty }

  /// Whether words alone make the video.
  var isTextOnly: Bool { images.isEmpty && elements.isEmpty && videos.isEmpty }
  /// Whether a first frame alone begins the video.
  var startsFromFirstFrameAlone: Bool { !firstFrames.isEmpty && endFrames.isEmpty }
}

/// Words that have a meaning in Kling's bodies.
enum KlingWords {
  static let o1 = "kling-video-o1"
  static let v3 = "kling-v3-omni"
  static let models = [o1, v3]
  static let defaultModel = o1
  static let firstFrame = "first_frame"
  static let endFrame = "end_frame"
  static let shotTypes = ["customize", "intelligence"]
  static let modes = ["std", "pro", "4k"]
  static let aspectRatios = ["16:9", "9:16", "1:1"]
  static let referTypes = ["feature", "base"]
  static let fields: Set = [
    "model_name", "multi_shot", "shot_type", "prompt", "multi_prompt", "image_list",
    "element_list", "video_list", "sound", "mode", "aspect_ratio", "duration", "watermark_info",
    "callback_url", "external_task_id",
  ]
}

extension String {
  /// Whether nothing is to be read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Its length as vendors count it: characters of Unicode, not what stands on the screen.
  var characterCount: Int { unicodeScalars.count }
}
