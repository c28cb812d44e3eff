/// Named values, in the order they were given.
public struct Object: Sendable, ExpressibleByDictionaryLiteral {
  /// What people call such a thing in messages: `model`.
  public var kind: String? {
    get { names.kind }
    set { self = Object(names.all.map { ($0, self[$0] ?? .null) }, kind: newValue) }
  }

  let names: Names
  /// Nothing else is needed to find a value, so that asking counts no reference to the names, which
  /// all threads share.
  private let find: @Sendable (Symbol) -> Value?

  /// Makes an object that finds its values itself, each that `names` declares.
  public init(_ names: Names, find: @escaping @Sendable (Symbol) -> Value?) {
    self.names = names
    self.find = find
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
    let names = Names(keys, kind: kind)
    self.init(names) { [values] symbol in names.index(of: symbol).map { values[$0] } }
  }

  /// Makes an object from a literal.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

  /// The names that the object declares.
  public var keys: [String] { names.all }

  /// The value of a key; `nil` when the object does not declare it.
  public subscript(name: String) -> Value? {
    get { self[Symbol(name)] }
    set {
      var pairs = names.all.map { ($0, self[$0] ?? .null) }
      switch (keys.firstIndex(of: name), newValue) {
      case (let index?, let value?): pairs[index].1 = value
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): pairs.append((name, value))
      case (nil, nil): return
      }
      self = Object(pairs, kind: kind)
    }
  }

  subscript(symbol: Symbol) -> Value? { find(symbol) }
}
