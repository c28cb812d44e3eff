import Diagnostics
import YAML

/// Whether a file is a description of an API, or only part of one, or something else.
func isDescription(_ file: SourceFile) -> Bool {
  guard mentions(file, "openapi") || mentions(file, "swagger") else { return false }
  if startsLine(file, "openapi") || startsLine(file, "swagger") { return true }
  let root = parse(file).tree?.root
  return root?["openapi"] != nil || root?["swagger"] != nil
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
