extension Probe {
  /// Finds the object type that fits best: all of its required keys are there, and it knows more of
  /// the keys than any before it; `nil` when none has its required keys.
  public func closest(_ shapes: [(required: [String], known: [String])]) -> Int? {
    var best: (index: Int, known: Int)?
    for (index, shape) in shapes.enumerated() where hasAll(shape.required) {
      let known = shape.known.filter(has).count
      if known > best?.known ?? -1 { best = (index, known) }
    }
    return best?.index
  }

  /// Reads the value as a type; `nil` when it is not one.
  public func attempt<Value: Decodable>(_ type: Value.Type) -> Value? {
    let value: Value? = try? decode()
    return value
  }
}
