import Diagnostics
import Foundation
import SwiftPlan

/// What a run started from and what it left, so that the next one can see that nothing changed
/// without reading a description again.
///
/// A record is no part of the output: it names this machine's gen, and losing it costs a second.
/// Everything is compared by content, since `git checkout` sets times as it likes.
struct RunRecord: Equatable, Sendable {
  /// The fingerprint of gen itself, the templates, the descriptions and all that was chosen.
  var key: String
  var moduleCount = 0
  var fileCount = 0
  /// The number of findings, which only a run that reads the descriptions can show.
  var findingCount = 0
  /// Marks of the files that descriptions refer to, by path.
  var inputs: [String: String] = [:]
  /// Fingerprints of the manifests, by module.
  var manifests: [String: String] = [:]
}

extension RunRecord {
  private static let title = "gen record 1"

  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first.map(String.init) == Self.title else { return nil }
    self.init(key: "")
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { return nil }
      switch parts[0] {
      case "key": key = parts[1]
      case "modules": moduleCount = Int(parts[1]) ?? 0
      case "files": fileCount = Int(parts[1]) ?? 0
      case "findings": findingCount = Int(parts[1]) ?? 0
      case "input": inputs[parts[2]] = parts[1]
      case "manifest": manifests[parts[2]] = parts[1]
      default: return nil
      }
    }
  }

  /// The text form, a fact a line.
  var bytes: [UInt8] {
    var lines = [
      Self.title, "key \(key) -", "modules \(moduleCount) -", "files \(fileCount) -",
      "findings \(findingCount) -",
    ]
    lines += inputs.sorted { $0.key < $1.key }.map { "input \($0.value) \($0.key)" }
    lines += manifests.sorted { $0.key < $1.key }.map { "manifest \($0.value) \($0.key)" }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension RunRecord {
  /// The fingerprint of all that a run starts from, as far as it is known before anything is parsed.
  static func key(
    _ discovery: Discovery, _ templates: TemplateSet, output: String
  ) -> String {
    var print = Fingerprint()
    print.add(executable)
    print.add(Files.absolute(output))
    for file in templates.files {
      print.add(file.name)
      print.add(file.bytes)
    }
    for description in discovery.descriptions {
      for file in [description.file, description.overlay] {
        print.add(file?.name ?? "")
        print.add(file?.bytes ?? [])
      }
      print.add(description.folder)
      print.add(Mirrored.json(description.options))
      print.add(Mirrored.json(description.selection))
    }
    return print.description
  }

  /// Whose work it is: a gen that was built anew may write other files from the same input.
  private static let executable: String = {
    let path = Files.absolute(Bundle.main.executablePath ?? CommandLine.arguments.first ?? "")
    var status = stat()
    guard stat(path, &status) == 0 else { return path }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(path) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }()
}
