/// Named values, in the order they were given.
public struct Object: Sendable, ExpressibleByDictionaryLiteral {
  /// What people call such a thing in messages: `model`.
  public var kind: String? {
    get { names.kind }
    set { self = Object(Names(names.all, kind: newValue), value: value) }
  }

  let names: Names
  private let value: @Sendable (Int) -> Value

  /// Makes an object whose values are found by the places of their names.
  public init(_ names: Names, value: @escaping @Sendable (Int) -> Value) {
    self.names = names
    self.value = value
  }

  /// Makes an object; the last value of a repeated key counts.
  public init(_ pairs: [(String, Value)], kind: String? = nil) {
    var keys: [String] = []
    var values: [Value] = []
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    for (name, value) in pairs {
      if let index = keys.firstIndex(of: name) {
        values[index] = value
      } else {
        keys.append(name)
        values.append(value)
      }
    }
    self.init(Names(keys, kind: kind)) { [values] in values[$0] }
  }

  /// Makes an object from a literal.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

  /// The names that the object declares.
  public var keys: [String] { names.all }

  /// The value of a key; `nil` when the object does not declare it.
  public subscript(name: String) -> Value? {
    get { self[Symbol(name)] }
    set {
      var (keys, values) = (names.all, keys.indices.map(value))
      switch (keys.firstIndex(of: name), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        keys.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        keys.append(name)
        values.append(value)
      case (nil, nil): return
      }
      self = Object(Names(keys, kind: kind)) { [values] in values[$0] }
    }
  }

  subscript(symbol: Symbol) -> Value? { names.index(of: symbol).map { value($0) } }
}
