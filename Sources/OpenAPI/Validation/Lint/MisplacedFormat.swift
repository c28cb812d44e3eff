import Diagnostics
import YAML

extension Rule {
  private static let formats: [String: Set<String>] = [
    "int32": ["integer", "number"], "int64": ["integer", "number", "string"],
    "float": ["number"], "double": ["number"], "date": ["string"], "date-time": ["string"],
    "time": ["string"], "duration": ["string"], "uuid": ["string"], "uri": ["string"],
    "email": ["string"], "hostname": ["string"], "ipv4": ["string"], "ipv6": ["string"],
    "binary": ["string"], "byte": ["string"], "password": ["string"],
  ]

  static let misplacedFormat = Rule(
    id: "misplaced-format", severity: .warning, summary: "a format belongs to the schema's type",
    scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      let types = SchemaObject(schema).types
      guard !types.isEmpty, let format = schema["format"], let name = format.string,
        let owners = formats[name], owners.isDisjoint(with: types)
      else { continue }
      findings.add(
        "'\(name)' is no format of \(types.joined(separator: " or "))", at: format.range)
    }
  }
}
