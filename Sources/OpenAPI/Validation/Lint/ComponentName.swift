import Diagnostics
import YAML

extension Rule {
  static let componentName = Rule(
    id: "component-name", severity: .error,
    summary: "names of components hold letters, digits, '.', '-' and '_' only", scope: .linting
  ) { context, findings in
    for (_, table) in context.document.root["components"].map({ Array($0.entries) }) ?? [] {
      for (key, _) in table.entries where !key.isExtension {
        guard let name = key.string else { continue }
        let isPlain = name.utf8.allSatisfy {
          switch $0 {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
          default: false
          }
        }
        if !isPlain || name.isEmpty {
          findings.add(
            "'\(name)' cannot be the name of a component", at: key.range,
            help: "use letters, digits, '.', '-' and '_'")
        }
      }
    }
  }
}
