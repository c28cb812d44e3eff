/// Rules that differ only in what was done to one thing, each with an example.
struct RuleFamily: Sendable {
  /// Two texts, of which the second is what became of the first.
  struct Example: Sendable {
    var old: String
    var new: String
  }

  /// Texts that differ in the thing, for the examples of several edits at once.
  enum Texts: Sendable {
    /// Without it, and with it.
    case presence(String, String)
    /// Without it, with it, and with another one.
    case value(String, String, String)
    /// Without it, with a small one, and with a large one.
    case bound(String, String, String)
    /// With a small one, and with a large one.
    case order(String, String)
    /// With one, and with another one.
    case change(String, String)
  }

  let position: Rule.Position
  let aspect: String
  /// What people call it: `'maxLength' of a schema`.
  let thing: String
  /// What the texts of the examples are.
  let frame: Frame
  let examples: [Rule.Edit: Example]

  init(
    _ position: Rule.Position, _ aspect: String, _ thing: String, in frame: Frame,
    _ texts: Texts...
  ) {
    self.init(position, aspect, thing, in: frame, all: texts)
  }

  init(
    _ position: Rule.Position, _ aspect: String, _ thing: String, in frame: Frame,
    all texts: [Texts]
  ) {
    self.position = position
    self.aspect = aspect
    self.thing = thing
    self.frame = frame
    examples = texts.reduce(into: [:]) { found, texts in
      found.merge(texts.examples) { first, _ in first }
    }
  }

  /// What may be done to it, as rules.
  var rules: [Rule] {
    Rule.Edit.allCases.filter { examples[$0] != nil }.map { Rule(position, aspect, $0) }
  }

  /// The families of all words of a kind of object, and of its extensions; the texts have a line more
  /// for each.
  static func words(
    _ position: Rule.Position, of holder: String, in frame: Frame,
    _ text: (Word, String) -> String
  ) -> [RuleFamily] {
    (position.words + [.note]).map { word in
      let without = text(word, "")
      let with = text(word, word.example)
      return RuleFamily(
        position, word.aspect, "'\(word == .note ? "x-…" : word.keyword)' of \(holder)", in: frame,
        word.other.map { .value(without, with, text(word, $0)) } ?? .presence(without, with))
    }
  }

  static func words(
    _ position: Rule.Position, of holder: String, in frame: Frame, after base: String
  ) -> [RuleFamily] {
    words(position, of: holder, in: frame) { $1.isEmpty ? base : "\(base)\n\($1)" }
  }
}

extension RuleFamily.Texts {
  fileprivate var examples: [Rule.Edit: RuleFamily.Example] {
    switch self {
    case .presence(let without, let with):
      [.added: .init(old: without, new: with), .removed: .init(old: with, new: without)]
    case .value(let without, let first, let second):
      Self.presence(without, first).examples.merging(Self.change(first, second).examples) { $1 }
    case .bound(let without, let small, let large):
      Self.presence(without, small).examples.merging(Self.order(small, large).examples) { $1 }
    case .order(let small, let large):
      [.increased: .init(old: small, new: large), .decreased: .init(old: large, new: small)]
    case .change(let first, let second): [.changed: .init(old: first, new: second)]
    }
  }
}
