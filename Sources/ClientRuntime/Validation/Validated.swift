/// A value that knows the limits its description sets.
public protocol Validated {
  /// Reports everything that breaks a limit.
  func check(_ constraints: inout Constraints)
}

extension Validated {
  /// Checks the value before it is sent; the error lists everything that is wrong.
  public func validate() throws(ValidationError) {
    var constraints = Constraints()
    check(&constraints)
    if !constraints.violations.isEmpty { throw ValidationError(constraints.violations) }
  }
}

extension Optional: Validated where Wrapped: Validated {
  /// Checks the value when there is one.
  public func check(_ constraints: inout Constraints) { self?.check(&constraints) }
}

extension Nullable: Validated where Value: Validated {
  /// Checks the value when there is one.
  public func check(_ constraints: inout Constraints) { value?.check(&constraints) }
}

extension Array: Validated where Element: Validated {
  /// Checks each element.
  public func check(_ constraints: inout Constraints) {
    for (index, element) in enumerated() { constraints.nested("\(index)", element) }
  }
}

extension Dictionary: Validated where Key == String, Value: Validated {
  /// Checks each value, in the order of the keys.
  public func check(_ constraints: inout Constraints) {
    for (key, value) in sorted(by: { $0.key < $1.key }) { constraints.nested(key, value) }
  }
}

extension Indirect: Validated where Value: Validated {
  /// Checks the stored value.
  public func check(_ constraints: inout Constraints) { wrappedValue.check(&constraints) }
}
