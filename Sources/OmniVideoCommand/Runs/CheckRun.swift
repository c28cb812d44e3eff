import ClientRuntime
import OmniVideo

/// `omnivideo check`: every rule, and no request.
struct CheckRun {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws -> ExitCode {
    let provider = VideoProvider.offline(try arguments.providerID())
    let report = provider.check(
      try RequestOptions(arguments: arguments).value(for: provider.id),
      native: arguments.isSet("native"),
      strict: arguments.isSet("strict"))
    if arguments.isSet("json") {
      Terminal.out(report.json.text + "\n")
    } else {
      report.print()
      if report.isAcceptable, !arguments.isSet("quiet") {
        Terminal.out("\(provider.id) would take it\n")
      }
    }
    return report.isAcceptable ? .fine : .failed
  }
}

extension VideoProvider {
  /// Checks a request in unified or in the vendor's own words.
  func check(_ value: JSONValue, native: Bool, strict: Bool) -> CheckReport {
    native ? check(native: value, strict: strict) : check(unified: value, strict: strict)
  }
}

extension CheckReport {
  /// Findings where diagnostics belong.
  func print() {
    for finding in errors { Terminal.error("\(finding)") }
    for finding in warnings { Terminal.warning("\(finding)") }
  }

  var json: JSONValue {
    let texts = { (findings: [Finding]) in
      JSONValue.array(
        findings.map {
          ["rule": .string($0.rule), "path": .string($0.path), "message": .string($0.message)]
        })
    }
    return ["errors": texts(errors), "warnings": texts(warnings)]
  }
}
