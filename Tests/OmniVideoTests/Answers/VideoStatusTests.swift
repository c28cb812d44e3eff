import Foundation
import Testing

@testable import OmniVideo

@Suite struct VideoStatusTests {
  static let words: [(VideoStatus, [String])] = [
    (
      .queued,
      [
        "queued", "pending", "submitted", "NOT_START", "created", "queueing", "Preparing",
        "in_queue", "WAITING", "WAIT", "unknown",
      ]
    ),
    (.running, ["in_progress", "processing", "running", "RUN", "generating", "in progress"]),
    (
      .succeeded,
      ["succeed", "succeeded", "completed", "success", "done", "FINISH", " complete "]
    ),
    (.failed, ["failed", "failure", "fail", "error", "ABORTED"]),
    (.cancelled, ["cancelled", "canceled"]),
    (.expired, ["expired"]),
  ]

  @Test(arguments: words) func everyWordInThreeCases(status: VideoStatus, words: [String]) {
    for word in words {
      let read = [word.lowercased(), word.uppercased(), word.capitalized]
        .map { VideoStatus(word: $0) }
      #expect(read == [status, status, status], "\(word)")
    }
  }

  @Test func anUnknownWordIsNoEnd() {
    let status = VideoStatus(word: "Beamforming")
    #expect(status == .unrecognized("Beamforming") && !status.isFinal)
    #expect(status.description == "Beamforming")
  }
}
