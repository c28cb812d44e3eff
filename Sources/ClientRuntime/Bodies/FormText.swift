import Foundation

/// Reads `application/x-www-form-urlencoded`, nested objects as `outer[inner]=…`.
enum FormText {
  static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from data: Data
  ) throws -> Value {
    let root = FormNode()
    for pair in String(decoding: data, as: UTF8.self).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      root.place(plain(parts.count > 1 ? parts[1] : ""), at: path(plain(parts[0])))
    }
    return try TextDecoder(root.value, splitsTexts: false).decode(type)
  }

  private static func plain(_ text: Substring) -> String {
    let spaced = String(text).replacing("+", with: " ")
    return spaced.removingPercentEncoding ?? spaced
  }

  /// The keys of `a[b][]`: a, b; a list is known by its repeated name.
  private static func path(_ name: String) -> [String] {
    guard let open = name.firstIndex(of: "["), name.hasSuffix("]"), open != name.startIndex else {
      return [name]
    }
    let inner = name[name.index(after: open)...].dropLast()
    return [String(name[..<open])]
      + inner.split(separator: "][", omittingEmptySubsequences: false).map(String.init)
      .filter { !$0.isEmpty }
  }
}

/// A place in the tree that a form stands for.
private final class FormNode {
  private var texts: [String] = []
  private var members: [(key: String, node: FormNode)] = []

  func place(_ text: String, at path: [String]) {
    guard let key = path.first else { return texts.append(text) }
    let known = members.first { $0.key == key }?.node
    let node = known ?? FormNode()
    if known == nil { members.append((key, node)) }
    node.place(text, at: Array(path.dropFirst()))
  }

  var value: ParameterValue {
    if !members.isEmpty {
      return .object(members.map { ParameterValue.Member(key: $0.key, value: $0.node.value) })
    }
    return texts.count == 1 ? .scalar(texts[0]) : .list(texts.map { .scalar($0) })
  }
}
