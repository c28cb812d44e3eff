import Diagnostics
import YAML

extension Rule {
  static let serverVariable = Rule(
    id: "server-variable", severity: .error,
    summary: "a server's variables have a default, one of their values", scope: .linting
  ) { context, findings in
    for variable in context.objects(.serverVariable) {
      guard let values = variable["enum"], values.kind == .sequence else { continue }
      let words = values.elements.compactMap(\.string)
      if words.isEmpty { findings.add("'enum' of a server variable is empty", at: values.range) }
      if let standard = variable["default"], let text = standard.string, !words.isEmpty,
        !words.contains(text)
      {
        findings.add(
          "the default '\(text)' is not among the variable's values", at: standard.range,
          help: "use one of " + words.map { "'\($0)'" }.joined(separator: ", "))
      }
    }
  }

  static let unusedServerVariable = Rule(
    id: "unused-server-variable", severity: .warning,
    summary: "every variable of a server stands in its address", scope: .linting
  ) { context, findings in
    for server in context.servers {
      let names = Set(Template(server["url"]?.string ?? "").names)
      for (key, _) in server["variables"].map({ Array($0.entries) }) ?? [] {
        guard let name = key.string, !names.contains(name), !key.isExtension else { continue }
        findings.add("the variable '\(name)' does not stand in the address", at: key.range)
      }
    }
  }

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
