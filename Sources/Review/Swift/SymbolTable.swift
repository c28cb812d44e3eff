import Contract
import SwiftPlan
import YAML

/// What callers of a module can name, as far as it is asked for.
struct SymbolTable {
  let namespace: String
  let names: TypeNames
  private(set) var containers: [Container] = []
  /// The first container of each path, as a position; large APIs have thousands.
  private var positions: [String: Int] = [:]
  private(set) var methods: [Method] = []
  /// Where the description says the types of the module, by path.
  private let places: [String: Node]

  /// Everything that the module declares.
  init(_ outline: Outline) {
    self.init(
      outline, types: Set(outline.types.map(\.id)),
      operations: Array(outline.contract.operations.indices))
  }

  /// Some types and operations, and the rest of the client.
  init(_ outline: Outline, types: Set<TypeID>, operations: [Int]) {
    var outline = outline
    let client = outline.client()
    namespace = outline.namespace
    names = TypeNames(outline, client)
    places = Dictionary(
      outline.types.map { ($0.path, outline.contract[$0.id].node) },
      uniquingKeysWith: { first, _ in first })
    for entry in outline.types where types.contains(entry.id) {
      add(outline.type(entry.id), outline.contract[entry.id], Self.variants(of: entry.id, outline))
    }
    for type in client.variables { add(type) }
    addClient(client)
    addHeaders(outline.headers())
    addDeliveries(outline.deliveries())
    for index in operations {
      for plan in outline.operations(index) { add(plan, outline.contract.operations[index]) }
    }
    for (position, container) in containers.enumerated() where positions[container.path] == nil {
      positions[container.path] = position
    }
  }

  func container(_ path: String) -> Container? {
    positions[names.declaration(of: path)].map { containers[$0] }
  }

  /// Whether a client may write this name of a type, asked for or not.
  func knows(_ path: String) -> Bool { declares(names.declaration(of: path)) }

  /// Whether there is a type of this name that is more than another name.
  func hasContainer(_ path: String) -> Bool {
    declares(path) && names.target(ofAlias: path) == nil
  }

  private func declares(_ path: String) -> Bool { places[path] != nil || positions[path] != nil }

  /// Where the description says a type.
  func place(_ path: String) -> Node? {
    let path = names.declaration(of: path)
    return places[path] ?? container(path)?.place
  }

  /// Where the description says the alternatives of a choice that are types of their own.
  private static func variants(of id: TypeID, _ outline: Outline) -> [Node?] {
    guard case .choice(let choice) = outline.contract[id].shape else { return [] }
    return choice.variants.map { TypeUsers.leaf($0.type).map { outline.contract[$0].node } }
  }

  private mutating func add(
    _ type: TypePlan, _ declaration: TypeDeclaration? = nil, _ variants: [Node?] = []
  ) {
    let scope = type.path.split(separator: ".")
    var container = Container(path: type.path, form: .record, place: declaration?.node)
    switch type.form {
    case .alias: return
    case .record(let plan): fill(&container, plan, declaration?.shape, scope)
    case .enumeration(let plan):
      container.form = .enumeration
      container.rawType = names.canonical(plan.rawType, in: scope)
      container.members = plan.members.map { Member(name: $0.name, wire: $0.value) }
    case .choice(let plan):
      container.form = .choice
      container.hasOther = true
      container.members = plan.cases.enumerated().map { index, plan in
        Member(
          name: plan.name, type: names.canonical(plan.type, in: scope), wire: plan.tags,
          place: index < variants.count ? variants[index] : nil)
      }
      container.conformances = Self.list(plan.conformances) + plan.literals.map(\.conformance)
    }
    containers.append(container)
  }

  private func fill(
    _ container: inout Container, _ plan: RecordPlan, _ shape: Contract.Shape?, _ scope: [Substring]
  ) {
    var fields: [Field] = []
    if case .record(let record)? = shape { fields = record.fields }
    container.members = plan.properties.enumerated().map { index, property in
      let field = index < fields.count ? fields[index] : nil
      return Member(
        name: property.name, type: names.canonical(property.type, in: scope),
        wire: field?.key ?? property.key, isDeprecated: property.isDeprecated, place: field?.node)
    }
    if let additional = plan.additional {
      container.members.append(
        Member(name: additional.name, type: names.canonical(additional.type, in: scope)))
    }
    container.arguments = arguments(plan.parameters, scope)
    container.conformances = Self.list(plan.conformances)
  }

  private func arguments(_ plans: [ParameterPlan], _ scope: [Substring] = []) -> [Argument] {
    plans.map { Argument($0.declaration) { names.canonical($0, in: scope) } }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map {
      let name = $0.drop { $0 == " " }
      return String(name.split(separator: ".").last ?? name)
    }
  }

  private mutating func addClient(_ client: ClientPlan) {
    let server = Argument(
      label: "server", type: "\(namespace).Server", isDefaulted: client.defaultServer != nil)
    let credentials = client.credentials.map {
      Argument(label: $0.name, type: "Credential?", isDefaulted: true)
    }
    var sites = Dictionary(
      client.credentials.map { ($0.name, Site.credential(Self.text($0.key))) },
      uniquingKeysWith: { first, _ in first })
    sites["server"] = .server
    containers.append(
      Container(path: "Client", form: .record, arguments: [server] + credentials, sites: sites))
    let members = client.servers.map { Member(name: $0.name, type: $0.parameters ?? "") }
    containers.append(
      Container(
        path: "Server", form: .constants, members: members,
        sites: Self.sites(members) { _ in .server }))
  }

  private mutating func addHeaders(_ plan: HeadersPlan?) {
    guard let plan else { return }
    let members = plan.headers.map {
      Member(
        name: $0.name, type: "ResponseHeader<\(names.canonical($0.type))>", wire: $0.key,
        isDeprecated: $0.isDeprecated)
    }
    containers.append(
      Container(
        path: plan.name, form: .constants, members: members,
        sites: Self.sites(members) { .header(Self.text($0.wire)) }))
  }

  private static func sites(
    _ members: [Member], _ site: (Member) -> Site
  ) -> [String: Site] {
    Dictionary(members.map { ($0.name, site($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a literal stands for.
  private static func text(_ literal: String) -> String { literal.filter { $0 != "\"" } }

  private mutating func addDeliveries(_ plan: DeliveriesPlan?) {
    guard let plan else { return }
    let members = plan.deliveries.map {
      Member(
        name: $0.name, type: "Delivery<\(names.canonical($0.type))>", wire: $0.key,
        isDeprecated: $0.isDeprecated)
    }
    containers.append(
      Container(
        path: plan.name, form: .constants, members: members,
        sites: Self.sites(members) { .delivery(Self.text($0.wire)) }))
  }

  private mutating func add(_ plan: OperationPlan, _ operation: Contract.Operation) {
    methods.append(
      Method(
        name: plan.name, arguments: arguments(plan.parameters),
        result: plan.result.map { names.canonical($0) }, isDeprecated: plan.isDeprecated,
        route: "\(operation.method) \(operation.path)", place: operation.node))
    guard let outcomes = plan.outcomes, outcomes.isDeclared else { return }
    let cases = outcomes.cases.map {
      Member(name: $0.name, type: $0.type.map { names.canonical($0) } ?? "", wire: $0.status)
    }
    containers.append(
      Container(path: outcomes.name, form: .choice, members: cases, place: operation.node))
  }
}
