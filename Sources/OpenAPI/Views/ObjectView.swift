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
  func text(_ key: String) -> String? { node[key]?.string }

  func flag(_ key: String) -> Bool { node[key]?.bool ?? false }

  func object<Object: ObjectView>(_ key: String) -> Object? { node[key].map(Object.init) }

  func list<Object: ObjectView>(_ key: String) -> [Object] {
    node[key].map { $0.elements.map(Object.init) } ?? []
  }

  func words(_ key: String) -> [String] {
    node[key].map { $0.elements.compactMap { $0.isNull ? nil : $0.string } } ?? []
  }

  /// The entries of a mapping of objects, keys as written.
  func table<Object: ObjectView>(_ key: String) -> [(key: Node, value: Object)] {
    node[key].map { $0.entries.map { ($0.key, Object($0.value)) } } ?? []
  }

  /// A vendor extension, `x-…`.
  public func vendorExtension(_ name: String) -> Node? { node[name] }
}
