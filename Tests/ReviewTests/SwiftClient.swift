import Foundation
import Generation

@testable import Review

/// Lines of a client that use everything a module declares, in the ways that a change may break.
struct SwiftClient {
  var lines: [String] = []

  init(of table: SymbolTable) {
    let comparison = SourceComparison(table, table)
    for container in table.containers {
      let type = comparison.qualified(container.path)
      lines.append("_ = \(type).self")
      for member in container.members {
        lines.append(comparison.use(member, container))
        for isGiven in [true, false] where container.form != .enumeration {
          lines.append(comparison.typedUse(member, container, isGiven: isGiven))
        }
      }
      for arguments in Self.calls(container.arguments) {
        lines.append(comparison.call(type, arguments, taking: []))
      }
      if container.form == .choice { lines.append(Self.exhaustive(type, container)) }
    }
    for method in table.methods {
      for arguments in Self.calls(method.arguments) {
        lines.append(comparison.call(method, arguments))
      }
      let required = method.arguments.filter { !$0.isDefaulted }
      method.result.map { lines.append(comparison.resultUse(method, required, $0)) }
    }
  }

  /// A call with everything, and one with what has to be given.
  private static func calls(_ arguments: [Argument]?) -> [[Argument]] {
    guard let arguments else { return [] }
    return [arguments, arguments.filter { !$0.isDefaulted }]
  }

  private static func exhaustive(_ type: String, _ container: Container) -> String {
    let cases = container.members.map(\.name) + (container.hasOther ? ["other"] : [])
    let all = cases.map { "case .\($0): break" }.joined(separator: "; ")
    return "_ = { (value: \(type)) -> Void in switch value { \(all) } }"
  }
}

/// The compiler, asked which lines of clients it refuses.
enum SwiftCompiler {
  /// The numbers of the lines, from 0, that have errors with the modules of a side.
  @concurrent
  static func refused(
    _ lines: [String], by side: String, in root: String
  ) async throws -> Set<Int> {
    let (modules, folder) = ("\(root)/modules/\(side)", "\(root)/check/\(side)")
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var sources: [String] = []
    for path in files.subpaths(atPath: modules) ?? []
    where path.hasSuffix(".swift") {
      // One module of all: no two files may have the same name.
      let name = "\(folder)/\(path.replacing("/", with: "_"))"
      try files.copyItem(atPath: "\(modules)/\(path)", toPath: name)
      sources.append(name)
    }
    let client = "\(folder)/witnesses.swift"
    let functions = lines.enumerated().map { "func line\($0)() { \($1) }\n" }.joined()
    try ("import Foundation\n" + functions).write(
      toFile: client, atomically: true, encoding: .utf8)
    return errors(try output(of: sources.sorted() + [client]), lines.count)
  }

  private static func errors(_ text: String, _ count: Int) -> Set<Int> {
    var found: Set<Int> = []
    for line in text.split(separator: "\n") where line.contains(": error: ") {
      let parts = line.split(separator: ":")
      let isClient = parts[0].hasSuffix("/witnesses.swift")
      // An error anywhere else is about no line, so that no test takes it for one.
      found.insert(isClient ? (parts.count > 1 ? Int(parts[1]) ?? 1 : 1) - 2 : count)
    }
    return found
  }

  private static func output(of sources: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["swiftc", "-typecheck", "-swift-version", "6", "-I", products + "/Modules"]
      + systemModules + sources
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static let products = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().path

  private static let systemModules = ["CCurl", "CCrypto"].flatMap { name in
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return ["-Xcc", "-fmodule-map-file=\(root)/Sources/\(name)/module.modulemap"]
  }
}
