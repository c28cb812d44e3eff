import ClientRuntime

/// How a studio checks, sends, asks and waits.
public struct StudioOptions: Sendable {
  /// Whether what the vendor's sources disagree about counts as an error.
  public var strict = false
  /// How single calls are made: timeouts, headers, time and chance.
  public var client = ClientOptions()
  /// How often a task is asked for; `nil` keeps to the vendor's pace.
  public var pollInterval: Duration?
  /// How long after its creation a task is first asked for.
  public var firstPoll = Duration.seconds(5)
  /// How long to wait for a video; `nil` waits 15 minutes, or a minute for each of its seconds.
  public var deadline: Duration?
  /// How long a task may be unknown to the vendor that just created it.
  public var grace = Duration.seconds(30)
  /// The waits between the questions for a create whose answer was lost.
  public var lookups: [Duration] = [.seconds(1), .seconds(3), .seconds(8), .seconds(18)]
  /// How long a create is tried again while the vendor says that there is too much.
  public var patience = Duration.seconds(1800)
  /// Is told when a create waits because the vendor has no room: what it said, and until the next try.
  public var onWait: @Sendable (VendorRefusal, Duration) -> Void = { _, _ in }
  /// How often a request is sent again that did not reach the vendor.
  public var resends = 3
  /// How often a task is asked again that succeeded and has no address yet.
  public var emptyAnswers = 3
  /// Is told where in its work a create is; for tests that end the process there.
  package var checkpoint: @Sendable (Checkpoint) -> Void = { _ in }

  /// Starts from the usual values.
  public init() {}

  var environment: RuntimeEnvironment { client.environment }
}

/// The places where the end of the process is worst.
package enum Checkpoint: String, CaseIterable, Sendable {
  case slotTaken, intentWritten, answered, taskWritten, polled, stateWritten, downloaded
}
