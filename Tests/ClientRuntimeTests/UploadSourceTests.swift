import Foundation
import Testing

@testable import ClientRuntime

@Suite(.timeLimit(.minutes(5))) struct UploadSourceTests {
  @Test("A stream is kept waiting while nobody reads, and goes on when somebody does")
  func backPressure() async throws {
    let (sent, more) = (Counter(), Counter())
    let stream = RequestStream { send in
      for _ in 0..<20 {
        sent.add(1)
        try await send(Data(count: 100_000))
      }
    }
    let source = UploadSource(.stream(stream))
    source.begin { more.add(1) }
    await sent.wait(for: 3)
    for _ in 0..<1000 { await Task.yield() }
    #expect(sent.value == 3, "no more than a quarter of a megabyte waits, and what went over it")
    var total = 0
    var waits = 0
    while let count = try Self.read(source) {
      total += count
      if count > 0 { continue }
      waits += 1
      await more.wait(for: waits)
    }
    #expect(total == 2_000_000)
  }

  /// How many bytes there were, none when some are still to come; `nil` at the end.
  private static func read(_ source: UploadSource) throws -> Int? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    return try bytes.withUnsafeMutableBytes { buffer in
      switch source.read(into: buffer) {
      case .bytes(0): nil
      case .bytes(let count): count
      case .wait: 0
      case .failed: throw CancellationError()
      }
    }
  }

  @Test("A stream that begins after its end is stopped")
  func ended() async {
    let stopped = Counter()
    let stream = RequestStream { _ in
      defer { stopped.add(1) }
      try await Timetable.shared.wait(.seconds(3600))
    }
    let source = UploadSource(.stream(stream))
    source.end()
    source.begin {}
    await stopped.wait(for: 1)
  }

  @Test("What follows the body is no header, and what goes before the answer neither")
  func head() {
    let lines = [
      "HTTP/1.1 103 Early Hints", "Link: </a>", "", "HTTP/1.1 200 OK", "X-A:  1 ", "X-B:", "",
      "X-Trailer: 2", "",
    ]
    var reader = HeadReader()
    let heads = lines.compactMap { line in
      Array("\(line)\r\n".utf8).withUnsafeBytes { reader.read($0) }
    }
    #expect(heads == [ResponseHead(status: 200, headers: ["X-A": "1", "X-B": ""])])
  }
}
