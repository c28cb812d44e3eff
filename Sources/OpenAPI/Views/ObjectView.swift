import YAML

/// A typed way to read one object of the specification from the tree it was written in.
///
/// A view holds a node and nothing else: making one is free, reading looks the keyword up. Values
/// of a wrong type read as absent, because validation has reported them by then.
public protocol ObjectView: Sendable, Hashable {
  /// The mapping that holds the object.
  var node: Node { get }

  /// Looks at a mapping as this object.
  init(_ node: Node)
}

extension ObjectView {
  func text(_ key: StaticString) -> String? { node[keyword: key]?.string }

  /// Whether another object has the same text, or none either.
  func hasText(_ key: StaticString, of other: Self) -> Bool {
    let (own, its) = (node[keyword: key], other.node[keyword: key])
    if let own, let its, own.kind == .scalar || its.kind == .scalar { return own.hasText(of: its) }
    return own?.string == nil && its?.string == nil
  }

  func flag(_ key: StaticString) -> Bool { node[keyword: key]?.bool ?? false }

  func object<Object: ObjectView>(_ key: StaticString) -> Object? {
    node[keyword: key].map(Object.init)
  }

  func list<Object: ObjectView>(_ key: StaticString) -> [Object] {
    node[keyword: key].map { $0.elements.map(Object.init) } ?? []
  }

  /// Whether a list or a mapping is there with anything in it.
  func holds(_ key: StaticString, _ kind: Node.Kind) -> Bool {
    node[keyword: key].map { $0.kind == kind && !$0.isEmpty } ?? false
  }

  func words(_ key: StaticString) -> [String] {
    node[keyword: key].map { $0.elements.compactMap { $0.isNull ? nil : $0.string } } ?? []
  }

  /// The entries of a mapping of objects, keys as written.
  func table<Object: ObjectView>(_ key: StaticString) -> [(key: Node, value: Object)] {
    node[keyword: key].map { $0.entries.map { ($0.key, Object($0.value)) } } ?? []
  }

  /// A vendor extension, `x-…`.
  public func vendorExtension(_ name: StaticString) -> Node? { node[keyword: name] }
}
