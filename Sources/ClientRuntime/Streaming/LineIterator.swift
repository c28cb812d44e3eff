/// The lines of a body.
struct LineIterator {
  private let body: ResponseBody
  private var chunks: ResponseBody.AsyncIterator
  private var splitter = LineSplitter()
  private var ready: ArraySlice<[UInt8]> = []
  private var keepsRest: Bool

  init(_ body: ResponseBody, keepsRest: Bool = false) {
    self.body = body
    chunks = body.makeAsyncIterator()
    self.keepsRest = keepsRest
  }

  mutating func next(isolation actor: isolated (any Actor)?) async throws(APIError) -> [UInt8]? {
    while true {
      if let line = ready.popFirst() { return line }
      guard let chunk = try await chunks.next(isolation: actor) else {
        return keepsRest ? splitter.rest() : nil
      }
      ready = splitter.lines(in: chunk)[...]
      try allow(splitter.pending)
    }
  }

  /// What is left at the end without a line's end.
  mutating func rest() -> [UInt8]? { splitter.rest() }

  /// Gives the answer up when something of it that is read in one piece grows too large.
  func allow(_ size: Int) throws(APIError) {
    if size > body.pieceLimit { throw body.giveUp(.tooLarge(body.pieceLimit)) }
  }
}
