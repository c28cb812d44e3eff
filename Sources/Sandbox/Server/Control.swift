import ClientRuntime
import Foundation

/// What is not a vendor's: the ledger, and the order for things to go wrong.
struct Control: Sendable {
  let store: TaskStore
  let rules: MisbehaviourList

  var overview: Answer {
    let vendors = SandboxVendor.allCases.map { "  /\($0.rawValue)" }.joined(separator: "\n")
    return Answer(
      text: """
        A sandbox of five vendors' video APIs; nothing is billed.

        \(vendors)

        GET    /_sandbox/ledger       every create that was accepted
        GET    /_sandbox/misbehave    what is still to go wrong
        POST   /_sandbox/misbehave    {"kind": KIND, "vendor": …, "route": …, "times": 1}
        DELETE /_sandbox/misbehave    nothing goes wrong any more

        KIND is one of \(Misbehaviour.Kind.allCases.map(\.rawValue).joined(separator: ", ")).

        """)
  }

  func unknown(_ request: APIRequest) -> Answer {
    Answer(
      404, text: "there is no /\(request.path.joined(separator: "/")); / tells what there is\n")
  }

  func answer(_ request: APIRequest) -> Answer {
    switch (request.method, request.path.dropFirst().joined(separator: "/")) {
    case ("GET", "ledger"): listing(store.ledger)
    case ("GET", "misbehave"): listing(rules.all)
    case ("POST", "misbehave"): order(request.body)
    case ("DELETE", "misbehave"): clear()
    default: unknown(request)
    }
  }

  private func listing(_ values: [some Encodable]) -> Answer {
    var answer = Answer(text: "", type: "application/json")
    answer.body = Answer.text(values)
    return answer
  }

  private func clear() -> Answer {
    rules.clear()
    return listing(rules.all)
  }

  /// Takes one rule or a list of them.
  private func order(_ body: Data) -> Answer {
    do {
      let decoder = JSONDecoder.api
      let isList = body.first { $0 > 32 } == UInt8(ascii: "[")
      rules.add(
        isList
          ? try decoder.decode([Misbehaviour].self, from: body)
          : [try decoder.decode(Misbehaviour.self, from: body)])
      return listing(rules.all)
    } catch {
      return Answer(400, text: "that is no order: \(error)\n")
    }
  }
}
