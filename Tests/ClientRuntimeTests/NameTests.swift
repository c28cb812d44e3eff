#if os(Linux)
  import Foundation
  import Glibc
  import Loopback
  import Testing

  @testable import ClientRuntime

  @Suite(.timeLimit(.minutes(5))) struct NameTests {
    @Test("Nobody waits for the look-up of a name that somebody has given up")
    func slow() async {
      // In a process of its own, as the environment is changed.
      await #expect(processExitsWith: .success) {
        let pipe = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: pipe) }
        // The system reads other names for a name from here, and waits as nobody writes any.
        mkfifo(pipe.path, 0o600)
        setenv("HOSTALIASES", pipe.path, 1)
        // Whoever waits as well is ended.
        alarm(20)
        var configuration = CurlConfiguration()
        configuration.proxy = .none
        let transport = CurlTransport(configuration: configuration)
        let server = try LoopbackServer("ok")
        var request = TransportRequest(.get, "http://name-without-a-dot/")
        request.timeout = .milliseconds(100)
        let outcome = await transport.outcome(request)
        let other = await transport.outcome(TransportRequest(.get, server.url))
        // Where names are looked up in another way it is not found at once.
        if other != "200 ok" || !["connectTimedOut", "nameNotFound"].contains(outcome) { exit(1) }
      }
    }
  }
#endif
