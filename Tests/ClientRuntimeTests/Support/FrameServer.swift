#if os(Linux)
  import Foundation

  /// An HTTP/2 server that answers each request with frames of the test's choice.
  final class FrameServer: Sendable {
    /// The frames for a request, by the number of the stream and how many requests came before.
    typealias Answer = @Sendable (_ stream: UInt32, _ index: Int) -> [Frame]

    struct Frame {
      var kind: UInt8
      var flags: UInt8 = 0
      var stream: UInt32 = 0
      var payload: [UInt8] = []

      static let settings = Frame(kind: 4)

      /// Status 200 without a body.
      static func success(_ stream: UInt32) -> Frame {
        Frame(kind: 1, flags: 5, stream: stream, payload: [0x88])
      }

      /// The stream was not looked at.
      static func refused(_ stream: UInt32) -> Frame {
        Frame(kind: 3, stream: stream, payload: [0, 0, 0, 7])
      }

      /// Streams after the given one were not looked at, and no more are taken.
      static func goAway(after stream: UInt32) -> Frame {
        Frame(kind: 7, payload: FrameServer.bytes(stream) + [0, 0, 0, 0])
      }

      var bytes: Data {
        Data(
          FrameServer.bytes(UInt32(payload.count)).dropFirst() + [kind, flags]
            + FrameServer.bytes(stream) + payload)
      }
    }

    let server: SecureServer
    /// Counts the requests.
    let asked = Counter()
    private let input = Pipe()
    private let output = Pipe()

    init(_ answer: @escaping Answer) throws {
      server = try SecureServer.startByHand(input: input, output: output)
      let (reader, writer, asked) = (output.fileHandleForReading, input.fileHandleForWriting, asked)
      Thread.detachNewThread {
        while let (kind, stream) = Self.next(reader) {
          var frames: [Frame] = []
          if kind == Self.preface { frames = [.settings] }
          if kind == 1 {
            frames = answer(stream, asked.value)
            asked.add(1)
          }
          for frame in frames { try? writer.write(contentsOf: frame.bytes) }
        }
      }
    }

    private static let preface: UInt8 = 255

    /// The kind and the stream of the next frame; `nil` when nothing comes any more.
    private static func next(_ reader: FileHandle) -> (UInt8, UInt32)? {
      guard let head = read(9, reader) else { return nil }
      // The first words of a connection.
      if head.starts(with: "PRI ".utf8) {
        return read(15, reader).map { _ in (preface, 0) }
      }
      let length = head.prefix(3).reduce(0) { $0 << 8 | Int($1) }
      guard read(length, reader) != nil else { return nil }
      return (head[3], head.suffix(4).reduce(0) { $0 << 8 | UInt32($1) })
    }

    private static func read(_ count: Int, _ reader: FileHandle) -> [UInt8]? {
      var bytes: [UInt8] = []
      while bytes.count < count {
        guard let more = try? reader.read(upToCount: count - bytes.count), !more.isEmpty else {
          return nil
        }
        bytes += more
      }
      return bytes
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }
#endif
