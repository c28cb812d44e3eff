import Diagnostics
import YAML

extension Rule {
  private static func mayReserve(
    _ place: String, _ parameter: Node, _ release: OpenAPIVersion.Release
  ) -> Bool {
    if release >= .v3_2 {
      return place != "header" && !(parameter["style"]?.hasText("cookie") ?? false)
        && place != "cookie" || parameter["style"]?.hasText("form") == true
    }
    return place == "query"
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
      if place == "path", let name = parameter["name"],
        name.string?.contains(where: { "{}".contains($0) }) == true
      {
        findings.add("the name of a path parameter holds no braces", at: name.range)
      }
    }
  }
}
