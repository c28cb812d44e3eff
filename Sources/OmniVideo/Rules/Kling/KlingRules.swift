/// What Kling says about bodies of its Omni-Video endpoint.
enum KlingRules {
  /// All rules, in the order in which they are reported.
  static let all: [Rule<KlingBody>] =
    shots + prompts + storyboard + frames + images + elements
    + videos + output + task + types + contradictions
}
