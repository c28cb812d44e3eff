import ClientRuntime
import Foundation

/// Makes calls, cancels calls, or downloads a file.
///
/// Usage: calls ADDRESS COUNT PARALLEL [bare|transport|runtime] | ADDRESS cancel COUNT curl|session
///   | ADDRESS FILE. With a shape the calls go through `URLSession`.
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(
    Data("usage: calls ADDRESS COUNT PARALLEL [SHAPE] | ADDRESS cancel COUNT TRANSPORT | ADDRESS FILE\n".utf8))
  exit(2)
}
let address = arguments[1]

@Sendable func makeCalls(_ count: Int, _ client: HTTPClient) async throws {
  for _ in 0..<count {
    var call = Call("bench", .get, "/")
    call.security = [[.bearer("k")]]
    _ = try await client.data(call)
  }
}

@Sendable func client(_ transport: any Transport) -> HTTPClient {
  HTTPClient(server: address, credentials: ["k": .bearer("key")], transport: transport)
}

@Sendable func run() async throws {
  if arguments.count == 5, arguments[2] == "cancel", let count = Int(arguments[3]) {
    try await Cancellations(count: count, name: arguments[4]).run()
  } else if arguments.count == 5, let count = Int(arguments[2]), let parallel = Int(arguments[3]) {
    try await SessionCalls(count: count, parallel: parallel, shape: arguments[4]).run()
  } else if let count = Int(arguments[2]), arguments.count == 4, let parallel = Int(arguments[3]) {
    let client = client(.default)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<parallel { group.addTask { try await makeCalls(count / parallel, client) } }
      try await group.waitForAll()
    }
  } else {
    let file = try await client(.default).download(address, to: URL(filePath: arguments[2]))
    print("\(file.length) bytes")
  }
}

// Waited for here, and not by `await`: valgrind does not survive the main thread's leaving.
let isOver = DispatchSemaphore(value: 0)
Task.detached {
  do {
    try await run()
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
  }
  isOver.signal()
}
isOver.wait()
