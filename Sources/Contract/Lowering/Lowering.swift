import Diagnostics
import OpenAPI
import YAML

/// Turns a description into what the API is: references followed, compositions settled, every type
/// declared once.
///
/// Parts that have no counterpart yet are reported at their place, with what stands for them. With
/// `keeping`, only the operations that it wants are there, and only the types that they reach;
/// `formats` are those that nobody knows and a person chose types for.
public func lower(
  _ document: Document, keeping wants: (@Sendable (OperationKey) -> Bool)? = nil,
  formats: Set<String> = []
) -> (contract: APIContract, diagnostics: DiagnosticList) {
  var lowering = Lowering(document, wants, formats)
  let contract = lowering.contract()
  return (contract, lowering.diagnostics)
}

/// What each operation and webhook of a description is chosen by, in the order of the description;
/// a webhook's name stands in the place of a path.
public func operationKeys(_ document: Document) -> [OperationKey] {
  let top = DocumentObject(document.root)
  return (top.paths + top.webhooks).flatMap { path, reference -> [OperationKey] in
    let item = document.resolve(reference.node).map { PathItemObject($0.node) } ?? reference
    return item.operations.map { method, _, operation in
      OperationKey(
        id: operation.operationID, method: method.uppercased(), path: path.string ?? "",
        tags: operation.tags)
    }
  }
}

/// The state of one lowering; each file extends it by the part of the specification it is named for.
struct Lowering {
  /// What a schema turned out to be.
  struct Result {
    var type: TypeUse
    var isNullable = false
    var constant: Scalar?

    /// The type with null put back, for places that have no flag for it.
    var use: TypeUse { isNullable ? .nullable(type) : type }
  }

  /// How far the reading of a schema got.
  enum Reading {
    /// It began, to notice an alias that contains itself; the type, when there is one already.
    case open(TypeID?)
    case done(Result)
  }

  /// A record that is declared, and the schemas that describe it.
  struct PendingRecord {
    var id: TypeID
    var parts: [SchemaObject]
    /// Whether properties without a name are kept whatever the schemas say of them.
    var isOpen = false
    /// The places of a list that the record stands for.
    var places: [SchemaObject] = []
  }

  let document: Document
  let top: DocumentObject
  var diagnostics = DiagnosticList()
  /// Declarations by id; one is an alias of anything while its schema is being read.
  var types: [TypeDeclaration] = []
  /// What is known of schemas, so that a component is one type wherever it is used.
  var readings = NodeTable<Reading>()
  /// How many schemas are being read.
  var depth = 0
  /// Records that are declared and whose properties are still to be read.
  var pending: [PendingRecord] = []
  /// Records of which several schemas for one property are merged, by those schemas.
  var merged: [[Node]: TypeUse] = [:]
  /// The components by their node.
  let components: NodeTable<String>
  /// The components that are built on another, by the other.
  let children: NodeTable<[SchemaObject]>
  /// Data of events whose text is read as their `contentSchema` says.
  var describedData: Set<Node> = []
  /// The ids of the operations read so far.
  var operationIDs: Set<String> = []
  /// Which operations are wanted; `nil` when all are.
  let wants: ((OperationKey) -> Bool)?
  /// Formats that a person chose types for.
  let formats: Set<String>

  init(
    _ document: Document, _ wants: ((OperationKey) -> Bool)? = nil, _ formats: Set<String> = []
  ) {
    self.document = document
    self.wants = wants
    self.formats = formats
    top = DocumentObject(document.root)
    children = Self.children(top, document)
    components = Self.components(top)
  }

  /// Of two names for one schema, which an alias makes, the first counts.
  private static func components(_ top: DocumentObject) -> NodeTable<String> {
    var components = NodeTable<String>()
    for (key, schema) in top.schemas where !components.contains(schema.node) {
      components[schema.node] = key.string ?? ""
    }
    return components
  }

  mutating func contract() -> APIContract {
    for (key, schema) in wants == nil ? top.schemas : [] {
      _ = result(of: schema, named: .component(key.string ?? ""))
    }
    readRecords()
    let credentials = self.credentials()
    let operations = self.operations(credentials)
    let deliveries = self.deliveries()
    readRecords()
    var contract = APIContract(
      title: top.info?.title ?? "", version: top.info?.version ?? "",
      documentation: Documentation(
        summary: top.info?.summary, text: top.info?.documentation,
        link: top.externalDocumentation?.url),
      particulars: particulars(), tags: tags(), servers: servers(),
      credentials: credentials.map(\.value),
      types: types, operations: operations, deliveries: deliveries)
    contract.mergeDuplicates()
    contract.boxRecursion()
    return contract
  }

  /// Takes the next id for a type, so that the type may refer to itself while it is read.
  mutating func reserve() -> TypeID {
    let id = TypeID(index: types.count)
    types.append(
      TypeDeclaration(
        id: id, name: .component(""), documentation: Documentation(), node: document.root,
        shape: .alias(.any)))
    return id
  }

  mutating func declare(
    _ id: TypeID, _ schema: SchemaObject, named name: TypeDeclaration.Name, shape: Shape
  ) -> TypeUse {
    types[id.index] = TypeDeclaration(
      id: id, name: name, title: schema.title, documentation: documentation(of: schema),
      node: schema.node, shape: shape)
    return .named(id)
  }

  func documentation(of schema: SchemaObject) -> Documentation {
    Documentation(
      text: schema.documentation, isDeprecated: schema.isDeprecated,
      link: schema.node[keyword: "externalDocs"]?[keyword: "url"]?.string)
  }
}
