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
