import ClientRuntime
import Foundation
import Sandbox

/// The port that the documentation speaks of.
private let usualPort = 8484

/// `omnivideo sandbox`: serves until it is interrupted.
func runSandbox(_ arguments: Arguments) async throws -> ExitCode {
  var options = SandboxOptions()
  options.port = try arguments.whole("port", in: 0...65535) ?? usualPort
  options.speed = try arguments.number("speed") ?? options.speed
  options.failingWord = arguments.value("fail") ?? options.failingWord
  options.slots = try arguments.whole("slots", in: 1...10000)
  let sandbox = Sandbox(options)
  do {
    try sandbox.start()
  } catch {
    throw UsageError.surroundings(
      "the port \(options.port) cannot be had", help: "another program has it; say --port N")
  }
  if arguments.isSet("json") {
    let urls = SandboxVendor.allCases.map {
      ($0.rawValue, JSONValue.string(sandbox.baseURL(for: $0)))
    }
    let line: JSONValue = [
      "url": .string(sandbox.address), "vendors": .object(Dictionary(uniqueKeysWithValues: urls)),
    ]
    Terminal.out(line.text + "\n")
  } else {
    Terminal.out(welcome(sandbox))
  }
  while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
  sandbox.stop()
  return .fine
}

private func welcome(_ sandbox: Sandbox) -> String {
  let vendors = SandboxVendor.allCases.map { vendor in
    "  --provider \(vendor.rawValue.padding(to: 12)) --base-url \(sandbox.baseURL(for: vendor))"
  }
  return """
    The sandbox serves five vendors' APIs on this machine; nothing is billed, any key will do.

    \(vendors.joined(separator: "\n"))

    Try it in another terminal:

      export KLING_API_KEY=sandbox
      omnivideo create --provider kling --base-url \(sandbox.baseURL(for: .kling)) \\
        --prompt "A girl smiles by the sea" --seconds 5 --aspect-ratio 16:9 --output girl.mp4

    \(sandbox.address)/ tells how to let things go wrong. Ctrl-C ends it.

    """
}
