import Foundation

/// Why a journal cannot be used.
public enum JournalError: Error, Sendable, Hashable {
  /// The system refused.
  case system(Int32, String)
  /// The file is something else than a journal.
  case notAJournal(String)
}

extension JournalError: CustomStringConvertible, LocalizedError {
  /// What happened.
  public var description: String {
    switch self {
    case .system(let code, let what): "\(what): \(String(cString: strerror(code)))"
    case .notAJournal(let path): "\(path) is not a journal; give another file"
    }
  }

  /// The same as `description`.
  public var errorDescription: String? { description }
}
