import Diagnostics
import YAML

/// Whether a file is a description of an API, or only part of one, or something else.
func isDescription(_ file: SourceFile) -> Bool {
  if file.bytes.prefix(4).contains(where: { $0 == 0 || $0 == 0xFE }) { return hasVersion(file) }
  guard mentions(file, "openapi") || mentions(file, "swagger") else { return false }
  if startsLine(file, "openapi") || startsLine(file, "swagger") { return true }
  return hasVersion(file)
}

/// Reads a file that its bytes alone do not tell of, such as UTF-16 or JSON on one line.
///
/// JSON that cannot be read counts when it begins as a description does: its author wants to know.
private func hasVersion(_ file: SourceFile) -> Bool {
  let parsed = parse(file)
  guard parsed.diagnostics.hasErrors else {
    return parsed.tree?.root?["openapi"] != nil || parsed.tree?.root?["swagger"] != nil
  }
  let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  let head = file.bytes.prefix(1024).filter { !blanks.contains($0) }
  return ["{\"openapi\":", "{\"swagger\":"].contains { head.starts(with: $0.utf8) }
}

private func mentions(_ file: SourceFile, _ word: String) -> Bool {
  let word = Array(word.utf8)
  return file.bytes.withUnsafeBufferPointer { bytes in
    guard bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { start in
      bytes[start] == word[0] && bytes[start...].starts(with: word)
    }
  }
}

/// Whether a line of YAML begins with a key; the key may be quoted.
private func startsLine(_ file: SourceFile, _ key: String) -> Bool {
  let forms = ["\(key):", "\"\(key)\":", "'\(key)':"].map { Array($0.utf8) }
  return file.bytes.withUnsafeBufferPointer { bytes in
    bytes.indices.contains { index in
      let isStart = index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
      guard isStart else { return false }
      return forms.contains { bytes[index...].starts(with: $0) }
    }
  }
}
