/// A parameter of a call, with the limits that its value has to keep:
/// `call.query("limit", limit).maximum(100)`.
///
/// It is changed only in the expression that makes it, before its call is handed to anybody.
public final class CallParameter: Limited, @unchecked Sendable {
  private let name: String
  private let value: any Sendable
  private var isNested = false

  init(_ name: String, _ value: any Sendable) {
    self.name = name
    self.value = value
  }

  /// Checks what the value has limits for by itself.
  @discardableResult public func nested() -> Self {
    isNested = true
    return self
  }

  func check(_ constraints: inout Constraints) {
    if let limits, let value = value as? any Constrainable {
      constraints.check(name, value.constraintSubject, limits)
    }
    if isNested, let value = value as? any Validated { constraints.nested(name, value) }
  }
}
