import Foundation

/// Turns any `Encodable` into the scalars, lists and objects that parameters are made of.
enum ParameterEncoder {
  static func encode<Value: Encodable>(_ value: Value) throws -> ParameterValue {
    if let known = try scalar(value) { return known }
    let node = ParameterNode()
    try node.write(value, [])
    return node.value
  }

  /// The types whose own encoding is not what stands in an address.
  static func scalar(_ value: any Encodable) throws -> ParameterValue? {
    switch value {
    case let text as String: return .scalar(text)
    case let date as Date:
      guard let text = Timestamp.text(from: date) else {
        throw EncodingError.invalidValue(
          date,
          EncodingError.Context(
            codingPath: [],
            debugDescription: "a time outside the years 0 to 9999 cannot be written"))
      }
      return .scalar(text)
    case let data as Data: return .scalar(data.base64EncodedString())
    case let url as URL: return .scalar(url.absoluteString)
    case let uuid as UUID: return .scalar(uuid.text)
    case let number as Decimal: return .scalar("\(number)")
    default: return nil
    }
  }
}

/// What gives its keys in another order each time; the same value is to give the same address.
private protocol Unordered {}

extension Dictionary: Unordered {}

/// A place in the tree that is being written.
final class ParameterNode {
  private enum Content {
    case absent
    case scalar(ParameterValue)
    case list([ParameterNode])
    case object([(key: String, node: ParameterNode)])
  }

  private var content = Content.absent

  var value: ParameterValue {
    switch content {
    case .absent: .absent
    case .scalar(let value): value
    case .list(let nodes): .list(nodes.map(\.value))
    case .object(let members):
      .object(members.map { ParameterValue.Member(key: $0.key, value: $0.node.value) })
    }
  }

  var count: Int { if case .list(let nodes) = content { nodes.count } else { 0 } }

  func set(_ value: ParameterValue) { content = .scalar(value) }

  func openList() { if case .list = content { return } else { content = .list([]) } }

  func openObject() { if case .object = content { return } else { content = .object([]) } }

  func element() -> ParameterNode {
    let node = ParameterNode()
    if case .list(let nodes) = content { content = .list(nodes + [node]) }
    return node
  }

  /// The member under a key; one that was written before is written anew.
  func member(_ key: String) -> ParameterNode {
    guard case .object(var members) = content else { return ParameterNode() }
    if let known = members.first(where: { $0.key == key }) { return known.node }
    let node = ParameterNode()
    members.append((key, node))
    content = .object(members)
    return node
  }

  private func sortMembers() {
    if case .object(let members) = content { content = .object(members.sorted { $0.key < $1.key }) }
  }

  func write<Value: Encodable>(_ value: Value, _ path: [any CodingKey]) throws {
    if let known = try ParameterEncoder.scalar(value) {
      set(known)
    } else {
      try value.encode(to: NodeEncoder(node: self, codingPath: path))
      if value is any Unordered { sortMembers() }
    }
  }
}
