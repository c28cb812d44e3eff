import OmniVideo

/// How a command ends.
enum ExitCode: Int32, Sendable {
  case fine = 0
  case failed = 1
  case misuse = 2
  /// Nobody knows whether a create was accepted.
  case unclear = 3
  /// Not over yet; it can be resumed.
  case unfinished = 4
  case interrupted = 130

  init(_ error: VideoError) {
    self =
      switch error {
      case .createUnclear: .unclear
      case .duplicate(let record): record.handle == nil ? .unclear : .unfinished
      case .deadline, .unanswered, .noVideo: .unfinished
      case .interrupted: .interrupted
      case .foreign, .unsupported: .misuse
      case .journal(_, let handle): handle == nil ? .misuse : .unfinished
      case .invalid, .unmappable, .notSent, .refused, .failed, .cancelled, .expired, .file, .call:
        .failed
      }
  }
}
