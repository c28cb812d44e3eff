import Foundation
import OmniVideo

extension Arguments {
  /// Where creates are written down.
  func journal() throws(UsageError) -> FileJournal? {
    guard let path = journalPath else { return nil }
    do {
      return try FileJournal(URL(filePath: path))
    } catch {
      throw .surroundings("the journal cannot be used: \(error)")
    }
  }

  /// What was written down before; there is nothing to do with a journal that is not there.
  func existingJournal() throws(UsageError) -> FileJournal? {
    if let path = journalPath, !FileManager.default.fileExists(atPath: path) {
      throw .surroundings("there is no journal \(path)", help: "create --journal FILE begins one")
    }
    return try journal()
  }

  /// Where the journal is, if one is kept.
  var journalPath: String? {
    let usual = ProcessInfo.processInfo.environment["OMNIVIDEO_JOURNAL"]
    return (value("journal") ?? usual).flatMap { $0.isEmpty ? nil : $0 }
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
