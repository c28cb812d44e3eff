import Diagnostics
import YAML

/// STUB until the loader arrives.
public struct Document: Sendable {
  public struct Resolved: Sendable { public var node: Node }
  public let root: Node
  public func resolve(_ node: Node) -> Resolved? { nil }
  public func pointer(of node: Node) -> String { "" }
}
