import Foundation
import Loopback

/// Gets an answer to the client, or lets it come to grief on the way.
struct Delivery: Sendable {
  let connection: ServerConnection
  var isHead = false
  var wrong: Misbehaviour?

  /// Works on a request as far as what is wrong allows.
  func run(
    refuse: (Refusal) -> Answer, _ work: () throws(Refusal) -> Answer
  ) {
    func worked() -> Answer {
      do { return try work() } catch { return refuse(error) }
    }
    guard let wrong else { return send(worked()) }
    switch wrong.kind {
    case .dropBefore: connection.reset()
    case .dropAfter:
      _ = worked()
      connection.reset()
    case .delay:
      let answer = worked()
      if !connection.isGone(within: Int32(wrong.seconds * 1000)) { send(answer) }
    case .badGateway:
      if wrong.accepts { _ = worked() }
      send(Self.proxyPage)
    case .refuse:
      let reason = Refusal.Reason.numbered(wrong.code ?? 1303, status: wrong.status)
      send(refuse(Refusal(reason, wrong.word ?? "refused by order")))
    case .empty: send(Answer(wrong.status ?? 429, text: ""))
    case .unauthorized: send(refuse(Refusal(.expiredKey, "Authorization has expired")))
    case .hideTask: send(refuse(Refusal(.unknownTask, "task not found")))
    case .forbiddenURL: send(Answer(403, text: "AccessDenied: Request has expired\n"))
    case .truncate, .cutDownload: cut(worked(), after: wrong.bytes)
    case .wrongLength: shorten(worked(), by: wrong.bytes ?? 1000)
    case .unknownStatus, .withoutURL: send(worked())
    }
  }

  func send(_ answer: Answer) {
    let head = Data(answer.head(length: answer.body.count).utf8)
    connection.write(isHead || answer.status == 304 ? head : head + answer.body)
  }

  /// Sends some of the body, half if it is not said, and ends with a reset.
  private func cut(_ answer: Answer, after bytes: Int?) {
    let count = min(bytes ?? answer.body.count / 2, answer.body.count)
    connection.write(
      Data(answer.head(length: answer.body.count).utf8) + answer.body.prefix(count))
    // A reset right away would take what was sent with it.
    connection.finish()
  }

  /// Says that there is more than there is.
  private func shorten(_ answer: Answer, by bytes: Int) {
    connection.write(
      Data(answer.head(length: answer.body.count).utf8) + answer.body.dropLast(bytes))
    connection.finish()
  }

  private static let proxyPage = Answer(
    502,
    text: """
      <html>
      <head><title>502 Bad Gateway</title></head>
      <body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
      </html>

      """, type: "text/html")
}
