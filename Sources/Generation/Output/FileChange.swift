/// One difference between what is on disk and what should be.
public struct FileChange: Hashable, Sendable {
  /// What happens to the file.
  public enum Kind: String, Sendable {
    case created, updated, removed
  }

  /// What happens to the file.
  public var kind: Kind
  /// The path, the output folder included, as a person would type it.
  public var path: String
  /// What is to be written; nothing for a removed file.
  public var bytes: [UInt8]

  /// Makes a change.
  public init(_ kind: Kind, _ path: String, _ bytes: [UInt8] = []) {
    self.kind = kind
    self.path = path
    self.bytes = bytes
  }

  /// The line that tells a person: `updated  Generated/KlingClient/Client.swift`.
  public var line: String { "\(kind.rawValue)  \(path)" }

  /// What `--check` calls it: `stale`, `missing` or `superfluous`.
  public var finding: String {
    switch kind {
    case .created: "missing  \(path)"
    case .updated: "stale  \(path)"
    case .removed: "superfluous  \(path)"
    }
  }
}
