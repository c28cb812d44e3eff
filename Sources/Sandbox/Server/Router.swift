import ClientRuntime
import Foundation
import Loopback
import Synchronization

/// Finds what a request is for.
struct Router: Sendable {
  let desks: [Desk]
  let control: Control

  func answer(_ received: ReceivedRequest, on connection: ServerConnection) {
    let request = APIRequest(received)
    let rest = request.path.dropFirst()
    switch request.path.first {
    case nil: send(control.overview, request, on: connection)
    case "_sandbox": send(control.answer(request), request, on: connection)
    case "files": file(request, rest, on: connection)
    case .some(let first):
      guard let desk = desks.first(where: { $0.api.vendor.rawValue == first }) else {
        return send(control.unknown(request), request, on: connection)
      }
      var inner = request
      inner.path = Array(rest)
      serve(desk, inner, on: connection)
    }
  }

  private func send(_ answer: Answer, _ request: APIRequest, on connection: ServerConnection) {
    Delivery(connection: connection, isHead: request.method == "HEAD").send(answer)
  }

  private func serve(_ desk: Desk, _ request: APIRequest, on connection: ServerConnection) {
    for route in desk.api.routes {
      guard let id = route.id(request.method, request.path) else { continue }
      let wrong = desk.rules.next(desk.api.vendor, route.kind) {
        $0 != .unknownStatus && $0 != .withoutURL
      }
      let delivery = Delivery(
        connection: connection, isHead: request.method == "HEAD", wrong: wrong)
      return delivery.run(refuse: desk.api.answer) { () throws(Refusal) in
        try desk.answer(request, route, id: id)
      }
    }
    let refusal = Refusal(
      .unknownRoute, "no route \(request.method) /\(request.path.joined(separator: "/"))")
    send(desk.api.answer(refusal), request, on: connection)
  }

  /// A result's address needs no key, and each is good until it is said to be no more.
  private func file(
    _ request: APIRequest, _ path: ArraySlice<String>, on connection: ServerConnection
  ) {
    guard let desk = desks.first, request.method == "GET" || request.method == "HEAD",
      let task = path.first.flatMap(desk.store.peek)
    else { return send(control.unknown(request), request, on: connection) }
    if request.headers["authorization"] != nil { desk.store.leaks.add(1, ordering: .relaxed) }
    let wrong = desk.rules.next(task.entry.vendor, .file)
    let delivery = Delivery(
      connection: connection, isHead: request.method == "HEAD", wrong: wrong)
    delivery.run(refuse: KlingEnvelope.answer) { () throws(Refusal) in
      FileAnswer.answer(task, headers: request.headers)
    }
  }
}
