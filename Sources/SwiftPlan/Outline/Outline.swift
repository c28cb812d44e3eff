import Contract

/// What a module declares, named but not yet written: each part is planned when it is asked for.
public struct Outline: Sendable {
  /// A type that the module declares.
  public struct Entry: Sendable {
    /// The type in the contract.
    public var id: TypeID
    /// The name from the namespace on.
    public var path: String
    /// The path of the type that it is only another name of.
    public var target: String?
  }

  var planner: Planner
  /// The types in the order of their names, each followed by what is declared inside.
  public private(set) var types: [Entry] = []

  /// Finds the names of everything that an API needs in Swift.
  public init(_ contract: APIContract, _ options: PlanOptions) {
    planner = Planner(contract, options)
    planner.nameOperations()
    planner.nameTypes()
    planner.findDirections()
    planner.findChecked()
    planner.findCallParts()
    types.reserveCapacity(contract.types.count)
    let roots = planner.roots.map { (id: $0, name: planner.typeNames[$0]) }
    for (id, name) in roots.sorted(by: { $0.name < $1.name }) { add(id, name) }
  }

  private mutating func add(_ id: TypeID, _ path: String) {
    if case .duplicate(let first) = contract[id].shape {
      return types.append(Entry(id: id, path: path, target: planner.paths[first]))
    }
    types.append(Entry(id: id, path: path))
    for child in planner.children[id] { add(child, "\(path).\(planner.typeNames[child])") }
  }

  /// What the API is.
  public var contract: APIContract { planner.contract }

  /// The caseless enumeration that everything stands in.
  public var namespace: String { planner.options.namespace }

  /// A type without what is declared inside.
  public mutating func type(_ id: TypeID) -> TypePlan { planner.type(id, isAlone: true) }

  /// The methods of an operation, by its index in the contract.
  public mutating func operations(_ index: Int) -> [OperationPlan] { planner.operations(index) }

  /// The type that makes calls, without its operations.
  public func client() -> ClientPlan { planner.client([]) }

  /// The headers of answers; `nil` when none is described.
  public mutating func headers() -> HeadersPlan? { planner.headers() }

  /// What the server sends on its own; `nil` when it sends nothing.
  public func deliveries() -> DeliveriesPlan? { planner.deliveries() }
}
