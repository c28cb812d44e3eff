/// How far a video is, in words that all vendors share.
public enum VideoStatus: Hashable, Sendable {
  /// It waits for its turn.
  case queued
  /// It is being made.
  case running
  /// It is there.
  case succeeded
  /// The vendor could not make it.
  case failed
  /// Somebody ended it before it was there.
  case cancelled
  /// The vendor gave it up, or keeps it no longer.
  case expired
  /// A word that is not known, which is never taken for an end.
  case unrecognized(String)

  /// Whether nothing more will change.
  public var isFinal: Bool {
    switch self {
    case .queued, .running, .unrecognized: false
    case .succeeded, .failed, .cancelled, .expired: true
    }
  }

  /// How much the word counts beside others about the same task, whichever comes first.
  var rank: Int {
    switch self {
    case .unrecognized: 0
    case .queued: 1
    case .running: 2
    case .expired: 3
    case .cancelled: 4
    case .failed: 5
    case .succeeded: 6
    }
  }

  /// Reads a vendor's word, however it is spelled.
  public init(word: String) {
    let key = word.lowercased().filter { $0.isLetter }
    self = Self.words[key] ?? .unrecognized(word)
  }

  /// The vendors' words in lower case, letters only: `NOT_START` and `not start` are the same.
  private static let words: [String: VideoStatus] = {
    let synonyms: [(VideoStatus, String)] = [
      (
        .queued,
        """
        queued pending submitted notstart notstarted created queueing queuing preparing inqueue \
        waiting wait unknown scheduled accepted starting
        """
      ),
      (.running, "inprogress processing running run generating rendering"),
      (.succeeded, "succeed succeeded success successful completed complete done finish finished"),
      (.failed, "failed failure fail error aborted"),
      (.cancelled, "cancelled canceled"),
      (.expired, "expired"),
    ]
    var words: [String: VideoStatus] = [:]
    for (status, list) in synonyms {
      for word in list.split(separator: " ") { words[String(word)] = status }
    }
    return words
  }()
}

extension VideoStatus: CustomStringConvertible {
  /// The word that all vendors share, or else the vendor's own.
  public var description: String {
    switch self {
    case .queued: "queued"
    case .running: "running"
    case .succeeded: "succeeded"
    case .failed: "failed"
    case .cancelled: "cancelled"
    case .expired: "expired"
    case .unrecognized(let word): word
    }
  }
}

extension VideoStatus: Codable {
  /// Reads the shared word, or any other.
  public init(from decoder: any Decoder) throws {
    self.init(word: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the shared word, or the vendor's own.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
