import Diagnostics
import Synchronization

/// The files that descriptions refer to, as they were when they were read.
final class ReadLog: Sendable {
  private let known = Mutex<[String: String]>([:])

  /// What the log says of a file; one that cannot be read may be there next time.
  static func mark(_ file: SourceFile?) -> String {
    file.map { Fingerprint($0.bytes).description } ?? "missing"
  }

  func note(_ path: String, _ file: SourceFile?) {
    let mark = Self.mark(file)
    known.withLock { $0[path] = mark }
  }

  /// The marks by path.
  var marks: [String: String] { known.withLock(\.self) }
}
