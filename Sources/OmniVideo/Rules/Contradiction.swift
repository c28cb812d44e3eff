/// Something about which the vendors' own sources disagree.
public struct Contradiction: Sendable, Hashable, Codable {
  /// The id; where the request alone shows it, it is reported under this id or a rule's.
  public var id: String
  /// What it is about.
  public var subject: String
  /// What one source says.
  public var one: String
  /// What another says.
  public var other: String
  /// The rules that report it as a warning, or as an error when strict; none where an answer or a
  /// price shows it and no request does.
  public var reportedBy: [String]
  /// What this package does about it.
  public var decision: String
}

extension Contradiction {
  /// All that are known.
  public static let all: [Contradiction] = inRequests + inAnswers

  private static func row(
    _ id: String, _ subject: String, _ one: String, _ other: String, by rules: [String] = [],
    _ decision: String
  ) -> Contradiction {
    Contradiction(
      id: id, subject: subject, one: one, other: other, reportedBy: rules, decision: decision)
  }

  private static let inRequests: [Contradiction] = [
    row(
      "C1", "duration", "Kling, FAQ: 3 to 10 seconds",
      "Kling, duration: 3 to 15; capability map: kling-video-o1 from text or a frame 5 or 10",
      by: ["R55", "C1", "G8"], "sent as asked, with a warning"),
    row(
      "C2", "aspect_ratio", "Kling, aspect_ratio: required without a first frame or editing",
      "Kling, FAQ: not supported from a first frame; a sample has none at all",
      by: ["R50", "R54"], "sent as asked, with a warning"),
    row(
      "C3", "element_list", "Kling: 3 elements with a first frame", "Kling: 7 images and elements",
      by: ["R30", "R31"], "the smaller number counts"),
    row(
      "C4", "prompt", "Kling, multi_shot: prompt is ignored with shots",
      "Kling, prompt: required with intelligence", by: ["R1", "R6"],
      "required with intelligence, not sent with shots of one's own"),
    row(
      "C5", "required fields", "ChainHub: model_name, prompt, mode and duration",
      "Kling: none without conditions; ChainHub's example: no duration", by: ["G20"],
      "all four are sent to ChainHub; the prompt must not be blank for OrcaRouter"),
    row(
      "C6", "multi_prompt", "Kling: a shot lasts at least 1 second",
      "a gateway: at least 3 seconds", by: ["R12", "C6"],
      "1 second is enough; with OrcaRouter less than 3 is a warning"),
    row(
      "C7", "multi_prompt", "Kling: a shot's duration is text", "OmniRouters: a number",
      by: ["T1", "C7"], "each vendor gets what its page shows"),
    row(
      "C8", "mode", "Kling: pro when left out", "New API gateways: std when left out", by: ["C8"],
      "std is written out for gateways, with a warning"),
    row(
      "C9", "seconds", "a New API gateway's page: number or text", "the gateways' code: text alone",
      by: ["C9"], "sent as text, beside duration as a number"),
    row(
      "C11", "metadata.scene_type", "OmniRouters' examples: template_effect with Kling",
      "the vendor behind it: with Vidu alone", by: ["C11"], "sent as in the examples"),
    row(
      "C12", "prompt", "OmniRouters' notes: not needed beside inputs",
      "the gateway's code: always needed", by: ["C12"], "a warning where it is missing"),
    row(
      "C18", "kling-video-o1", "Kling's samples: 7 seconds from text",
      "capability map: 5 or 10, no shots", by: ["C1", "C18", "R48"],
      "what the capability map lacks is a warning"),
    row(
      "C19", "mode", "Kling, OrcaRouter: no 4k with a video", "Kling's newer API: 4k with a video",
      by: ["C19", "G10"], "a warning with Kling, an error with OrcaRouter"),
    row(
      "C21", "images", "OmniRouters' notes on Veo: 2 images", "elsewhere: 3", by: ["C21"],
      "the third image is a warning"),
    row(
      "C22", "prompt", "Vidu: 5000 characters", "older clients: 2000", by: ["C22"],
      "more than 2000 is a warning"),
    row(
      "C23", "base64", "Kling: plain base64", "OrcaRouter: a data URI", by: ["C23"],
      "each vendor gets its own"),
  ]

  private static let inAnswers: [Contradiction] = [
    row(
      "C10", "routes", "OmniRouters: no difference between its two routes",
      "the answers to queries differ", "a task is asked for on the route that created it"),
    row(
      "C13", "status", "New API's documents: succeeded, processing",
      "its code: completed, in_progress, SUCCESS", "all are understood"),
    row(
      "C14", "rate", "Kling: no limit on queries a second", "codes 1302 and 1303 say otherwise",
      "both codes slow down"),
    row(
      "C15", "retention", "Seedance: tasks are kept 24 hours", "elsewhere: 7 days",
      "videos are fetched at once"),
    row(
      "C16", "unknown task", "New API's documents: 404", "its code: 400", "both are understood"),
    row(
      "C17", "status", "Hailuo's callback: failed", "its query: Fail", "both are understood"),
    row("C20", "code", "New API: a number", "elsewhere: text", "both are read"),
    row("C24", "status", "Kling: succeed", "Kling's newer API: succeeded", "both are understood"),
  ]
}
