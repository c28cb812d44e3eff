/// A JSON Pointer (RFC 6901): the path of one node from the top of its document.
public struct Pointer: Hashable, Sendable, CustomStringConvertible {
  /// The unescaped steps: keys of mappings, positions in sequences.
  public var tokens: [String]

  /// Makes a pointer from unescaped steps; none point at the whole document.
  public init(tokens: [String] = []) { self.tokens = tokens }

  /// Reads the text form; `nil` when it is not empty and does not start with `/`, or a `~` is loose.
  public init?(_ text: String) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    var tokens: [String] = []
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      guard let token = Pointer.unescaped(Substring(part)) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// Reads the fragment of a URI, with or without its `#`, where bytes may be percent-encoded.
  public init?(fragment: String) {
    let text = fragment.hasPrefix("#") ? fragment.dropFirst() : fragment[...]
    guard let decoded = Pointer.percentDecoded(text) else { return nil }
    self.init(decoded)
  }

  /// The text form, with `~` and `/` escaped in every step.
  public var description: String {
    var text = ""
    for token in tokens {
      text += "/"
      guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
      else {
        text += token
        continue
      }
      for character in token.unicodeScalars {
        switch character {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(character)
        }
      }
    }
    return text
  }

  /// The pointer to a child.
  public func appending(_ token: String) -> Pointer { Pointer(tokens: tokens + [token]) }

  private static func unescaped(_ part: Substring) -> String? {
    guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
    var token = ""
    var scalars = part.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "~" else {
        token.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "0": token += "~"
      case "1": token += "/"
      default: return nil
      }
    }
    return token
  }

  private static func percentDecoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next().flatMap(hexDigit), let low = rest.next().flatMap(hexDigit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8(truncatingIfNeeded: $0) }
  }
}

extension Node {
  /// The node that a pointer leads to from here; `nil` when a step is missing.
  public subscript(pointer: Pointer) -> Node? {
    var node = self
    for token in pointer.tokens {
      guard let next = node.child(token) else { return nil }
      node = next
    }
    return node
  }

  private func child(_ token: String) -> Node? {
    guard kind == .sequence else { return self[token] }
    let isCanonical = token == "0" || !token.hasPrefix("0")
    guard isCanonical, token.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let position = Int(token)
    else { return nil }
    return elements.dropFirst(position).first { _ in true }
  }
}

extension Tree {
  /// Where a node of this tree stands; an aliased node stands where its anchor does.
  public func pointer(to node: Node) -> Pointer {
    var pointer = Pointer()
    var place = 0
    while place != node.index, place < records.count {
      guard let (token, child) = step(from: place, towards: node.index) else { break }
      pointer.tokens.append(token)
      place = child
    }
    return pointer
  }

  private func step(from parent: Int, towards index: Int) -> (token: String, child: Int)? {
    let isMapping = records[parent].kind == .mapping
    var child = parent + 1
    var position = 0
    while child < Int(records[parent].end) {
      let key = child
      if isMapping { child = Int(records[key].end) }
      let end = Int(records[child].end)
      if index < end {
        let token = isMapping ? Node(tree: self, index: key).string ?? "" : String(position)
        return (token, index < child ? index : child)
      }
      child = end
      position += 1
    }
    return nil
  }
}
