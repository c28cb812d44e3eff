import Diagnostics
import YAML

extension Rule {
  static let unbalancedBraces = Rule(
    id: "unbalanced-braces", severity: .error,
    summary: "braces of paths and addresses come in pairs around a name", scope: .linting
  ) { context, findings in
    let texts = context.paths.map(\.key) + context.servers.compactMap { $0["url"] }
    for node in texts where !(node.string ?? "").hasBalancedBraces {
      findings.add("the braces of '\(node.string ?? "")' do not match", at: node.range)
    }
    for path in context.paths {
      var names: Set<String> = []
      for name in path.template.names where !names.insert(name).inserted {
        findings.add("the path has '{\(name)}' twice", at: path.key.range)
      }
      if path.template.names.contains("") {
        findings.add("the path has '{}', a parameter without a name", at: path.key.range)
      }
    }
  }
}

extension String {
  fileprivate var hasBalancedBraces: Bool {
    var isOpen = false
    for byte in utf8 {
      if byte == UInt8(ascii: "{") {
        if isOpen { return false }
        isOpen = true
      } else if byte == UInt8(ascii: "}") {
        if !isOpen { return false }
        isOpen = false
      }
    }
    return !isOpen
  }
}
