import Diagnostics

/// Applies the fixes of everything wrong with a text until nothing more can be fixed.
///
/// The fixes come in the order of their rounds; each counts in the file that it names.
public func fixed(_ file: SourceFile) -> (file: SourceFile, fixes: [Fix]) {
  var file = file
  var applied: [Fix] = []
  for _ in 0..<10 {
    let fixes = parse(file).diagnostics.sorted.compactMap(\.fix)
    guard let first = fixes.first else { break }
    let next = first.file.applying(fixes)
    guard next.bytes != first.file.bytes else { break }
    applied += fixes
    file = next
  }
  return (file, applied)
}

extension SourceFile {
  /// The file with fixes applied; of two that overlap the first wins, those of other files are left.
  public func applying(_ fixes: [Fix]) -> SourceFile {
    let edits = fixes.filter { $0.file === self }.flatMap(\.edits)
      .sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var position = 0
    for edit in edits
    where edit.bytes.lowerBound >= position && edit.bytes.upperBound <= bytes.count {
      result.append(contentsOf: bytes[position..<edit.bytes.lowerBound])
      result.append(contentsOf: edit.replacement.utf8)
      position = edit.bytes.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return SourceFile(name: name, bytes: result)
  }
}
