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
        show(TaskLine(state, id: state.taskID ?? ""), state.taskID ?? "", state.status, time)
      }
    } catch {
      guard case .unsupported = error else { throw error }
      throw UsageError("\(error)", help: "--journal FILE lists what a journal knows")
    }
    return .fine
  }

  private func listJournal() throws -> ExitCode {
    let wanted = arguments.value("provider").flatMap(ProviderID.init)
    for record in try arguments.journal()?.records() ?? []
    where wanted == nil || record.intent.provider == wanted {
      let time = record.intent.created.formatted(.iso8601)
      if let handle = record.handle {
        let status = record.status ?? .queued
        show(TaskLine(handle, status), handle.taskID, status, time, record.files)
      } else {
        let state = record.refusal ?? record.doubt ?? "nobody knows whether it was accepted"
        if arguments.isSet("json") {
          Terminal.out(
            JSONValue.object([
              "create": .string(record.id), "error": .string(state),
              "provider": .string(record.intent.provider.rawValue),
            ]).text + "\n")
        } else {
          Terminal.out("\(record.id)  \(time)  no task: \(state)\n")
        }
      }
    }
    return .fine
  }

  private func show(
    _ line: TaskLine, _ id: String, _ status: VideoStatus, _ time: String, _ files: [String] = []
  ) {
    if arguments.isSet("json") { return Terminal.out(line.json.text + "\n") }
    let words = [id, time, "\(status)".padding(to: 10)] + files
    Terminal.out(words.joined(separator: "  ") + "\n")
  }
}
