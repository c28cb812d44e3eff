/// How one property of a form is written, where it is not the usual way.
public struct FormField: Hashable, Sendable {
  var style: ParameterStyle?
  var explode: Bool?
  var isJSON = false

  /// In a style of parameters.
  public static func style(_ style: ParameterStyle, explode: Bool) -> FormField {
    FormField(style: style, explode: explode)
  }

  /// As a JSON text.
  public static let json = FormField(isJSON: true)
}
