import ClientRuntime
import Foundation

/// Makes calls, cancels calls, or downloads a file.
///
/// Usage: calls ADDRESS COUNT PARALLEL, calls ADDRESS cancel COUNT, or calls ADDRESS FILE
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(
    Data("usage: calls ADDRESS COUNT PARALLEL | ADDRESS cancel COUNT | ADDRESS FILE\n".utf8))
  exit(2)
}
let address = arguments[1]
let client = HTTPClient(server: address, credentials: ["k": .bearer("key")])

@Sendable func makeCalls(_ count: Int) async throws {
  for _ in 0..<count {
    var call = Call("bench", .get, "/")
    call.security = [[.bearer("k")]]
    _ = try await client.data(call)
  }
}

/// Cancels calls at any moment between their beginning and their end; gives how many got through.
@Sendable func cancelCalls(_ count: Int) async throws -> Int {
  var finished = 0
  for _ in 0..<count {
    let task = Task { try await makeCalls(1) }
    if Bool.random() { try await Task.sleep(for: .microseconds(Int.random(in: 0..<400))) }
    for _ in 0..<Int.random(in: 0..<50) { await Task.yield() }
    task.cancel()
    if (try? await task.value) != nil { finished += 1 }
  }
  return finished
}

if arguments.count == 4, arguments[2] == "cancel", let count = Int(arguments[3]) {
  let callers = (0..<16).map { _ in Task { try await cancelCalls(count / 16) } }
  var finished = 0
  for caller in callers { finished += try await caller.value }
  // The connections and the loop must have survived.
  try await makeCalls(100)
  print("\(count) calls cancelled at any moment: \(finished) had finished, none hung")
} else if let count = Int(arguments[2]), arguments.count == 4, let parallel = Int(arguments[3]) {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<parallel { group.addTask { try await makeCalls(count / parallel) } }
    try await group.waitForAll()
  }
} else {
  let file = try await client.download(address, to: URL(filePath: arguments[2]))
  print("\(file.length) bytes")
}
