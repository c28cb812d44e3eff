import Diagnostics
import YAML

extension Rule {
  static let parameterForm = Rule(
    id: "parameter-form", severity: .error,
    summary: "a parameter has either a schema or content of one media type", scope: .linting
  ) { context, findings in
    let release = context.document.version.release
    guard release > .v2 else { return }
    for kind in [ObjectKind.parameter, .header] {
      for parameter in context.objects(kind) {
        let name = parameter["name"]?.string.map { "the parameter '\($0)'" } ?? kind.name
        let place = parameter.range.firstPoint
        if let content = parameter.entry("content") {
          if content.value.kind == .mapping, Array(content.value.entries).count != 1 {
            findings.add("'content' of \(name) has to have one media type", at: content.key.range)
          }
          for key in ["schema", "style", "explode", "allowReserved"] where kind == .parameter || key == "schema" {
            if let other = parameter.entry(key) {
              findings.add("'\(key)' of \(name) does not go with 'content'", at: other.key.range)
            }
          }
        } else if parameter["schema"] == nil {
          findings.add(
            "\(name) has neither 'schema' nor 'content'", at: place, help: "add 'schema'")
        } else if parameter["in"]?.hasText("querystring") == true {
          findings.add("\(name) in the query string needs 'content'", at: place)
        }
      }
    }
  }

  private static let styles: [String: [String]] = [
    "path": ["matrix", "label", "simple"],
    "query": ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    "header": ["simple"], "cookie": ["form"],
  ]

  static let parameterStyle = Rule(
    id: "parameter-style", severity: .error,
    summary: "a parameter's style is one of its place", scope: .linting
  ) { context, findings in
    let release = context.document.version.release
    for parameter in context.objects(.parameter) {
      guard let place = parameter["in"]?.string else { continue }
      let known = (styles[place] ?? []) + (place == "cookie" && release >= .v3_2 ? ["cookie"] : [])
      if let style = parameter["style"], let text = style.string, !known.contains(text) {
        findings.add(
          "the style '\(text)' is not one of \(place) parameters", at: style.range,
          help: "use " + known.map { "'\($0)'" }.joined(separator: " or "))
      }
      if let entry = parameter.entry("allowReserved"), !mayReserve(place, parameter, release) {
        findings.add(
          "'allowReserved' is for query parameters only; this one is in \(place)",
          at: entry.key.range, help: "remove it")
      }
      if place == "path", let name = parameter["name"], name.string?.contains(where: { "{}".contains($0) }) == true
      {
        findings.add("the name of a path parameter holds no braces", at: name.range)
      }
    }
  }

  private static func mayReserve(
    _ place: String, _ parameter: Node, _ release: OpenAPIVersion.Release
  ) -> Bool {
    if release >= .v3_2 { return place != "header" && !(parameter["style"]?.hasText("cookie") ?? false) && place != "cookie" || parameter["style"]?.hasText("form") == true }
    return place == "query"
  }
}
