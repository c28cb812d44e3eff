import ClientRuntime
import Foundation
import Sandbox

/// A sandbox in a process of its own, and a folder for what a test writes.
final class Stage: Sendable {
  let folder: URL
  let address: String
  private let program: Program

  init(speed: Double = 200, _ options: String...) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "omnivideo-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    program = try Program(["sandbox", "--port", "0", "--json", "--speed", "\(speed)"] + options)
    let line = try JSONValue(parsing: Data((program.line() ?? "").utf8))
    address = line["url"]?.stringValue ?? ""
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func text(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  /// Writes a file for the command to read.
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return path(name)
  }

  /// The options that name a vendor in the sandbox.
  func vendor(_ vendor: SandboxVendor) -> [String] {
    ["--provider", vendor.rawValue, "--base-url", "\(address)/\(vendor.rawValue)"]
  }

  /// Every create that the sandbox accepted.
  func ledger() async throws -> [LedgerEntry] {
    let client = HTTPClient(server: address)
    let data = try await client.data(Call("ledger", .get, "/_sandbox/ledger"))
    return try JSONDecoder.api.decode([LedgerEntry].self, from: data)
  }

  /// Lets something go wrong from now on.
  func misbehave(_ rules: Misbehaviour...) async throws {
    let transport: any Transport = .default
    let body = try JSONEncoder.api.encode(rules)
    let response = try await transport.send(
      TransportRequest(.post, address + "/_sandbox/misbehave", body: .bytes(body)))
    _ = try await response.body.data()
  }
}
