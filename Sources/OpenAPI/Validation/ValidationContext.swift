import YAML

/// What the rules look at: the document and everything that the one walk found.
struct ValidationContext: Sendable {
  /// A path with the item behind it, references followed.
  struct Path: Sendable {
    var key: Node
    var item: Node
    var template: Template

    init(key: Node, item: Node) {
      self.key = key
      self.item = item
      template = Template(key.string ?? "")
    }
  }

  /// An operation with the path it belongs to; callbacks and webhooks have operations too.
  struct Operation: Sendable {
    var path: Path
    var method: Node
    var node: Node
    /// Whether the path is one of `paths`, whose templates name parameters.
    var isPath: Bool
    /// Its path parameters and those of its path, references followed.
    var pathParameters: [Node]
  }

  let document: Document
  /// Whether someone checks the description for its own sake.
  let isLinting: Bool
  /// The entries of `paths`.
  let paths: [Path]
  /// The operations of paths, webhooks and callbacks, in that order.
  let operations: [Operation]
  /// Every object by its kind; empty unless someone checks the description for its own sake.
  let objects: [ObjectKind: [Node]]
  /// Mappings whose keys name objects, with the key that they stand under; empty as `objects` is.
  let tables: [(name: String, table: Node)]
  var schemas: [Node] { document.survey.schemas }
  var servers: [Node] { document.survey.servers }
  var securityRequirements: [Node] { document.survey.securityRequirements }

  init(_ document: Document, isLinting: Bool = false) {
    self.document = document
    self.isLinting = isLinting
    let walk = isLinting ? ObjectWalk(document) : nil
    objects = walk?.objects ?? [:]
    tables = walk?.tables ?? []
    let gather = { (node: Node?) -> [Path] in
      (node.map { Array($0.entries) } ?? []).compactMap { key, value in
        key.isExtension ? nil : Path(key: key, item: document.resolve(value)?.node ?? value)
      }
    }
    paths = gather(document.root["paths"])
    let others =
      gather(document.root["webhooks"]) + document.survey.callbacks.flatMap { gather($0) }
    operations =
      paths.flatMap { Self.operations(of: $0, isPath: true, document) }
      + others.flatMap { Self.operations(of: $0, isPath: false, document) }
  }

  /// The schemas that have any of some keywords, which the walk noted.
  func schemas(withAny keywords: [String]) -> [Node] {
    let fields = Grammar.of(document.version.release)[.schema].fields
    var wanted: UInt64 = 0
    for keyword in keywords {
      // A keyword that the version lacks was noted nowhere, and may stand there all the same.
      guard let bit = fields.firstIndex(where: { $0.name == keyword }) else { return schemas }
      wanted |= 1 << UInt64(bit)
    }
    let marks = document.survey.keywords
    return schemas.indices.filter { marks[$0] & wanted != 0 }.map { schemas[$0] }
  }

  /// The objects of one kind that are there themselves, references left out.
  func objects(_ kind: ObjectKind) -> [Node] {
    (objects[kind] ?? []).filter { kind == .schema || kind == .pathItem || $0["$ref"] == nil }
  }

  /// The object that a reference leads to, or the node itself.
  func target(_ node: Node) -> Node { document.resolve(node)?.node ?? node }

  private static func operations(
    of path: Path, isPath: Bool, _ document: Document
  ) -> [Operation] {
    let shared = isPath ? pathParameters(of: path.item, document) : []
    return PathItemObject(path.item).operations.map {
      let node = $0.operation.node
      let own = isPath ? pathParameters(of: node, document) : []
      return Operation(
        path: path, method: $0.key, node: node, isPath: isPath, pathParameters: shared + own)
    }
  }

  private static func pathParameters(of holder: Node, _ document: Document) -> [Node] {
    guard let parameters = holder[keyword: "parameters"] else { return [] }
    return parameters.elements.map { document.resolve($0)?.node ?? $0 }.filter {
      $0[keyword: "in"]?.hasText("path") ?? false
    }
  }
}
