#if os(Linux)
  /// What requests have in common for which libcurl is set up alike.
  struct CurlShape: Equatable {
    let method: HTTPMethod
    let hasBody: Bool
    let isRepeatable: Bool
    let isReplayable: Bool
    /// Whether libcurl asks for a packed answer and unpacks it.
    let unpacks: Bool
    /// Whether the reader may keep the server waiting.
    let mayPause: Bool
    /// Whether the address may hold a user and a password.
    let hasUser: Bool

    /// Whether libcurl is told how long the body is, if only that it is empty.
    var uploads: Bool {
      hasBody || method == .post || method == .put || method == .patch
    }

    init(_ request: TransportRequest, hasBody: Bool) {
      method = request.method
      self.hasBody = hasBody
      isRepeatable = request.isRepeatable
      isReplayable = request.body.isReplayable
      unpacks = request.headers["Accept-Encoding"] == nil
      mayPause = request.wholeLimit == nil
      hasUser = request.url.holds("@")
    }
  }
#endif
