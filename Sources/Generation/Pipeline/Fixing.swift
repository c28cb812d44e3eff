import Diagnostics
import Foundation
import YAML

/// A file that has fixes: what it was, what it becomes, and what each fix does.
public struct FixedFile: Sendable {
  /// The file as it is.
  public var old: SourceFile
  /// The file with everything fixed that a machine can fix.
  public var new: SourceFile
  /// What was done, in order.
  public var titles: [String]
}

/// Applies the machine-applicable fixes of descriptions, and says what is left to a person.
public func fix(
  _ request: GenerationRequest, stages: Stages = .linting(style: false)
) -> (files: [FixedFile], diagnostics: DiagnosticList) {
  let found = Discovery(request)
  var diagnostics = found.diagnostics
  var files: [FixedFile] = []
  for var description in found.descriptions {
    let old = description.file
    let syntax = fixed(old)
    var titles = syntax.fixes.map(\.title)
    description.file = syntax.file
    var build = ModuleBuild(description, stages)
    for _ in 0..<rounds {
      // By name: a file in another encoding was read into a new one.
      let fixes = build.diagnostics.sorted.compactMap(\.fix).filter { $0.file.name == old.name }
      guard let first = fixes.first else { break }
      let next = first.file.applying(fixes)
      guard next.bytes != first.file.bytes else { break }
      description.file = next
      titles += fixes.map(\.title)
      build = ModuleBuild(description, stages)
    }
    diagnostics.add(build.diagnostics)
    if !titles.isEmpty {
      files.append(
        FixedFile(old: old, new: marked(description.file, like: old), titles: titles))
    }
  }
  return (files, diagnostics)
}

/// The file with the byte order mark that the old one begins with, which is read without it.
private func marked(_ file: SourceFile, like old: SourceFile) -> SourceFile {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  guard old.bytes.starts(with: mark), !file.bytes.starts(with: mark) else { return file }
  return SourceFile(name: file.name, bytes: mark + file.bytes)
}

/// Writes a fixed file in the place of the old one.
public func write(_ file: FixedFile) -> DiagnosticList {
  OutputFolder(Files.folder(of: file.new.name))
    .apply([FileChange(.updated, file.new.name, file.new.bytes)])
}

/// How often a fix may bring to light what another fix is for.
private let rounds = 5
