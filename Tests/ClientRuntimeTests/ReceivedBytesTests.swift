import Foundation
import Testing

@testable import ClientRuntime

@Suite struct ReceivedBytesTests {
  @Test("What comes after the end is not kept")
  func afterTheEnd() {
    let incoming = IncomingResponse()
    incoming.cancel()
    // Kept, so many would have to wait for their reader.
    #expect(incoming.append(Data(count: 1_000_000)) && !incoming.isPaused)
  }

  @Test("More than is wanted stays too much, whatever becomes of the rest")
  func tooMuch() async {
    let incoming = IncomingResponse(wholeLimit: 10)
    #expect(incoming.append(Data(count: 11)))
    incoming.end(TransportError(.badResponse, mayHaveArrived: true))
    await #expect(throws: TransportError.tooLarge(10)) { try await incoming.whole(limit: 10) }
  }

  @Test(
    "Bytes come out as they went in, however they were cut",
    arguments: [[], [1], [0, 5], [16_384, 1], [100_000, 3, 70_000], [200, 0, 200]],
    [0, 10, 1_000_000])
  func order(sizes: [Int], reserved: Int) {
    var received = ReceivedBytes()
    defer { received.free() }
    // The second time it has no memory left from the first.
    for _ in 0..<2 {
      received.reserve(reserved)
      let pieces = sizes.enumerated().map { Data(repeating: UInt8($0 + 1), count: $1) }
      let isKept = pieces.allSatisfy { $0.withUnsafeBytes { received.append($0) } }
      let expected = pieces.reduce(Data(), +)
      #expect(isKept && received.count == expected.count && received.take() == expected)
      #expect(received.isEmpty)
    }
  }
}
