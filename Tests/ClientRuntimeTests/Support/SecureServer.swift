#if os(Linux)
  import Foundation
  import Glibc
  import Loopback
  import Synchronization

  /// A program of the system's that serves over TLS on this machine, and ends with this value.
  final class SecureServer: Sendable {
    let port: Int
    let folder: URL
    private let process: Process

    var url: String { "https://127.0.0.1:\(port)" }
    var certificate: URL { folder.appending(path: "cert.pem") }
    /// How many connections an HTTP/2 server has agreed on a protocol on.
    var connections: Int {
      let log = (try? Data(contentsOf: Self.log(folder)).text) ?? ""
      return log.components(separatedBy: "The negotiated protocol: h2").count - 1
    }

    /// Whether the programs are there.
    static func has(_ program: String) -> Bool { path(program) != nil }

    private static func path(_ program: String) -> String? {
      ["/usr/bin/", "/usr/sbin/", "/usr/local/bin/"].map { $0 + program }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private init(folder: URL, port: Int, process: Process) {
      (self.folder, self.port, self.process) = (folder, port, process)
    }

    deinit {
      // A child of a worker thread starts with its signals blocked, so that only this one ends it.
      kill(process.processIdentifier, SIGKILL)
      try? FileManager.default.removeItem(at: folder)
    }

    /// A server with a certificate of its own; it says which port it took.
    static func start(
      names: String = "IP:127.0.0.1", days: Int = 2, options: [String] = []
    ) throws -> SecureServer {
      let folder = try makeCertificate(names: names, days: days)
      let output = Pipe()
      let process = try launch(
        "openssl",
        ["s_server", "-accept", "127.0.0.1:0", "-key", "key.pem", "-cert", "cert.pem", "-www"]
          + options, in: folder, output: output)
      let line = readLine(output.fileHandleForReading) { $0.hasPrefix("ACCEPT ") } ?? ""
      let port = line.split(separator: ":").last.flatMap { Int($0) }
      return SecureServer(folder: folder, port: port ?? 0, process: process)
    }

    /// A server that speaks HTTP/2 and serves files, each named by the number of its bytes.
    static func startHTTP2(sizes: [Int]) throws -> SecureServer {
      let folder = try makeCertificate(names: "IP:127.0.0.1", days: 2)
      for size in sizes {
        try Data(repeating: 120, count: size).write(to: folder.appending(path: "\(size)"))
      }
      return try start(in: folder) { port in
        try Data().write(to: log(folder))
        return try launch(
          "nghttpd", ["-v", "-a", "127.0.0.1", "-d", ".", "\(port)", "key.pem", "cert.pem"],
          in: folder, output: try FileHandle(forWritingTo: log(folder)))
      }
    }

    /// A server whose answers are written by hand: what goes into `input` goes out over the
    /// connection that is open, and what comes over it comes out of `output`.
    static func startByHand(input: Pipe, output: Pipe) throws -> SecureServer {
      let folder = try makeCertificate(names: "IP:127.0.0.1", days: 2)
      return try start(in: folder) { port in
        try launch(
          "openssl",
          [
            "s_server", "-accept", "127.0.0.1:\(port)", "-key", "key.pem", "-cert", "cert.pem",
            "-quiet", "-alpn", "h2",
          ], in: folder, input: input, output: output)
      }
    }

    /// Starts a program on a port that is free, again when somebody else was quicker.
    private static func start(
      in folder: URL, _ launch: (_ port: Int) throws -> Process
    ) throws -> SecureServer {
      for _ in 0..<20 {
        let port = try LoopbackServer("").port
        let process = try launch(port)
        if serves(process, port) {
          return SecureServer(folder: folder, port: port, process: process)
        }
        kill(process.processIdentifier, SIGKILL)
      }
      throw POSIXError(.EADDRINUSE)
    }

    /// Waits for a program that does not say when it is ready, but ends when somebody else got its
    /// port before it.
    private static func serves(_ process: Process, _ port: Int) -> Bool {
      for _ in 0..<500 where process.isRunning {
        let isReady = accepts(port)
        // Who accepts may be that somebody; the program has found out by then.
        usleep(20_000)
        if isReady { return process.isRunning }
      }
      return false
    }

    private static func accepts(_ port: Int) -> Bool {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      address.sin_port = UInt16(port).bigEndian
      // A server that is started meanwhile must not keep the connection to this one open.
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      let descriptor = socket(AF_INET, kind, 0)
      defer { close(descriptor) }
      return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
    }

    private static func log(_ folder: URL) -> URL { folder.appending(path: "log") }

    private static func launch(
      _ program: String, _ arguments: [String], in folder: URL,
      input: Any = FileHandle.nullDevice, output: Any = FileHandle.nullDevice
    ) throws -> Process {
      let process = Process()
      process.executableURL = URL(filePath: path(program) ?? program)
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.standardInput = input
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    private static func readLine(_ output: FileHandle, _ isWanted: (String) -> Bool) -> String? {
      var text = ""
      while let data = try? output.read(upToCount: 1), !data.isEmpty {
        text += data.text
        guard text.hasSuffix("\n") else { continue }
        if isWanted(text) { return text.trimmingCharacters(in: .newlines) }
        text = ""
      }
      return nil
    }

    private static func makeCertificate(names: String, days: Int) throws -> URL {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("subjectAltName=\(names)".utf8).write(to: folder.appending(path: "names"))
      let steps = [
        "ecparam -name prime256v1 -genkey -noout -out key.pem",
        "req -new -key key.pem -out request.pem -subj /CN=loopback",
        "x509 -req -in request.pem -signkey key.pem -days \(days) -extfile names -out cert.pem",
      ]
      for step in steps {
        try launch("openssl", step.split(separator: " ").map(String.init), in: folder)
          .waitUntilExit()
      }
      return folder
    }
  }
#endif
