import Diagnostics
import YAML

extension Rule {
  static let httpScheme = Rule(
    id: "http-scheme", severity: .warning,
    summary: "an HTTP security scheme is one that is registered", scope: .linting
  ) { context, findings in
    let known = [
      "basic", "bearer", "digest", "dpop", "gnap", "hoba", "mutual", "negotiate", "oauth",
      "privatetoken", "scram-sha-1", "scram-sha-256", "vapid",
    ]
    for scheme in context.objects(.securityScheme) where scheme["type"]?.hasText("http") == true {
      guard let word = scheme["scheme"], let text = word.string,
        !known.contains(text.lowercased())
      else { continue }
      findings.add(
        "'\(text)' is no registered HTTP authentication scheme", at: word.range,
        help: nearMiss(text, among: known).map { "did you mean '\($0)'?" })
    }
  }
}
