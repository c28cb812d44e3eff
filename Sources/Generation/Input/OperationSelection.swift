import Contract

/// Which operations of a description are wanted; an empty list means any.
public struct OperationSelection: Hashable, Sendable {
  /// One side of a selection.
  public struct Criteria: Hashable, Sendable {
    /// Tags, one of which an operation must have.
    public var tags: [String]
    /// Paths, where `*` stands for any text.
    public var paths: [String]
    /// Operation ids, or `GET /path`.
    public var operations: [String]

    /// Makes criteria; nothing given means nothing is asked.
    public init(tags: [String] = [], paths: [String] = [], operations: [String] = []) {
      self.tags = tags
      self.paths = paths
      self.operations = operations
    }

    /// Whether nothing is asked.
    public var isEmpty: Bool { tags.isEmpty && paths.isEmpty && operations.isEmpty }
  }

  /// What an operation must meet; any one of the criteria is enough.
  public var include: Criteria
  /// What an operation must not meet.
  public var exclude: Criteria

  /// Makes a selection; by default everything is wanted.
  public init(include: Criteria = Criteria(), exclude: Criteria = Criteria()) {
    self.include = include
    self.exclude = exclude
  }

  /// Whether everything is wanted.
  public var isEverything: Bool { include.isEmpty && exclude.isEmpty }

  /// Whether an operation is wanted.
  public func contains(id: String?, method: String, path: String, tags: [String]) -> Bool {
    func meets(_ criteria: Criteria) -> Bool {
      criteria.tags.contains(where: tags.contains)
        || criteria.paths.contains { Self.matches(path, $0) }
        || criteria.operations.contains { $0 == id || $0 == "\(method) \(path)" }
    }
    return (include.isEmpty || meets(include)) && !meets(exclude)
  }

  /// The same question as a function; `nil` when everything is wanted.
  public var predicate: (@Sendable (OperationKey) -> Bool)? {
    if isEverything { return nil }
    return { contains(id: $0.id, method: $0.method, path: $0.path, tags: $0.tags) }
  }

  /// Whether a path is like a pattern; only `*` is special.
  static func matches(_ path: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return path == pattern
    }
    guard path.hasPrefix(first) else { return false }
    var rest = path.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
