import Diagnostics
import YAML

/// A description with its references resolved: what every later stage reads from.
public struct Document: Sendable {
  /// Where a reference leads.
  public struct Resolved: Sendable, Hashable {
    /// The object at the end of the chain; its place in its tree is its identity.
    public var node: Node
  }

  /// The top of the description.
  public let root: Node
  /// The version of the specification that it follows.
  public let version: OpenAPIVersion
  /// Every file that was read, the description's own first.
  public let files: [SourceFile]
  let targets: NodeTable<Node>
  let survey: Survey
  /// The paths of the trees besides the root's.
  let paths: [Tree: String]

  /// Follows the reference that a mapping holds, or that a value of a discriminator's mapping is,
  /// to the end of its chain; `nil` when there is none or it leads nowhere, which was reported.
  public func resolve(_ node: Node) -> Resolved? {
    targets[node].map { Resolved(node: $0) }
  }

  /// The formats that schemas have.
  public var formats: Set<String> {
    Set(survey.schemas.compactMap { $0[keyword: "format"]?.string })
  }

  /// Every place that holds a reference, with what the reference leads to.
  public var references: [(holder: Node, target: Node)] {
    survey.references.compactMap { reference in
      targets[reference.holder].map { (holder: reference.holder, target: $0) }
    }
  }

  /// Where a node stands: `#/components/schemas/Pet`, with the file's path when it is another's.
  public func pointer(of node: Node) -> String {
    let path = node.tree == root.tree ? "" : paths[node.tree] ?? ""
    return "\(path)#\(node.tree.pointer(to: node))"
  }
}
