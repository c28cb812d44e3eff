import Foundation
import Testing

@testable import Sandbox

/// What a player would find in the files that the sandbox makes.
struct VideoTests {
  @Test(
    arguments: [
      ("16:9", 128, 72), ("9:16", 72, 128), ("1:1", 96, 96), (nil, 128, 72), ("4:3", 96, 72),
    ] as [(String?, Int, Int)])
  func hasTheSizeAndLengthAskedFor(_ ratio: String?, _ width: Int, _ height: Int) throws {
    let data = TestVideo(aspectRatio: ratio, seconds: 3).data
    let file = try ParsedBox(Array(data))
    #expect(file.names == ["ftyp", "moov", "mdat"])
    let track = try file.child("moov").child("trak")
    let size = Array(try track.child("tkhd").content.suffix(8))
    #expect(size == [0, UInt8(width), 0, 0, 0, UInt8(height), 0, 0])
    let movie = try file.child("moov").child("mvhd")
    #expect(movie.number(at: 16) == 3 * movie.number(at: 12))
    let samples = try track.child("mdia").child("minf").child("stbl")
    let sizes = try samples.child("stsz")
    #expect(sizes.number(at: 8) == 3 * TestVideo.rate)
    let total = (0..<sizes.number(at: 8)).reduce(0) { $0 + sizes.number(at: 12 + 4 * $1) }
    #expect(try total == file.child("mdat").content.count)
    let start = try samples.child("stco").number(at: 8)
    #expect(start + total == data.count)
    // A key picture, after its length.
    #expect(data[start + 4] == 0x65)
  }

  @Test func picturesMove() {
    let size = FrameSize(aspectRatio: "1:1")
    let first = Picture(size: size, moved: 0, shown: 0.1)
    let second = Picture(size: size, moved: 0.1, shown: 0.2)
    #expect(first.luma != second.luma && first.blue != second.blue)
  }

  /// Keeps files for a player to look at, where the environment says so.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KEEP_VIDEOS"] != nil))
  func isKept() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["KEEP_VIDEOS"] ?? "")
    for ratio in ["16:9", "9:16", "1:1", "21:9"] {
      let name = ratio.replacing(":", with: "x") + ".mp4"
      try TestVideo(aspectRatio: ratio, seconds: 5).data.write(to: folder.appending(path: name))
    }
  }
}

/// A box read from its bytes, by a reader that knows nothing of the writer.
struct ParsedBox {
  struct Missing: Error { var name: String }

  var content: [UInt8]

  init(_ content: [UInt8]) throws { self.content = content }

  func number(at index: Int) -> Int {
    content[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private var children: [(name: String, content: [UInt8])] {
    var found: [(String, [UInt8])] = []
    var place = 0
    while place + 8 <= content.count {
      let length = number(at: place)
      guard length >= 8, place + length <= content.count else { break }
      let name = String(decoding: content[place + 4..<place + 8], as: UTF8.self)
      found.append((name, Array(content[place + 8..<place + length])))
      place += length
    }
    return found
  }

  var names: [String] { children.map(\.name) }

  func child(_ name: String) throws -> ParsedBox {
    guard let found = children.first(where: { $0.name == name }) else { throw Missing(name: name) }
    return try ParsedBox(found.content)
  }
}
