import Foundation
import OmniVideo

extension Arguments {
  /// Where creates are written down.
  func journal() throws(UsageError) -> FileJournal? {
    let usual = ProcessInfo.processInfo.environment["OMNIVIDEO_JOURNAL"]
    guard let path = value("journal") ?? usual, !path.isEmpty else { return nil }
    do {
      return try FileJournal(URL(filePath: path))
    } catch {
      throw UsageError("the journal cannot be used: \(error)")
    }
  }

  /// A studio with the options that were given.
  func studio(_ provider: VideoProvider) throws(UsageError) -> VideoStudio {
    VideoStudio(provider: provider, journal: try journal(), options: try studioOptions())
  }

  func studioOptions() throws(UsageError) -> StudioOptions {
    var options = StudioOptions()
    options.strict = isSet("strict")
    if let seconds = try number("every") {
      options.pollInterval = .seconds(seconds)
      options.firstPoll = min(options.firstPoll, .seconds(seconds))
    }
    if let seconds = try number("deadline") {
      options.deadline = .seconds(seconds)
      options.patience = min(options.patience, .seconds(seconds))
    }
    return options
  }
}
