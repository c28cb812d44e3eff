import ClientRuntime
import Foundation

/// Makes calls, or downloads a file, and prints what that cost.
///
/// Usage: calls ADDRESS COUNT PARALLEL, or calls ADDRESS FILE
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: calls ADDRESS COUNT PARALLEL | ADDRESS FILE\n".utf8))
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

if let count = Int(arguments[2]), arguments.count == 4, let parallel = Int(arguments[3]) {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<parallel { group.addTask { try await makeCalls(count / parallel) } }
    try await group.waitForAll()
  }
} else {
  let file = try await client.download(address, to: URL(filePath: arguments[2]))
  print("\(file.length) bytes")
}
