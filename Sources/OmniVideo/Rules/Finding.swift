/// What a rule found wrong with a request, and where.
public struct Finding: Sendable, Hashable, Codable {
  /// The rule's id, such as `R7`.
  public var rule: String
  /// The field, such as `image_list[0].image_url`; empty for the request as a whole.
  public var path: String
  /// What is wrong and what to do about it.
  public var message: String

  /// Makes a finding.
  public init(rule: String, path: String, message: String) {
    self.rule = rule
    self.path = path
    self.message = message
  }
}

extension Finding: CustomStringConvertible {
  /// The finding as a line of text.
  public var description: String {
    path.isEmpty ? "\(message) [\(rule)]" : "\(path): \(message) [\(rule)]"
  }
}
