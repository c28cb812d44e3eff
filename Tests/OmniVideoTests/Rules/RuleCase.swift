import ClientRuntime
import OmniVideo
import Testing

/// A body, and what the rules have to say of it: `rule path`, nothing more and nothing less.
struct RuleCase: Sendable, CustomTestStringConvertible {
  var name: String
  var body: JSONValue
  var errors: [String] = []
  var warnings: [String] = []

  var testDescription: String { name }

  func check(_ report: CheckReport, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = { (findings: [Finding]) in findings.map { "\($0.rule) \($0.path)" }.sorted() }
    #expect(
      [lines(report.errors), lines(report.warnings)] == [errors.sorted(), warnings.sorted()],
      "\(report.errors + report.warnings)", sourceLocation: sourceLocation)
  }
}

extension JSONValue {
  /// The value with some keys set; null takes a key away.
  func with(_ changes: JSONValue) -> JSONValue {
    var value = self
    for (key, change) in changes.objectValue ?? [:] {
      value[key] = change == .null ? JSONValue?.none : change
    }
    return value
  }
}

/// Bodies of Kling's that no rule objects to, to be spoilt by the cases.
enum Spotless {
  static let text: JSONValue = [
    "model_name": "kling-v3-omni", "prompt": "A girl smiles", "aspect_ratio": "16:9",
  ]
  static let o1 = text.with(["model_name": "kling-video-o1"])
  static let edit: JSONValue = [
    "model_name": "kling-video-o1", "prompt": "Put a crown on the girl in <<<video_1>>>",
    "video_list": [["video_url": "https://example.com/a.mp4", "refer_type": "base"]],
  ]
  static let follow = text.with([
    "video_list": [["video_url": "https://example.com/a.mp4", "refer_type": "feature"]]
  ])
  static let shots: JSONValue = text.with([
    "prompt": nil, "multi_shot": true, "shot_type": "customize",
    "multi_prompt": .array([shot(1, "2"), shot(2, "3")]),
  ])
  static let smart = text.with(["multi_shot": true, "shot_type": "intelligence"])
  static let start = text.with([
    "aspect_ratio": nil, "image_list": .array([image("first_frame")]),
  ])
  static let startAndEnd = start.with([
    "image_list": .array([image("first_frame"), image("end_frame")])
  ])

  static let all = [text, o1, edit, follow, shots, smart, start, startAndEnd]

  static func shot(_ index: JSONValue, _ duration: JSONValue, _ prompt: String = "x") -> JSONValue {
    ["index": index, "prompt": .string(prompt), "duration": duration]
  }

  static func image(_ type: JSONValue? = nil, _ url: JSONValue = "https://example.com/a.png")
    -> JSONValue
  {
    var image: JSONValue = ["image_url": url]
    image["type"] = type
    return image
  }

  static func images(_ count: Int) -> JSONValue {
    .array(Array(repeating: image(), count: count))
  }

  static func elements(_ count: Int) -> JSONValue {
    .array((0..<count).map { ["element_id": .integer(Int64($0))] })
  }

  static func shots(_ durations: String...) -> JSONValue {
    .array(durations.enumerated().map { shot(.integer(Int64($0 + 1)), .string($1)) })
  }
}
