import Diagnostics
import YAML

extension Rule {
  private static let forms = ["multipart/form-data", "application/x-www-form-urlencoded"]

  static let formWithoutProperties = Rule(
    id: "form-without-properties", severity: .warning,
    summary: "the schema of a form is an object", scope: .linting
  ) { context, findings in
    for body in context.objects(.requestBody) {
      for (key, media) in body["content"]?.entries.map({ $0 }) ?? [] where isForm(key) {
        guard let schema = media["schema"] else { continue }
        let types = SchemaObject(context.target(schema)).types
        guard !types.isEmpty, !types.contains("object") else { continue }
        findings.add(
          "a form is made of the properties of an object; this is \(types.joined(separator: " or "))",
          at: schema.range.firstPoint, help: "describe an object with a property for each field")
      }
    }
  }

  private static func isForm(_ key: Node) -> Bool {
    let type = (key.string ?? "").split(separator: ";").first ?? ""
    return forms.contains(type.filter { $0 != " " }.lowercased())
  }
}
