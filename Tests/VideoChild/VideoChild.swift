import ClientRuntime
import Foundation
import OmniVideo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process that makes video after video until it is killed, and picks up where the one before it was.
///
/// Arguments: the vendor, its address, a journal, a folder for the videos, and how many new videos to
/// begin. `VIDEO_CHILD_STOP=point:3` kills it when it gets to a point for the third time, and
/// `VIDEO_CHILD_CARELESS=1` lets it send again whatever it has no task for, as programs do without a
/// journal.
@main
struct VideoChild {
  private let studio: VideoStudio
  private let journal: FileJournal
  private let folder: URL
  private let limit: Int

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 6, let limit = Int(arguments[5]) else {
      throw Misuse()
    }
    let child = try VideoChild(arguments, limit: limit)
    if !child.isCareless { try await child.pickUp() }
    try await child.makeVideos()
  }

  private var isCareless: Bool {
    ProcessInfo.processInfo.environment["VIDEO_CHILD_CARELESS"] == "1"
  }

  private struct Misuse: Error, CustomStringConvertible {
    var description: String { "arguments: VENDOR ADDRESS JOURNAL FOLDER LIMIT" }
  }

  private init(_ arguments: [String], limit: Int) throws {
    self.limit = limit
    journal = try FileJournal(URL(fileURLWithPath: arguments[3]))
    folder = URL(fileURLWithPath: arguments[4])
    var options = StudioOptions()
    options.firstPoll = .zero
    options.pollInterval = .milliseconds(1)
    // Whoever starts this process waits until the server has worked everything off.
    options.lookups = []
    let death = Death(ProcessInfo.processInfo.environment["VIDEO_CHILD_STOP"] ?? "")
    options.checkpoint = { death.reach($0.rawValue) }
    let provider: VideoProvider =
      arguments[1] == "kling"
      ? .kling(accessKey: "ak", secretKey: "sk", baseURL: arguments[2])
      : .newAPI(baseURL: arguments[2], apiKey: "key")
    studio = VideoStudio(provider: provider, journal: journal, options: options)
  }

  /// Does what is left over, and never creates anything.
  private func pickUp() async throws {
    let report = try await studio.resume()
    for unclear in report.unclear where unclear.wasLookedUp {
      try studio.settle(unclear.intent, reason: "the vendor does not know it")
    }
    for task in report.running + report.undelivered { try await finish(task) }
  }

  private func makeVideos() async throws {
    let begun = try journal.records().filter {
      $0.handle != nil || $0.isUndecided && !isCareless
    }
    let known = Set(begun.compactMap { $0.intent.body["prompt"]?.stringValue })
    var number = 0
    for _ in 0..<limit {
      while known.contains("video \(number)") { number += 1 }
      try await finish(try await create(number))
      number += 1
    }
  }

  private func create(_ number: Int) async throws -> VideoTask {
    try await studio.create(body("video \(number)"), identical: isCareless ? .create : .refuse)
  }

  private func body(_ prompt: String) -> VendorBody {
    studio.provider.id == .kling
      ? VendorBody(
        route: .klingOmniVideo,
        body: [
          "model_name": "kling-v3-omni", "prompt": .string(prompt), "duration": "5",
          "aspect_ratio": "16:9",
        ])
      : VendorBody(
        route: .newAPIVideos,
        body: ["model": "sora-2", "prompt": .string(prompt), "seconds": "4"])
  }

  private func finish(_ task: VideoTask) async throws {
    let video = try await task.video()
    try await studio.download(video, to: folder.appending(path: "\(task.id).mp4"))
  }
}

/// Ends the process at a point, without any farewell.
private final class Death: Sendable {
  private let point: String
  private let left: Counter

  init(_ text: String) {
    let parts = text.split(separator: ":")
    point = parts.first.map(String.init) ?? ""
    left = Counter(parts.last.flatMap { Int($0) } ?? 1)
  }

  func reach(_ point: String) {
    if point == self.point, left.next() == 0 { kill(getpid(), SIGKILL) }
  }
}
