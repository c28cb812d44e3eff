/// Named values, in the order they were given.
public struct Object: Sendable, ExpressibleByDictionaryLiteral {
  /// What people call such a thing in messages: `model`.
  public var kind: String? {
    get { members.kind }
    set { members = Members(kind: newValue, names: members.names, value: members.value) }
  }

  /// One reference, so that values stay small and cheap to copy.
  private(set) var members: Members

  /// Makes an object whose values are found by the places of their names.
  public init(kind: String?, names: Names, value: @escaping @Sendable (Int) -> Value) {
    members = Members(kind: kind, names: names, value: value)
  }

  /// Makes an object; the last value of a repeated key counts.
  public init(_ pairs: [(String, Value)], kind: String? = nil) {
    var keys: [Name] = []
    var values: [Value] = []
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    for (name, value) in pairs {
      let key = Name(name)
      if let index = keys.firstIndex(of: key) {
        values[index] = value
      } else {
        keys.append(key)
        values.append(value)
      }
    }
    members = Members(kind: kind, names: Names(keys)) { [values] in values[$0] }
  }

  /// Makes an object from a literal.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

  /// The names that the object declares.
  public var keys: [String] { members.names.all.map(\.name) }

  /// The value of a key; `nil` when the object does not declare it.
  public subscript(name: String) -> Value? {
    get { self[Name(name)] }
    set {
      let key = Name(name)
      var (keys, values) = (members.names.all, self.values)
      switch (members.names.index(of: key), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        keys.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        keys.append(key)
        values.append(value)
      case (nil, nil): return
      }
      members = Members(kind: kind, names: Names(keys)) { [values] in values[$0] }
    }
  }

  subscript(key: Name) -> Value? {
    members.names.index(of: key).map { members.value($0) }
  }

  private var values: [Value] { members.names.all.indices.map { members.value($0) } }
}
