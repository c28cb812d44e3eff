/// Named values, in the order they were given.
public struct Object: Sendable, ExpressibleByDictionaryLiteral {
  /// What people call such a thing in messages: `model`.
  public var kind: String? {
    get { storage.kind }
    set { storage = Storage(kind: newValue, keys: storage.keys, values: storage.values) }
  }

  private var storage: Storage

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
    storage = Storage(kind: kind, keys: keys, values: values)
  }

  /// Makes an object from a literal.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

  /// The names that the object declares.
  public var keys: [String] { storage.keys.map(\.name) }

  /// The value of a key; `nil` when the object does not declare it.
  public subscript(name: String) -> Value? {
    get { self[Name(name)] }
    set {
      let key = Name(name)
      var (keys, values) = (storage.keys, storage.values)
      switch (keys.firstIndex(of: key), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        keys.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        keys.append(key)
        values.append(value)
      case (nil, nil): return
      }
      storage = Storage(kind: kind, keys: keys, values: values)
    }
  }

  subscript(key: Name) -> Value? {
    guard let index = storage.keys.firstIndex(of: key) else { return nil }
    return storage.values[index]
  }

  /// One reference, so that values stay small and cheap to copy.
  private final class Storage: Sendable {
    let kind: String?
    let keys: [Name]
    let values: [Value]

    init(kind: String?, keys: [Name], values: [Value]) {
      self.kind = kind
      self.keys = keys
      self.values = values
    }
  }
}
