import Foundation
import Testing

/// Expected Swift is only worth comparing with when the compiler takes it, without a warning.
@Suite(.computing) struct CompilationTests {
  static let names = CaseTests.names.filter {
    FileManager.default.fileExists(atPath: "\(CaseTests.root)/\($0)/expected")
  }

  @Test(arguments: names)
  func expectedSwiftCompiles(name: String) throws {
    let folder = "\(CaseTests.root)/\(name)/expected"
    for module in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let messages = try Compiler.check(folder: "\(folder)/\(module)")
      #expect(messages == "")
    }
  }
}

/// The compiler, asked whether sources that stand on ClientRuntime are right.
enum Compiler {
  /// What the compiler says of all Swift files in a folder; nothing when they are fine.
  static func check(folder: String) throws -> String {
    let files = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-package-name",
        "cases",
        "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "MemberImportVisibility",
        "-I", products + "/Modules",
      ] + systemModules + files.sorted()
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: data, as: UTF8.self)
  }

  /// The folder that this test itself was built into, where ClientRuntime's module lies too.
  private static let products = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().path

  private static let systemModules = ["CCurl", "CCrypto"].flatMap { name in
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return ["-Xcc", "-fmodule-map-file=\(root)/Sources/\(name)/module.modulemap"]
  }
}
