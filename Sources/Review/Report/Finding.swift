import Diagnostics

/// One fact: a change at the place where it was made, however many operations feel it.
public struct Finding: Sendable, Hashable {
  /// The kind of change.
  public var rule: Rule
  /// What it does on the wire.
  public var wire: Verdict
  /// What it does to Swift callers of the generated module; `nil` while nobody has looked.
  public var swift: Verdict?
  /// Which values it is about.
  public var sides: Sides
  /// Where the old description says it; `nil` for what is new.
  public var old: SourceRange?
  /// Where the new description says it; `nil` for what is gone.
  public var new: SourceRange?
  /// The place in the new description that is nearest to what is gone.
  public var nearest: SourceRange?
  /// Where it stands: in the new description, in the old one for what is gone.
  public var pointer: String
  /// One plain sentence, in lower case, without a full stop.
  public var message: String
  /// What stood there, in one normal form; empty for what is new.
  public var before: String
  /// What stands there now, in the same form; empty for what is gone.
  public var after: String
  /// The operations that feel it, `GET /things`, in the order of the description.
  public var operations: [String]
  /// The Swift names that it touches.
  public var symbols: [String]
  /// The rules that say what Swift shows of it, the one that its verdict for Swift comes from first.
  public var swiftRules: [Rule] = []
  /// A line of client code that stops compiling.
  public var witness: String?
  /// Whether values may be other ones, be it where nobody uses them.
  var isMoreThanWords = false
  /// Where the component stands that an alternative refers to.
  var target: String?
  /// What those who change the API can do about it.
  public var wireRemedy: String?
  /// What those who call it in Swift have to do.
  public var swiftRemedy: String?
  /// Why somebody accepted it; `nil` while nobody has.
  public var acceptance: String?

  /// The name of the file that it stands in, whatever folder or revision that was read from.
  var fileName: String? {
    (new ?? nearest ?? old)?.file.name.split(whereSeparator: { "/:".contains($0) }).last
      .map(String.init)
  }

  /// Tells findings apart across runs, whatever words they are told in.
  public var fingerprint: String {
    var mark = Mark()
    for text in [rule.id, pointer, before, after] { mark.add(text) }
    return mark.description
  }
}

extension Finding {
  /// The worse of the two verdicts.
  public var worst: Verdict { max(wire, swift ?? .none) }

  /// What to do about it.
  public var remedy: String? {
    guard let wireRemedy else { return swiftRemedy }
    return swiftRemedy.map { "\(wireRemedy); in Swift, \($0)" } ?? wireRemedy
  }

  /// The place to show it at: where it is now, or where it was.
  public var place: SourceRange? { new ?? old }

  /// By verdict, the worst first, then by place and rule.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.worst != right.worst { return left.worst > right.worst }
    if left.wire != right.wire { return left.wire > right.wire }
    let (a, b) = (left.place, right.place)
    if a?.file.name != b?.file.name { return (a?.file.name ?? "") < (b?.file.name ?? "") }
    if let a, let b, a.start != b.start { return a.start < b.start }
    if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
    return (left.pointer, left.before, left.after) < (right.pointer, right.before, right.after)
  }
}
