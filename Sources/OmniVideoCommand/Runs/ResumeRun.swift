import Foundation
import OmniVideo

/// `omnivideo resume`: everything in a journal that is not over.
struct ResumeRun {
  private struct Place: Hashable {
    var provider: ProviderID
    var baseURL: String
  }

  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() async throws -> ExitCode {
    guard let journal = try arguments.existingJournal() else {
      throw UsageError("no journal was given", help: "--journal FILE")
    }
    for id in arguments.all("settle") { try settle(id, in: journal) }
    let output = try OutputPlace(arguments, isFolder: true)
    let wanted = arguments.value("provider").flatMap(ProviderID.init)
    let records = try journal.records().filter { record in
      (wanted == nil || record.intent.provider == wanted)
        && (record.isUndecided || record.isUnfinished || record.isUndelivered)
    }
    let places = Set(
      records.map { Place(provider: $0.intent.provider, baseURL: $0.intent.baseURL) })
    var codes: [ExitCode] = []
    for place in places.sorted(by: { $0.provider.rawValue < $1.provider.rawValue }) {
      let provider = try Keys().provider(place.provider, arguments, baseURL: place.baseURL)
      let studio = VideoStudio(
        provider: provider, journal: journal, options: try arguments.studioOptions())
      codes += try await resume(studio, output)
    }
    if codes.isEmpty, !arguments.isSet("json"), !arguments.isSet("quiet") {
      Terminal.err("everything in the journal is over\n")
    }
    return Self.worst(codes)
  }

  /// Notes what somebody found out about a create of which nobody knew whether it was accepted.
  private func settle(_ id: String, in journal: FileJournal) throws {
    guard let record = try journal.records().last(where: { $0.id == id }) else {
      throw UsageError.surroundings(
        "the journal knows no create \(id)", help: "list --journal FILE shows them")
    }
    guard record.isUndecided else {
      throw UsageError.surroundings("the create \(id) is no open question")
    }
    let event = JournalEntry.Event.settled("somebody looked, and there is no task")
    try journal.append(JournalEntry(intent: id, time: .now, event: event))
  }

  private func resume(_ studio: VideoStudio, _ output: OutputPlace?) async throws -> [ExitCode] {
    let report = try await studio.resume()
    let following = Following(studio: studio, arguments: arguments, place: output)
    var codes = report.unclear.map { following.end(.createUnclear($0)) }
    for record in report.busy {
      Terminal.warning("another process works on the create \(record.id)")
    }
    // What succeeded is fetched only where somebody says where to.
    let tasks = report.running + (output == nil ? [] : report.undelivered)
    await withTaskGroup(of: ExitCode.self) { group in
      for task in tasks {
        group.addTask {
          var following = following
          return await following.run(task)
        }
      }
      for await code in group { codes.append(code) }
    }
    return codes
  }

  private static func worst(_ codes: [ExitCode]) -> ExitCode {
    [.interrupted, .unclear, .unfinished, .failed].first(where: codes.contains) ?? .fine
  }
}
