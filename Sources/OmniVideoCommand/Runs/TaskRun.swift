import ClientRuntime
import OmniVideo

/// `omnivideo status`, `wait` and `download`: everything that begins with the id of a task.
struct TaskRun {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() async throws -> ExitCode {
    let place = try OutputPlace(arguments)
    if arguments.command == .download, place == nil {
      throw UsageError("nobody said where the video is to be put", help: "--output F.mp4")
    }
    let task = try task()
    var following = Following(studio: task.studio, arguments: arguments, place: place)
    switch arguments.command {
    case .wait: return await following.run(task.task)
    default: break
    }
    do throws(VideoError) {
      let update = try await task.task.status()
      guard arguments.command == .download else { return show(update, following.reporter) }
      guard update.status.isFinal else {
        if following.reporter.isJSON { following.reporter.line(TaskLine(update).json) }
        Terminal.error("\(update.handle) is not over yet, it is \(update.status)")
        return .unfinished
      }
      return try await following.finish(task.task, update)
    } catch {
      return following.end(error)
    }
  }

  private func show(_ update: VideoUpdate, _ reporter: Reporter) -> ExitCode {
    if reporter.isJSON {
      var line = TaskLine(update).json
      line["url"] = update.state.videos.first.map { .string($0.url) }
      reporter.line(line)
    } else {
      let percent = update.progress.map { " \(Int(($0 * 100).rounded()))%" } ?? ""
      let reason = update.status.isFinal ? update.state.failure.map { ": \($0)" } ?? "" : ""
      let isUnknown = update.status == .expired && update.state.word == nil
      let what = isUnknown ? ": the vendor does not know the task, or not any longer" : ""
      Terminal.out("\(update.status)\(percent)\(what)\(reason)\n")
      if let url = update.state.videos.first?.url { Terminal.out("\(url)\n") }
    }
    return switch update.status {
    case .failed, .cancelled, .expired: .failed
    case .queued, .running, .succeeded, .unrecognized: .fine
    }
  }

  /// The task as the journal knows it, or by its id alone.
  private func task() throws -> (task: VideoTask, studio: VideoStudio) {
    let id = arguments.operands[0]
    let known = try arguments.journal()?.records().last { record in
      record.handle?.taskID == id || record.id == id || record.intent.externalID == id
    }
    if let handle = known?.handle {
      let provider = try Keys().provider(
        handle.provider, arguments, baseURL: arguments.value("base-url") ?? handle.baseURL)
      let studio = try arguments.studio(provider)
      return (try studio.task(handle), studio)
    }
    let studio = try arguments.studio(
      try Keys().provider(try arguments.providerID(), arguments))
    return (studio.task(id: id), studio)
  }
}
