import Foundation

/// How calls are made; set for a client, or for one call through `with`.
public struct ClientOptions: Sendable {
  /// How long one attempt may take from connecting to the last byte.
  ///
  /// It does not apply to streams.
  public var timeout: Duration? = .seconds(60)
  /// How long connecting may take.
  public var connectTimeout: Duration = .seconds(10)
  /// How long a connection may be silent.
  public var inactivityTimeout: Duration? = .seconds(60)
  /// How long the whole call may take, repetitions and waits included.
  public var deadline: Duration?
  /// How failed attempts are repeated.
  public var retry = RetryPolicy()
  /// Judges a refusal by the service's own codes; `nil` leaves it to `retry`.
  public var classify: (@Sendable (HTTPFailure) -> RetryVerdict?)?
  /// Whether an answer that is a success by its status is a refusal by what it says: such an answer
  /// is reported, and judged, as `HTTPFailure`. Streams are not looked at.
  public var isRefusal: (@Sendable (ResponseHead, Data) -> Bool)?
  /// Headers that are sent with every call.
  public var headers = HTTPHeaders()
  /// Whether requests are checked against their limits before they are sent.
  public var validates = true
  /// How many redirects are followed.
  public var maximumRedirects = 10
  /// The largest answer that is read into memory; of a stream, the largest event or line.
  public var maximumBodySize = 256 * 1024 * 1024
  /// Looks at requests and answers on their way; the first is the outermost.
  public var middleware: [any Middleware] = []
  /// Is told what happens, for logs and measurements; secrets are left out.
  public var observe: (@Sendable (CallEvent) -> Void)?
  /// Time and chance.
  public var environment = RuntimeEnvironment()
  /// Is told the last answer's status and headers.
  var recorder: HeadRecorder?

  /// Starts from the usual values.
  public init() {}
}
