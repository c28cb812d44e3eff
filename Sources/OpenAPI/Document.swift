import Diagnostics
import YAML

/// STUB until the loader arrives.
public struct Document: Sendable {
  public struct Resolved: Sendable { public var node: Node }
  public let root: Node
  public init(root: Node) { self.root = root }
  public func resolve(_ node: Node) -> Resolved? { 
    var node = node
    var found: Node?
    while let text = node["$ref"]?.string, let pointer = Pointer(fragment: text), let target = root[pointer] { node = target; found = target }
    return found.map { Resolved(node: $0) } }
  public func pointer(of node: Node) -> String { "\(root.tree.pointer(to: node))" }
}
