import OpenAPI
import YAML

/// One of the two descriptions, ready to be asked.
struct Side: Sendable {
  let document: Document
  let contents: Contents

  init(_ document: Document) {
    self.document = document
    contents = Contents(document)
  }

  var root: DocumentObject { DocumentObject(document.root) }
  var isSwagger: Bool { document.version.release == .v2 }

  /// The end of a reference, or the node itself.
  func target(_ node: Node) -> Node { document.resolve(node)?.node ?? node }

  func target<Object: ObjectView>(_ object: Object) -> Object { Object(target(object.node)) }

  /// What a schema is known by: the end of a bare reference, or the place itself.
  func schema(_ node: Node) -> Node {
    node.extent.count <= 3 ? target(node) : node
  }
}
