import ClientRuntime
import Foundation
import OmniVideo

/// Follows a task to its end, and fetches its video.
struct Following: Sendable {
  let studio: VideoStudio
  let arguments: Arguments
  var place: OutputPlace?
  var reporter: Reporter
  private var last: VideoUpdate?

  init(studio: VideoStudio, arguments: Arguments, place: OutputPlace?) {
    (self.studio, self.arguments, self.place) = (studio, arguments, place)
    reporter = Reporter(arguments)
  }

  /// Tells that there is a task now.
  mutating func begin(_ task: VideoTask) {
    reporter.tell(VideoUpdate(handle: task.handle, state: task.first ?? TaskState(.queued)))
  }

  /// Says how a task that nobody waits for is followed later.
  func leave(_ task: VideoTask) {
    reporter.finish()
    guard !reporter.isJSON else { return }
    Terminal.out("\(task.id)\n")
    if !reporter.isQuiet { Terminal.err("follow it with: \(resumption(task.handle))\n") }
  }

  /// Waits for the end.
  mutating func run(_ task: VideoTask) async -> ExitCode {
    do throws(VideoError) {
      var updates = task.updates().makeAsyncIterator()
      while let update = try await updates.next() {
        last = update
        guard update.status.isFinal else {
          reporter.tell(update)
          continue
        }
        return try await finish(task, update)
      }
      throw .interrupted(task.handle)
    } catch {
      return end(error)
    }
  }

  /// Fetches the video of a task that is over; throws for one that has none.
  mutating func finish(
    _ task: VideoTask, _ update: VideoUpdate
  ) async throws(VideoError) -> ExitCode {
    last = update
    let videos = try task.videos(of: update.state)
    let files = try await fetch(videos)
    reporter.finish()
    for remark in videos.compactMap(\.remark) where !reporter.isQuiet {
      Terminal.warning("the video \(remark)")
    }
    if reporter.isJSON {
      var line = TaskLine(update)
      line.add(videos, files: files)
      reporter.line(line.json)
    } else {
      let results = files.isEmpty ? videos.map(\.url) : files.map { Self.path($0.url) }
      Terminal.out(results.map { $0 + "\n" }.joined())
      if files.isEmpty, !reporter.isQuiet, let expires = videos.first?.expires {
        Terminal.err("the address is good until \(expires.formatted(.iso8601))\n")
      }
    }
    return .fine
  }

  /// The path as somebody would type it.
  private static func path(_ url: URL) -> String {
    let path = url.relativePath
    return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  private func fetch(_ videos: [Video]) async throws(VideoError) -> [DownloadedFile] {
    guard let place else { return [] }
    var files: [DownloadedFile] = []
    for video in videos {
      var options = DownloadOptions()
      options.progress = { [reporter] in reporter.tell($0) }
      let file = place.file(video.handle.taskID, index: video.index)
      files.append(try await studio.download(video, to: file, options: options))
    }
    return files
  }

  /// Says why there is no video, and what can be done.
  func end(_ error: VideoError) -> ExitCode {
    reporter.finish()
    var code = ExitCode(error)
    // The video is paid for and there: fetching it again costs nothing.
    if case .call = error, last?.status == .succeeded { code = .unfinished }
    let handle = error.handle ?? (code == .unfinished ? last?.handle : nil)
    let isResumable = code == .unfinished || code == .interrupted
    let hint = isResumable ? handle.map(resumption) : lookup(error)
    guard reporter.isJSON else {
      Terminal.error("\(error)")
      if let hint { Terminal.err("go on with: \(hint)\n") }
      for advice in advice(error) { Terminal.err("\(advice)\n") }
      return code
    }
    var line =
      handle.map { TaskLine(last ?? VideoUpdate(handle: $0, state: TaskState(.queued))).json }
      ?? [:]
    line["error"] = .string("\(error)")
    line["exit"] = .integer(Int64(code.rawValue))
    line["resume"] = hint.map { .string($0) }
    if case .createUnclear(let create) = error {
      line["create"] = .string(create.intent.id)
      line["external_task_id"] = create.intent.externalID.map { .string($0) }
    }
    reporter.line(line)
    return code
  }

  /// The command that goes on where this one ends.
  private func resumption(_ handle: VideoHandle) -> String {
    following(handle.taskID, of: handle.provider)
  }

  private func following(_ id: String, of provider: ProviderID) -> String {
    command(
      ["wait", id, "--provider", provider.rawValue], "base-url", "region", "journal", "output")
  }

  /// The command that looks once more for the task of a create whose answer was lost.
  private func lookup(_ error: VideoError) -> String? {
    switch error {
    case .createUnclear(let create):
      guard create.wasLookedUp, arguments.command == .create else { return nil }
      if arguments.journalPath != nil { return command(["resume"], "journal") }
      return create.intent.externalID.map { following($0, of: create.intent.provider) }
    case .duplicate(let record) where record.handle == nil: return command(["resume"], "journal")
    default: return nil
    }
  }

  /// What else a person can do.
  private func advice(_ error: VideoError) -> [String] {
    switch error {
    case .createUnclear(let create) where arguments.journalPath != nil:
      let words = ["resume", "--settle", create.intent.id]
      return ["once you know that there is no task: \(command(words, "journal"))"]
    case .duplicate: return ["--again sends it all the same, and both may be billed"]
    case .refused(let refusal) where refusal.status == 401:
      return ["  is the key in \(Keys.names(studio.provider.id)) the right one?"]
    default: return []
    }
  }

  private func command(_ words: [String], _ options: String...) -> String {
    var words = ["omnivideo"] + words
    for name in options {
      if let value = arguments.value(name) { words += ["--\(name)", value] }
    }
    return words.map(Self.quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:@%+=,".contains($0) }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
