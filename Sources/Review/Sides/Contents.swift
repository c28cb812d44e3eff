import OpenAPI
import YAML

/// What the trees of one description hold: the digest of every node, and the references in order.
struct Contents: Sendable {
  private struct Page: Sendable {
    var digests: Digests
    /// Places with their targets, ascending.
    var references: [(holder: Int, target: Node)] = []
  }

  private var pages: [Tree: Page] = [:]

  init(_ document: Document) {
    open(document.root.tree)
    for (holder, target) in document.references {
      open(holder.tree)
      open(target.tree)
      pages[holder.tree]?.references.append((holder.index, target))
    }
    for key in pages.keys { pages[key]?.references.sort { $0.holder < $1.holder } }
  }

  private mutating func open(_ tree: Tree) {
    if pages[tree] == nil { pages[tree] = Page(digests: Digests(of: tree)) }
  }

  func digest(_ node: Node) -> UInt64 { pages[node.tree]?.digests[node] ?? 0 }

  /// The targets of the references inside a node; `nil` when aliases hide where they stand.
  func targets(in node: Node) -> [Node]? {
    guard let page = pages[node.tree], !page.digests.hasAliases else {
      return nil
    }
    let extent = node.extent
    var low = 0
    var high = page.references.count
    while low < high {
      let middle = (low + high) / 2
      if page.references[middle].holder < extent.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Node] = []
    while low < page.references.count, page.references[low].holder < extent.upperBound {
      found.append(page.references[low].target)
      low += 1
    }
    return found
  }
}
