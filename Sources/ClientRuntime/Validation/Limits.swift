/// The limits of a value; those that do not concern its type have no effect.
struct Limits: Sendable {
  var minLength: Int?
  var maxLength: Int?
  var pattern: String?
  var minimum: NumericLimit?
  var maximum: NumericLimit?
  var exclusiveMinimum: NumericLimit?
  var exclusiveMaximum: NumericLimit?
  var multipleOf: NumericLimit?
  var minItems: Int?
  var maxItems: Int?
  var uniqueItems = false
  var minProperties: Int?
  var maxProperties: Int?
  /// The limits of elements; none or one.
  var elements: [Limits] = []
}
