import Foundation

/// Reads `application/x-www-form-urlencoded`, nested objects as `outer[inner]=…`.
enum FormText {
  static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from data: Data
  ) throws -> Value {
    let root = FormNode()
    for pair in String(decoding: data, as: UTF8.self).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let path = path(plain(parts[0]))
      guard path.count <= deepest else { throw tooDeep }
      root.place(plain(parts.count > 1 ? parts[1] : ""), at: path[...])
    }
    return try TextDecoder(root.value, splitsTexts: false).decode(type)
  }

  /// Strangers can send forms too; without a limit a deep one would use up the stack.
  private static let deepest = 64

  private static var tooDeep: DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: [], debugDescription: "a field lies more than \(deepest) levels deep"))
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
  private var places: [String: Int] = [:]

  func place(_ text: String, at path: ArraySlice<String>) {
    guard let key = path.first else { return texts.append(text) }
    member(key).place(text, at: path.dropFirst())
  }

  private func member(_ key: String) -> FormNode {
    if let place = places[key] { return members[place].node }
    let node = FormNode()
    places[key] = members.count
    members.append((key, node))
    return node
  }

  var value: ParameterValue {
    if !members.isEmpty {
      return .object(members.map { ParameterValue.Member(key: $0.key, value: $0.node.value) })
    }
    return texts.count == 1 ? .scalar(texts[0]) : .list(texts.map { .scalar($0) })
  }
}
