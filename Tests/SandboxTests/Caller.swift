import ClientRuntime
import Foundation
import Sandbox

/// A client that knows nothing of vendors: JSON there and back.
struct Caller {
  let sandbox: Sandbox
  var key = "test-key-one"

  struct Reply {
    var status: Int
    var headers: HTTPHeaders
    var data: Data
    var json: JSONValue { (try? JSONValue(parsing: data)) ?? .null }
  }

  func send(
    _ method: HTTPMethod, _ url: String, _ body: JSONValue? = nil, headers: HTTPHeaders = [:]
  ) async throws -> Reply {
    var headers = headers
    if !key.isEmpty, !url.contains("/files/") { headers["Authorization"] = "Bearer \(key)" }
    let bytes = try body.map { try JSONEncoder.api.encode($0) }
    let transport: any Transport = .default
    let response = try await transport.send(
      TransportRequest(
        method, url, headers: headers, body: bytes.map { .bytes($0) } ?? .none,
        connectTimeout: .seconds(60),
        timeout: .seconds(60)))
    return Reply(
      status: response.head.status, headers: response.head.headers,
      data: try await response.body.data())
  }

  func vendor(
    _ vendor: SandboxVendor, _ method: HTTPMethod, _ path: String, _ body: JSONValue? = nil
  ) async throws -> Reply {
    try await send(method, sandbox.baseURL(for: vendor) + path, body)
  }
}

/// A sandbox that goes on by being asked, so that no test waits.
func makeSandbox(_ change: (inout SandboxOptions) -> Void = { _ in }) throws -> Sandbox {
  var options = SandboxOptions()
  options.pace = .polls(queued: 1, running: 1)
  change(&options)
  let sandbox = Sandbox(options)
  try sandbox.start()
  return sandbox
}
