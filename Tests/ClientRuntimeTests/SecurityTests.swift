#if os(Linux)
  import Foundation
  import Loopback
  import Testing

  @testable import ClientRuntime

  @Suite(.timeLimit(.minutes(5)), .enabled(if: SecureServer.has("openssl"), "openssl is not there"))
  struct SecurityTests {
    struct Case: Sendable, CustomTestStringConvertible {
      var testDescription: String
      var names = "IP:127.0.0.1"
      var days = 2
      var options: [String] = []
      var trusts = true
      var expected: String
    }

    static let cases: [Case] = [
      Case(testDescription: "trusted", expected: "200"),
      Case(
        testDescription: "self-signed", trusts: false,
        expected: "untrustedCertificate false self-signed certificate"),
      Case(
        testDescription: "run out", days: -1,
        expected: "untrustedCertificate false certificate has expired"),
      Case(
        testDescription: "another host", names: "DNS:other.example.com",
        expected: "untrustedCertificate false the certificate is for another host"),
      Case(
        testDescription: "an old protocol", options: ["-tls1_1", "-cipher", "ALL@SECLEVEL=0"],
        expected: "tlsFailed false SSL connect error"),
    ]

    @Test("What is wrong with a secure connection is told apart", arguments: cases)
    func failures(expected: Case) async throws {
      let server = try SecureServer.start(
        names: expected.names, days: expected.days, options: expected.options)
      var configuration = CurlConfiguration()
      if expected.trusts { configuration.certificates = server.certificate }
      let transport = CurlTransport(configuration: configuration)
      var outcome: String
      do {
        outcome = "\(try await transport.send(TransportRequest(.get, server.url)).head.status)"
      } catch {
        outcome = "\(error.kind) \(error.mayHaveArrived) \(error.detail)"
      }
      #expect(outcome == expected.expected)
    }

    @Test("A certificate that is not trusted is not tried again", arguments: Carrier.allCases)
    func untrusted(carrier: Carrier) async throws {
      let server = try SecureServer.start()
      let outcome = await carrier.transport().outcome(TransportRequest(.get, server.url))
      // All that goes wrong with a secure connection is one code of `URLSession` on Linux.
      #expect(outcome == (carrier.isSessionOnLinux ? "other" : "untrustedCertificate"))
    }
  }

  @Suite(.timeLimit(.minutes(5))) struct ProxyTests {
    struct Case: Sendable {
      var proxy: CurlConfiguration.Proxy
      var seen: String
    }

    /// A server that notes how it was asked.
    private func proxy() throws -> LoopbackServer {
      try LoopbackServer { request, connection in
        if request.target == "open.invalid:443" {
          connection.write("HTTP/1.1 200 OK\r\n\r\nno handshake")
          return connection.close()
        }
        if request.method == "CONNECT" { return connection.respond(403, "no") }
        connection.respond(200, "proxy \(request.target)")
      }
    }

    @Test("A proxy is used for all hosts but those that are left out")
    func choice() async throws {
      let proxy = try proxy()
      let server = try LoopbackServer("direct")
      let target = "http://example.invalid/x"
      let cases: [(CurlConfiguration.Proxy, String, String)] = [
        (.address(proxy.url), target, "200 proxy \(target)"),
        (.address(proxy.url), server.url, "200 proxy \(server.url)/"),
        (.address(proxy.url, except: ["127.0.0.1"]), server.url, "200 direct"),
        (.address(proxy.url, except: ["other.example.com"]), target, "200 proxy \(target)"),
        (.address(proxy.url, except: ["invalid"]), target, "nameNotFound"),
        (.none, server.url, "200 direct"), (.environment, server.url, "200 direct"),
        (.address(proxy.url), "https://example.invalid/", "proxyFailed"),
        // That it lets through is no answer yet.
        (.address(proxy.url), "https://open.invalid/", "tlsFailed"),
        (.address("http://127.0.0.1:1"), server.url, "connectionFailed"),
        (.address("http://proxy.invalid"), server.url, "proxyFailed"),
      ]
      for (proxy, url, expected) in cases {
        var configuration = CurlConfiguration()
        configuration.proxy = proxy
        let transport = CurlTransport(configuration: configuration)
        #expect(await transport.outcome(TransportRequest(.get, url)) == expected)
      }
    }

    @Test("The environment names the proxy and the hosts that are left out")
    func environment() async {
      // In a process of its own: the environment belongs to all tests.
      await #expect(processExitsWith: .success) {
        let proxy = try LoopbackServer { request, connection in
          connection.respond(200, "proxy \(request.target)")
        }
        let server = try LoopbackServer("direct")
        setenv("http_proxy", proxy.url, 1)
        let transport = CurlTransport()
        var outcomes = [await transport.outcome(TransportRequest(.get, "http://a.invalid/"))]
        setenv("no_proxy", "127.0.0.1", 1)
        outcomes.append(await transport.outcome(TransportRequest(.get, server.url)))
        exit(outcomes == ["200 proxy http://a.invalid/", "200 direct"] ? 0 : 1)
      }
    }
  }
#endif
