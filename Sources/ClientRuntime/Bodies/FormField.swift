/// How one property of a form is written, where it is not the usual way.
public struct FormField: Hashable, Sendable {
  var style: ParameterStyle?
  var explode: Bool?
  var isJSON = false
  var allowsReserved = false

  /// In a style of parameters; with `allowReserved`, characters that addresses reserve stay as they
  /// are, but for those that end a field.
  public static func style(
    _ style: ParameterStyle, explode: Bool, allowReserved: Bool = false
  ) -> FormField {
    FormField(style: style, explode: explode, allowsReserved: allowReserved)
  }

  /// As a JSON text.
  public static let json = FormField(isJSON: true)
}
