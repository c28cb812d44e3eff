extension SourceFile {
  /// The file with fixes applied, each whole or not at all: of two that overlap the first wins, and
  /// those of other files are left.
  public func applying(_ fixes: [Fix]) -> SourceFile {
    var taken: [Fix.Edit] = []
    for fix in fixes where fix.file === self {
      let fits = fix.edits.allSatisfy { edit in
        edit.bytes.upperBound <= bytes.count && !taken.contains { overlap($0.bytes, edit.bytes) }
      }
      if fits { taken += fix.edits }
    }
    taken.sort {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var position = 0
    for edit in taken where edit.bytes.lowerBound >= position {
      result.append(contentsOf: bytes[position..<edit.bytes.lowerBound])
      result.append(contentsOf: edit.replacement.utf8)
      position = edit.bytes.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return SourceFile(name: name, bytes: result)
  }
}

/// Two insertions at one place overlap too: nobody knows which should come first.
private func overlap(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
  left.overlaps(right) || left == right
}
