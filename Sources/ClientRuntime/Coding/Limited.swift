/// The limits of a description, as they follow a field: `$0.optional("n", \.n).minimum(1)`.
///
/// They are never changed once the table is made. A method a limit, because calls with a dozen
/// defaults are dear to compile by the thousand.
public class Limited: @unchecked Sendable {
  var limits: Limits?

  private func limited(_ change: (inout Limits) -> Void) -> Self {
    var limits = self.limits ?? Limits()
    change(&limits)
    self.limits = limits
    return self
  }

  /// Refuses lists and maps with an element that breaks limits: `.each { $0.maxLength(64) }`.
  @discardableResult public func each(_ list: (Limited) -> Void) -> Self {
    let element = Limited()
    list(element)
    return limited { $0.elements = element.limits.map { [$0] } ?? [] }
  }

  /// Refuses lists that hold an item twice.
  @discardableResult public func uniqueItems() -> Self { limited { $0.uniqueItems = true } }

  /// Refuses texts with fewer characters.
  @discardableResult public func minLength(_ limit: Int) -> Self {
    limited { $0.minLength = limit }
  }

  /// Refuses texts with more characters.
  @discardableResult public func maxLength(_ limit: Int) -> Self {
    limited { $0.maxLength = limit }
  }

  /// Refuses texts in which the expression is not found.
  @discardableResult public func pattern(_ limit: String) -> Self { limited { $0.pattern = limit } }

  /// Refuses numbers below.
  @discardableResult public func minimum(_ limit: NumericLimit) -> Self {
    limited { $0.minimum = limit }
  }

  /// Refuses numbers above.
  @discardableResult public func maximum(_ limit: NumericLimit) -> Self {
    limited { $0.maximum = limit }
  }

  /// Refuses numbers that are not above.
  @discardableResult public func exclusiveMinimum(_ limit: NumericLimit) -> Self {
    limited { $0.exclusiveMinimum = limit }
  }

  /// Refuses numbers that are not below.
  @discardableResult public func exclusiveMaximum(_ limit: NumericLimit) -> Self {
    limited { $0.exclusiveMaximum = limit }
  }

  /// Refuses numbers that are no multiple.
  @discardableResult public func multipleOf(_ limit: NumericLimit) -> Self {
    limited { $0.multipleOf = limit }
  }

  /// Refuses lists with fewer items.
  @discardableResult public func minItems(_ limit: Int) -> Self { limited { $0.minItems = limit } }

  /// Refuses lists with more items.
  @discardableResult public func maxItems(_ limit: Int) -> Self { limited { $0.maxItems = limit } }

  /// Refuses objects with fewer keys.
  @discardableResult public func minProperties(_ limit: Int) -> Self {
    limited { $0.minProperties = limit }
  }

  /// Refuses objects with more keys.
  @discardableResult public func maxProperties(_ limit: Int) -> Self {
    limited { $0.maxProperties = limit }
  }
}

extension Field {
  /// Checks what the value has limits for by itself.
  @discardableResult public func nested() -> Self {
    isNested = true
    return self
  }
}
