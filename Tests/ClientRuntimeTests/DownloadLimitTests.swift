import Foundation
import Loopback
import Testing

@testable import ClientRuntime

/// What ends a download, or keeps it from beginning.
@Suite(.timeLimit(.minutes(5))) struct DownloadLimitTests {
  /// A folder for one test, a server's answers and a clock that the server moves.
  private final class Scene: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let time = Counter()
    var file: URL { folder.appending(path: "video.mp4") }

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func client(_ server: LoopbackServer) -> HTTPClient {
      var options = ClientOptions()
      options.environment.uptime = { [time] in .seconds(time.value) }
      options.environment.sleep = { [time] in time.add(Int($0.components.seconds)) }
      options.environment.random = { 0 }
      return HTTPClient(server: server.url, transport: Carrier.usual(), options: options)
    }
  }

  /// How a download ended, in words.
  private func outcome(
    _ scene: Scene, _ server: LoopbackServer, _ options: DownloadOptions = DownloadOptions(),
    to file: URL? = nil
  ) async -> String {
    do {
      let result = try await scene.client(server).download(
        server.url, to: file ?? scene.file, options: options)
      return "\(result.length) bytes of \(result.contentType ?? "-")"
    } catch {
      return "\(error)"
    }
  }

  @Test("The usual values are those of the documentation")
  func usual() {
    let options = DownloadOptions()
    #expect(options.retry.maximumRetries == 5 && options.inactivityTimeout == .seconds(60))
    #expect(options.deadline == nil && options.progressInterval == .milliseconds(100))
  }

  @Test("The media type is told with the file")
  func contentType() async throws {
    let server = try LoopbackServer("x", headers: ["Content-Type": "video/mp4"])
    #expect(await outcome(try Scene(), server) == "1 bytes of video/mp4")
  }

  @Test("The end is told, however soon it comes after the last report")
  func lastReport() async throws {
    let server = try LoopbackServer { request, connection in
      let head = "ETag: \"v1\"\r\nContent-Length:"
      if request.headers["range"] == nil {
        connection.write("HTTP/1.1 200 OK\r\n\(head) 4\r\n\r\nab")
      } else {
        connection.write(
          "HTTP/1.1 206 OK\r\nContent-Range: bytes 2-3/4\r\n\(head) 2\r\n\r\ncd")
      }
      connection.close()
    }
    let seen = Collected<Int64>()
    var options = DownloadOptions()
    options.progressInterval = .seconds(9)
    options.progress = { seen.add($0.bytes) }
    #expect(await outcome(try Scene(), server, options) == "4 bytes of -")
    #expect(seen.values.last == 4 && seen.values.count == 2)
  }

  @Test("No wait goes beyond the deadline")
  func wait() async throws {
    let server = try LoopbackServer(status: 503, "", headers: ["Retry-After": "4"])
    var options = DownloadOptions()
    options.deadline = .seconds(10)
    let outcome = await outcome(try Scene(), server, options)
    #expect(outcome.contains("the server answered 503") && server.requests.count == 3)
  }

  @Test("Nothing is asked for after the deadline")
  func deadline() async throws {
    let scene = try Scene()
    let server = try LoopbackServer(status: 403, "")
    var options = DownloadOptions()
    options.deadline = .seconds(10)
    options.freshAddress = { [time = scene.time, url = server.url] in
      time.add(10)
      return url
    }
    let outcome = await outcome(scene, server, options)
    #expect(outcome.contains("the deadline of 10.0 seconds") && server.requests.count == 1)
  }

  @Test("A header that would end its line is not sent")
  func headers() async throws {
    let server = try LoopbackServer("x")
    var options = DownloadOptions()
    options.headers = ["X-A": "b\r\nX-C: d"]
    let outcome = await outcome(try Scene(), server, options)
    #expect(outcome.contains("the header ‘X-A’ holds a line end") && server.requests.isEmpty)
  }

  @Test("A folder is not replaced by a file")
  func folder() async throws {
    let scene = try Scene()
    let folder = scene.folder.appending(path: "folder")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let outcome = await outcome(scene, try LoopbackServer("x"), to: folder)
    #expect(outcome.contains("the answer could not be written (\(folder.path)"))
  }

  @Test("Who cancels in the middle is told what was cancelled, and what came is kept")
  func cancellation() async throws {
    let (scene, came) = (try Scene(), Counter())
    let server = try LoopbackServer { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 20\r\n\r\n01234")
      connection.waitForHangUp()
    }
    var options = DownloadOptions()
    options.progress = { _ in came.add(1) }
    let task = Task { [options] in await outcome(scene, server, options) }
    await came.wait(for: 1)
    task.cancel()
    #expect(await task.value == "download (GET \(server.url)): cancelled")
    let part = scene.file.appendingPathExtension("part")
    #expect(try Data(contentsOf: part).text == "01234")
  }
}
