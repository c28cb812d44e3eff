import Foundation

/// A folder with descriptions in which the command is started.
final class Workplace: Sendable {
  struct Ending: Sendable {
    var code: Int32
    var out: String
    var err: String
  }

  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gen-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in Self.files {
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func pets(_ schema: String) -> String {
    """
    openapi: 3.1.0
    info: {title: Pets, version: '1'}
    servers: [{url: https://pets.example}]
    paths: {}
    webhooks:
      new: {post: {requestBody: {$ref: '#/components/requestBodies/Pet'}, responses: {'200': {description: Taken}}}}
    components:
      schemas:
        Pet: \(schema)
      requestBodies: {Pet: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}

    """
  }

  private static let files = [
    "pets.yaml": pets("{type: object, properties: {age: {type: integer}}}"),
    "strict.yaml": pets("{type: object, required: [age], properties: {age: {type: integer}}}"),
    "slip.yaml": pets("{type: object, propreties: {age: {type: integer}}}"),
    "broken.yaml": "openapi: [\n",
    "odd.yaml":
      "accepted:\n  - {fingerprint: a, rule: schema-requird-added, pointer: b, reason: c}\n",
  ]

  func run(_ words: String, _ input: String) async throws -> Ending {
    let process = Process()
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = beside.appending(path: "gen")
    process.arguments = words.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "XDG_CACHE_HOME": folder.appending(path: "cache").path,
    ]
    // Files, because a pipe that nobody reads from yet holds the command up.
    let names = ["in", "out", "err"].map { folder.appending(path: ".\($0)") }
    try Data(input.utf8).write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    return Ending(
      code: process.terminationStatus, out: try String(contentsOf: names[1], encoding: .utf8),
      err: try String(contentsOf: names[2], encoding: .utf8))
  }
}
