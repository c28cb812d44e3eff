import Contract

/// Something about each type of a contract, found by its place rather than by a hash.
struct TypeTable<Value> {
  private var values: [Value]

  /// Makes a table with the same for each type.
  init(_ contract: APIContract, _ value: Value) {
    values = Array(repeating: value, count: contract.types.count)
  }

  subscript(id: TypeID) -> Value {
    get { values[id.index] }
    _modify { yield &values[id.index] }
  }
}

extension TypeTable: Sendable where Value: Sendable {}
