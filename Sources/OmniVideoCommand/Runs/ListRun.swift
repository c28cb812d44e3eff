import ClientRuntime
import Foundation
import OmniVideo

/// `omnivideo list`: an account's tasks, or a journal's.
struct ListRun {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() async throws -> ExitCode {
    if arguments.isSet("journal") { return try listJournal() }
    let provider = try Keys().provider(try arguments.providerID(), arguments)
    let page = try arguments.whole("page", in: 1...1000) ?? 1
    let size = try arguments.whole("size", in: 1...500) ?? 30
    do throws(VideoError) {
      for state in try await VideoStudio(provider: provider).list(page: page, size: size) {
        let time = state.created.map { $0.formatted(.iso8601) } ?? ""
        var line = TaskLine(state, id: state.taskID ?? "")
        line.add(created: state.created)
        show(line, state.taskID ?? "", state.status, time)
      }
    } catch {
      guard case .unsupported = error else { throw error }
      throw UsageError("\(error)", help: "--journal FILE lists what a journal knows")
    }
    return .fine
  }

  private func listJournal() throws -> ExitCode {
    let wanted = arguments.value("provider").flatMap(ProviderID.init)
    for record in try arguments.existingJournal()?.records() ?? []
    where wanted == nil || record.intent.provider == wanted {
      let time = record.intent.created.formatted(.iso8601)
      if let handle = record.handle {
        let status = record.status ?? .queued
        var line = TaskLine(handle, status)
        line.add(created: record.intent.created, files: record.files)
        show(line, handle.taskID, status, time, record.files)
      } else {
        showTaskless(record, time)
      }
    }
    return .fine
  }

  private func showTaskless(_ record: JournalRecord, _ time: String) {
    let word = record.isUndecided ? "unclear" : "no task"
    let reason =
      record.refusal ?? record.settlement ?? record.doubt
      ?? "the process ended before the answer came"
    guard arguments.isSet("json") else {
      return Terminal.out("\(record.id)  \(time)  \(word.padding(to: 10))  \(reason)\n")
    }
    let line: JSONValue = [
      "create": .string(record.id), "created": .string(time), "error": .string(reason),
      "provider": .string(record.intent.provider.rawValue), "unclear": .bool(record.isUndecided),
    ]
    Terminal.out(line.text + "\n")
  }

  private func show(
    _ line: TaskLine, _ id: String, _ status: VideoStatus, _ time: String, _ files: [String] = []
  ) {
    if arguments.isSet("json") { return Terminal.out(line.json.text + "\n") }
    let words =
      [id, time] + (files.isEmpty ? ["\(status)"] : ["\(status)".padding(to: 10)] + files)
    Terminal.out(words.joined(separator: "  ") + "\n")
  }
}
