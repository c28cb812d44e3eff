import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One exchange of a session.
final class SessionExchange: ExchangeControl {
  let incoming = IncomingResponse()
  let task: URLSessionTask
  private let session: URLSession
  private let delegate: SessionDelegate
  // The temporary file, if any, must outlive the transfer.
  private let upload: SessionUpload
  private let timeout: Duration?
  private let brake = Brake()

  init(
    _ task: URLSessionTask, _ session: URLSession, _ delegate: SessionDelegate,
    _ upload: SessionUpload, timeout: Duration?
  ) {
    self.task = task
    self.session = session
    self.delegate = delegate
    self.upload = upload
    self.timeout = timeout
  }

  /// Starts the exchange and waits for the answer's headers.
  func head() async throws(TransportError) -> ResponseHead {
    try await incoming.head(self) { [self] in
      delegate.register(self)
      task.resume()
      watchTime()
    }
  }

  /// Ends the transfer on the delegate's own queue: elsewhere it might end at the same moment,
  /// which `URLSession` on Linux does not survive.
  func abort() {
    session.delegateQueue.addOperation { [self] in
      if delegate.isRegistered(task) { task.cancel() }
    }
  }

  /// Holds the server back, where that can be done without harm.
  func pause() {
    #if !canImport(FoundationNetworking)
      brake.pull(while: { incoming.isPaused }) { task.suspend() }
    #endif
  }

  func resume() {
    #if !canImport(FoundationNetworking)
      brake.release { task.resume() }
    #endif
  }

  private func watchTime() {
    guard let timeout else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + timeout.wholeSeconds) { [weak self] in
      guard let self, !incoming.isEnded else { return }
      incoming.end(
        TransportError(.timedOut, mayHaveArrived: true, detail: "more than \(timeout)"))
      abort()
    }
  }
}
