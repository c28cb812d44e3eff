import ClientRuntime
import Foundation

/// Cancels calls at any moment between their beginning and their end, and looks what is left of them.
struct Cancellations {
  var count: Int
  var name: String

  func run() async throws {
    let before = Footprint.now
    var finished = 0
    do {
      // The transport ends with this block, and everything that it holds must end with it.
      let client = client(try transport())
      finished = try await cancelAll(client)
      try await makeCalls(100, client)
    }
    var after = Footprint.now
    for _ in 0..<300 where after.descriptors > before.descriptors {
      try await Task.sleep(for: .milliseconds(50))
      after = .now
    }
    print(
      "\(count) calls cancelled at any moment (\(name)): \(finished) had finished, none hung; "
        + "before: \(before); after: \(after)")
    // The pools of the system keep a few threads, and descriptors for them.
    if after.descriptors > before.descriptors + 8 || after.threads > before.threads + 80 { exit(1) }
  }

  private func transport() throws -> any Transport {
    #if os(Linux)
      if name == "curl" { return CurlTransport() }
    #endif
    return URLSessionTransport()
  }

  private func cancelAll(_ client: HTTPClient) async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 { group.addTask { try await cancelSome(count / 16, client) } }
      return try await group.reduce(0, +)
    }
  }

  private func cancelSome(_ count: Int, _ client: HTTPClient) async throws -> Int {
    var finished = 0
    for _ in 0..<count {
      let task = Task { try await makeCalls(1, client) }
      if Bool.random() { try await Task.sleep(for: .microseconds(Int.random(in: 0..<400))) }
      for _ in 0..<Int.random(in: 0..<50) { await Task.yield() }
      task.cancel()
      if (try? await task.value) != nil { finished += 1 }
    }
    return finished
  }
}

/// What the process holds.
struct Footprint: CustomStringConvertible {
  var descriptors: Int
  var threads: Int
  var megabytes: Int

  static var now: Footprint {
    let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      .split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return Footprint(
      descriptors: entries("/proc/self/fd"), threads: entries("/proc/self/task"),
      megabytes: (pages ?? 0) / 256)
  }

  private static func entries(_ folder: String) -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0
  }

  var description: String { "\(descriptors) descriptors, \(threads) threads, \(megabytes) MB" }
}
