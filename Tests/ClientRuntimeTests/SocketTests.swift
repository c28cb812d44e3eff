#if os(Linux)
  import Glibc
  import Testing

  @testable import ClientRuntime

  @Suite struct SocketTests {
    /// Two ends of a connection, and who waits for the first of them.
    private final class Setup {
      let readiness: Readiness
      let sockets: CurlSockets
      let near: Int32
      let far: Int32
      private var events: [Readiness.Event] = []

      init() throws {
        var ends: [Int32] = [0, 0]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        (near, far) = (ends[0], ends[1])
        readiness = try #require(Readiness())
        sockets = CurlSockets(readiness)
      }

      deinit { for end in [near, far] { close(end) } }

      /// What came of the near end, and whether libcurl wants to hear of it.
      func hear() -> [Bool] {
        readiness.wait(0, &events)
        return events.map {
          if case .socket(near, _) = $0 { sockets.isWanted(near) } else { false }
        }
      }
    }

    @Test("A connection between two requests is waited for until something comes of it")
    func kept() throws {
      let setup = try Setup()
      setup.sockets.opened(setup.near)
      setup.sockets.watch(setup.near, [.reading])
      #expect(setup.hear() == [])
      setup.sockets.watch(setup.near, [])
      shutdown(setup.far, Int32(SHUT_WR))
      #expect(setup.hear() == [false])
      #expect(setup.hear() == [])
      setup.sockets.watch(setup.near, [.reading])
      #expect(setup.hear() == [true])
    }

    @Test("What is wanted changes from receiving to sending and back")
    func directions() throws {
      let setup = try Setup()
      setup.sockets.opened(setup.near)
      setup.sockets.watch(setup.near, [.writing])
      #expect(setup.hear() == [true])
      setup.sockets.watch(setup.near, [.reading])
      #expect(setup.hear() == [])
      setup.sockets.watch(setup.near, [.reading, .writing])
      #expect(setup.hear() == [true])
    }

    @Test("A socket of which only libcurl knows is left at once", arguments: [false, true])
    func foreign(wasOwn: Bool) throws {
      let setup = try Setup()
      if wasOwn {
        setup.sockets.opened(setup.near)
        setup.sockets.closes(setup.near)
      }
      setup.sockets.watch(setup.near, [.reading])
      setup.sockets.watch(setup.near, [])
      shutdown(setup.far, Int32(SHUT_WR))
      #expect(setup.hear() == [])
    }

    @Test("A new socket is waited for even when the one before it was closed in silence")
    func silent() throws {
      let setup = try Setup()
      setup.sockets.watch(setup.near, [.reading])
      let other = try Setup()
      // Closes what has the number, and gives it away.
      #expect(dup2(other.near, setup.near) == setup.near)
      setup.sockets.opened(setup.near)
      setup.sockets.watch(setup.near, [.reading])
      shutdown(other.far, Int32(SHUT_WR))
      #expect(setup.hear() == [true])
    }

    @Test("The number of a closed socket may be another's")
    func reused() throws {
      let setup = try Setup()
      setup.sockets.opened(setup.near)
      setup.sockets.watch(setup.near, [.reading])
      setup.sockets.closes(setup.near)
      shutdown(setup.far, Int32(SHUT_WR))
      #expect(setup.hear() == [])
      setup.sockets.opened(setup.near)
      setup.sockets.watch(setup.near, [.reading])
      #expect(setup.hear() == [true])
    }
  }
#endif
