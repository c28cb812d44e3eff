/// Writes a parameter's value in a style: the rules of RFC 6570 that OpenAPI builds upon.
struct ParameterExpansion {
  var name: String
  var style: ParameterStyle
  var explode: Bool
  /// How names and values are escaped; headers are not.
  var escape: @Sendable (String) -> String

  init(
    name: String, style: ParameterStyle, explode: Bool?,
    escape: @escaping @Sendable (String) -> String
  ) {
    self.name = name
    self.style = style
    self.explode = explode ?? style.explodesByDefault
    self.escape = escape
  }

  /// `name=value` pairs for a query, a form or cookies; empty when there is nothing to send.
  func pairs(_ value: ParameterValue) -> [String] {
    if value.isEmpty { return [] }
    switch (style, value) {
    case (_, .scalar(let text)): return ["\(escape(name))=\(escape(text))"]
    case (.deepObject, _): return deep(escape(name), value)
    case (_, .list(let values)) where explode && style != .label && style != .matrix:
      return values.flatMap(\.texts).map { "\(escape(name))=\(escape($0))" }
    case (_, .object(let members)) where explode:
      return members.filter { !$0.value.isEmpty }.map { member in
        "\(escape(member.key))=\(member.value.texts.map(escape).joined(separator: ","))"
      }
    default:
      return ["\(escape(name))=\(value.texts.map(escape).joined(separator: separator))"]
    }
  }

  /// The text that takes a path template's place, or a header's value.
  func text(_ value: ParameterValue) -> String {
    switch style {
    case .label: return value.isEmpty ? "" : "." + joined(value, explode ? "." : ",")
    case .matrix: return matrix(value)
    default: return joined(value, ",")
    }
  }

  private func joined(_ value: ParameterValue, _ separator: String) -> String {
    if explode, case .object(let members) = value {
      return members.filter { !$0.value.isEmpty }.map { member in
        "\(escape(member.key))=\(member.value.texts.map(escape).joined(separator: ","))"
      }.joined(separator: separator)
    }
    return value.texts.map(escape).joined(separator: separator)
  }

  private func matrix(_ value: ParameterValue) -> String {
    if value.isEmpty { return "" }
    switch value {
    case .list(let values) where explode:
      return values.flatMap(\.texts).map { ";\(escape(name))=\(escape($0))" }.joined()
    case .object where explode: return ";" + joined(value, ";")
    case .scalar(""): return ";\(escape(name))"
    default: return ";\(escape(name))=\(joined(value, ","))"
    }
  }

  private var separator: String {
    switch style {
    case .spaceDelimited: "%20"
    case .pipeDelimited: "%7C"
    case .tabDelimited: "%09"
    default: ","
    }
  }

  private func deep(_ prefix: String, _ value: ParameterValue) -> [String] {
    switch value {
    case .absent: []
    case .scalar(let text): ["\(prefix)=\(escape(text))"]
    case .object(let members):
      members.flatMap { deep("\(prefix)%5B\(escape($0.key))%5D", $0.value) }
    case .list(let values):
      values.enumerated().flatMap { index, element -> [String] in
        // Lists of scalars repeat the name; lists of objects need the index to stay apart.
        if case .object = element { return deep("\(prefix)%5B\(index)%5D", element) }
        return deep(prefix, element)
      }
    }
  }
}
