import Diagnostics
import YAML

extension Rule {
  static let exampleConflict = Rule(
    id: "example-conflict", severity: .error,
    summary: "an example is given in one way only", scope: .linting
  ) { context, findings in
    for kind in [ObjectKind.parameter, .header, .mediaType] {
      for object in context.objects(kind) where object["example"] != nil {
        guard let more = object.entry("examples") else { continue }
        findings.add("'example' and 'examples' exclude each other", at: more.key.range)
      }
    }
    for example in context.objects(.example) {
      let given = ["value", "dataValue", "serializedValue", "externalValue"].compactMap {
        example.entry($0)
      }
      let names = Set(given.compactMap(\.key.string))
      let isPair =
        names == ["dataValue", "serializedValue"] || names == ["dataValue", "externalValue"]
      if given.count > 1, !isPair {
        let list = given.compactMap(\.key.string).map { "'\($0)'" }.joined(separator: " and ")
        findings.add("\(list) exclude each other", at: given[1].key.range)
      }
      if given.isEmpty, context.document.version.release < .v3_2 {
        findings.add(
          "an example has neither 'value' nor 'externalValue'", at: example.range.firstPoint,
          help: "put the example under 'value'")
      }
    }
  }
}
