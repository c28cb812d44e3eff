import ClientRuntime
import Foundation

extension KlingRules {
  static let prompts: [Rule<KlingBody>] = [
    Rule("R6", "prompt", "The prompt must not be empty, except with shots of one's own.") { body in
      if let prompt = body.value("prompt"), prompt.stringValue == nil {
        return [.error("prompt", "must be a text, not \(prompt.kind.article)")]
      }
      let isNeeded =
        body.multiShot == .off || (body.multiShot == .on && body.shotType == "intelligence")
      return .error(
        "prompt", "must say what happens in the video",
        if: isNeeded && body.text("prompt")?.isBlank != false)
    },
    Rule("R7", "prompt", "The prompt has at most 2500 characters.") { body in
      let count = body.text("prompt")?.characterCount ?? 0
      return .error("prompt", "\(count) characters; at most 2500 are possible", if: count > 2500)
    },
    Rule("R8", "prompt", "References are written <<<image_1>>>, <<<element_1>>>, <<<video_1>>>.") {
      body in
      var violations: [Violation] = []
      if !body.isCustomized {
        violations += unknownReferences(in: body.text("prompt"), at: "prompt", of: body)
      }
      for (index, shot) in body.checkedShots.enumerated() {
        violations += unknownReferences(
          in: shot["prompt"]?.stringValue, at: "multi_prompt[\(index)].prompt", of: body)
      }
      return violations
    },
  ]

  private static func unknownReferences(
    in prompt: String?, at path: String, of body: KlingBody
  ) -> [Violation] {
    let counts = [
      "image": body.images.count, "element": body.elements.count, "video": body.videos.count,
    ]
    return PromptReference.all(in: prompt ?? "").compactMap { reference in
      guard let kind = reference.kind, let number = reference.number, let count = counts[kind]
      else {
        return .warning(
          path,
          "\(reference) is no reference; write <<<image_1>>>, <<<element_1>>> or <<<video_1>>>")
      }
      if number >= 1, number <= count { return nil }
      return .warning(path, "\(reference) refers to nothing: \(kind)s in the request: \(count)")
    }
  }
}

/// A reference in a prompt, such as `<<<image_1>>>`.
struct PromptReference: Hashable, Sendable, CustomStringConvertible {
  /// What stands between the brackets.
  let name: String

  var description: String { "<<<\(name)>>>" }

  /// `image` in `image_1`.
  var kind: String? { parts.map { String($0.kind) } }
  /// `1` in `image_1`.
  var number: Int? { parts?.number }

  private var parts: (kind: Substring, number: Int)? {
    guard let line = name.lastIndex(of: "_") else { return nil }
    let digits = name[name.index(after: line)...]
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits) else {
      return nil
    }
    return (name[..<line], number)
  }

  /// All references of a prompt, each once, in their order.
  static func all(in prompt: String) -> [PromptReference] {
    var found: [PromptReference] = []
    for piece in prompt.split(separator: "<<<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.range(of: ">>>") else { continue }
      let reference = PromptReference(name: String(piece[..<end.lowerBound]))
      if !found.contains(reference) { found.append(reference) }
    }
    return found
  }
}
