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
          for key in ["schema", "style", "explode", "allowReserved"]
          where kind == .parameter || key == "schema" {
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
}
