import Diagnostics
import YAML

extension Rule {
  static let ignoredHeader = Rule(
    id: "ignored-header", severity: .warning,
    summary: "'Accept', 'Content-Type' and 'Authorization' are no parameters", scope: .linting
  ) { context, findings in
    for parameter in context.objects(.parameter) where parameter["in"]?.hasText("header") == true {
      guard let name = parameter["name"], let text = name.string,
        ["accept", "content-type", "authorization"].contains(text.lowercased())
      else { continue }
      let instead =
        text.lowercased() == "authorization"
        ? "declare a security scheme" : "it follows from the media types"
      findings.add("the header parameter '\(text)' is ignored", at: name.range, help: instead)
    }
    for response in context.objects(.response) {
      for (key, _) in response["headers"].map({ Array($0.entries) }) ?? []
      where key.string?.lowercased() == "content-type" {
        findings.add(
          "the response header 'Content-Type' is ignored", at: key.range,
          help: "it follows from the media types")
      }
    }
  }
}
